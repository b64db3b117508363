// The questions in tests/data/search/queries.yaml.

import { readFileSync } from "node:fs";

const FILE = new URL("../../data/search/queries.yaml", import.meta.url);

/** `{ query, expect, language }` for each: what is typed, the services of which one should come first, and on whose pages. */
export function queries() {
  const all = [];
  for (const line of readFileSync(FILE, "utf8").split("\n")) {
    const query = /^- query: (.*)$/.exec(line);
    const language = /^ {2}language: (.*)$/.exec(line);
    const service = /^ {4}- (.*)$/.exec(line);
    if (query) all.push({ query: query[1].replace(/^"(.*)"$/, "$1"), expect: [], language: "id" });
    else if (language) all.at(-1).language = language[1];
    else if (service) all.at(-1).expect.push(service[1]);
  }
  return all;
}
