// A built site on disk: its files, and its pages with their kinds.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { elements } from "./markup.js";

/**
 * The sites to test. SITES names a JSON file: a list of
 * `{ name, folder, plain, base, example }` — the built folder, the same built without minifying,
 * the path that the site is served under, and whether it is an example site. `bare` is one of services drawn or made
 * for their rules, of which only the checklists are looked at.
 */
export function sitesToTest() {
  const list = process.env.SITES;
  if (!list) throw new Error("SITES must name the list of built sites; tests/run builds them and writes it");
  return JSON.parse(readFileSync(list, "utf8")).map(openSite);
}

/** A site read from its folder. */
export function openSite({ name, folder, plain = null, base = "/", example = false, bare = false }) {
  const files = new Set(list(folder, ""));
  const pages = [...files].filter((path) => path.endsWith(".html")).map((path) => openPage(folder, path));
  const languages = new Set(
    pages.filter((page) => page.path === `${page.lang}/index.html`).map((page) => page.lang),
  );
  for (const page of pages) page.kind = kindOf(page, languages);
  return { name, folder, plain, base, example, bare, files, pages };
}

/** Of every kind and language the heaviest page, and of services the first too; all of them in a full run. */
export function samplePages(site, full = Boolean(process.env.FULL)) {
  if (full) return site.pages;
  const groups = new Map();
  for (const page of site.pages) {
    const key = `${page.kind} ${page.lang}`;
    groups.set(key, [...(groups.get(key) ?? []), page]);
  }
  const sample = new Set();
  for (const group of groups.values()) {
    if (group[0].kind === "service") sample.add(group[0]);
    sample.add(group.reduce((heaviest, page) => (page.html.length > heaviest.html.length ? page : heaviest)));
  }
  return [...sample];
}

function list(root, folder) {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      return entry.isDirectory() ? list(root, path) : [path];
    });
}

function openPage(folder, path) {
  const bytes = readFileSync(join(folder, path));
  const html = bytes.toString("utf8");
  const parsed = elements(html);
  const lang = parsed.find((element) => element.name === "html")?.attributes.lang ?? "";
  const ids = new Set(parsed.map((element) => element.attributes.id).filter(Boolean));
  return { path, html, bytes, elements: parsed, lang, ids };
}

function kindOf(page, languages) {
  if (page.elements.some((element) => /^refresh$/i.test(element.attributes["http-equiv"] ?? ""))) return "redirect";
  const parts = page.path.split("/");
  if (languages.has(parts[0])) parts.shift();
  const [last] = parts.slice(-1);
  if (last === "404.html") return "not found";
  if (parts.length === 1) return last === "index.html" ? "home" : "free page";
  return last === "index.html" ? "agency" : "service";
}
