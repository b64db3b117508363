// What the checklists weigh: a Markdown table of the service pages of built sites, in bytes as gzip -9 sends them.
//
//   node tests/browser/weights.js FOLDER…
//
// A part weighs what the page would weigh less without it.

import { gzipSync } from "node:zlib";

import { elements } from "./lib/markup.js";
import { isOfService, openSite } from "./lib/site.js";

const weigh = (text) => gzipSync(text, { level: 9 }).length;
const rows = [];
for (const folder of process.argv.slice(2)) {
  for (const page of openSite({ name: folder, folder }).pages.filter(isOfService)) {
    const { html, path } = page;
    const parts = elements(html);
    const questions = parts.filter(({ attributes }) => "data-question" in attributes);
    if (!questions.length) continue;
    const module = parts.find(({ name, attributes }) => name === "script" && !/json/.test(attributes.type ?? "")).content;
    // The rules of this page follow the one that all pages with a checklist end with.
    const shared = "[data-open]{display:var(--l,var(--h,revert))}";
    const start = html.indexOf(shared) + shared.length;
    const terms = html.slice(start, html.indexOf("</style>", start));
    const without = (part) => weigh(html) - weigh(html.replace(part, () => ""));
    rows.push([path, weigh(html), without(terms), without(module), questions.length]);
  }
}
const heads = ["page", "gzip -9", "CSS terms", "module", "questions"];
const most = heads.map((head, at) => (at ? Math.max(...rows.map((row) => row[at])) : "most"));
for (const row of [heads, heads.map((_, at) => (at ? "--:" : "---")), ...rows, most]) console.log(`| ${row.join(" | ")} |`);
