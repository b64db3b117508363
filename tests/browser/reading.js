// How hard to read what the program writes itself is: Markdown tables of the pages of built sites.
//
//   node tests/browser/reading.js FOLDER…
//
// Counted are the sentences among the theme's words in the pages' languages, and the conditions and reasons that pages
// are made with (`.if`), each once. A number beyond its goal is bold.

import { readFileSync } from "node:fs";

import { launch, VIEWS, visit } from "./lib/browser.js";
import { WORDS } from "./lib/goals.js";
import { conditions, length, sentences, themeSentences } from "./lib/prose.js";
import { serve } from "./lib/server.js";
import { isOfService, openSite } from "./lib/site.js";

const folders = process.argv.slice(2);
if (!folders.length) {
  console.error("usage: node tests/browser/reading.js FOLDER…");
  process.exit(2);
}
const byLanguage = new Map();
const browser = await launch();
try {
  for (const folder of folders) {
    const site = openSite({ name: folder, folder });
    const server = await serve(folder);
    for (const { path, lang } of site.pages.filter(isOfService)) {
      const bare = { ...VIEWS[0], javaScriptEnabled: false };
      const own = byLanguage.get(lang) ?? new Map();
      byLanguage.set(lang, own);
      for (const text of await visit(browser, server.url + path, bare, conditions)) if (!own.has(text)) own.set(text, path);
    }
    await server.close();
  }
} finally {
  await browser.close();
}

const average = (texts) => texts.reduce((sum, text) => sum + length(text), 0) / texts.length || 0;
const judged = (number, most, digits = 0) => {
  const text = number.toFixed(digits);
  return Number(text) > most ? `**${text}**` : text;
};
const worst = [];
console.log("\n### Words in what the program writes\n");
console.log("| language | sentences of the theme | average | conditions | average | together, average | longest condition |");
console.log("| --- | --: | --: | --: | --: | --: | --: |");
console.log(`| goal | | | | | ≤ ${WORDS.average} | ≤ ${WORDS.longest} |`);
for (const [lang, own] of [...byLanguage].sort()) {
  const theme = themeSentences(readFileSync(new URL(`../../themes/default/words/${lang}.yaml`, import.meta.url), "utf8"));
  const parts = [...own.keys()].flatMap(sentences);
  const lengths = [...own].map(([text, path]) => ({ text, path, words: length(text) })).sort((a, b) => b.words - a.words);
  worst.push(...lengths.slice(0, 5));
  const longest = judged(lengths[0]?.words ?? 0, WORDS.longest);
  const cells = [lang, theme.length, average(theme).toFixed(1), own.size, average(parts).toFixed(1), judged(average([...theme, ...parts]), WORDS.average, 1), longest];
  console.log(`| ${cells.join(" | ")} |`);
}
console.log("\n### The longest conditions\n\n| words | page | condition |\n| --: | --- | --- |");
for (const { words, path, text } of worst) console.log(`| ${words} | ${path} | ${text.replaceAll("|", "\\|")} |`);
