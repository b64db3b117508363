// The words of the default theme.

import { readFileSync } from "node:fs";

/** The words of a language, by key; only those that stand in one line. */
export function words(language) {
  const file = new URL(`../../../themes/default/words/${language}.yaml`, import.meta.url);
  const lines = readFileSync(file, "utf8").split("\n").map((line) => /^([\w.]+): (.*)$/.exec(line));
  return Object.fromEntries(lines.filter(Boolean).map(([, key, value]) => [key, value.replace(/^"(.*)"$/, "$1")]));
}
