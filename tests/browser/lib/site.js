// A built site on disk: its files, and its pages with their kinds.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { elements } from "./markup.js";

/** The kinds of pages that tests name, as the program's table of kinds calls them. */
export const KIND = {
  home: "the home page",
  agency: "the page of an agency",
  pledge: "the pledge of an agency",
  service: "the page of a service",
  poster: "the poster of a service",
  annex: "the annex of a service's decree",
  notFound: "the 404 page",
  redirect: "an old address in `moved_from`",
};

/**
 * The sites to test. SITES names a JSON file: a list of
 * `{ name, folder, plain, base, example }` — the built folder, the same built without minifying,
 * the path that the site is served under, and whether it is an example site. `bare` is one of services drawn or made
 * for their rules, of which only the checklists are looked at. KINDS names what tests/kinds.rs writes: the kinds of their pages.
 */
export function sitesToTest() {
  const [sites, kinds] = ["SITES", "KINDS"].map((name) => {
    if (!process.env[name]) throw new Error(`${name} must name a file that tests/run writes`);
    return JSON.parse(readFileSync(process.env[name], "utf8"));
  });
  return sites.map((site) => openSite({ ...site, kinds: kinds[site.name] }));
}

/** A site read from its folder; `kinds` are those of its pages by their paths. */
export function openSite({ name, folder, plain = null, base = "/", example = false, bare = false, kinds = {} }) {
  const files = new Set(list(folder, ""));
  const pages = [...files].filter((path) => path.endsWith(".html")).map((path) => openPage(folder, path));
  for (const page of pages) page.kind = kinds[page.path];
  return { name, folder, plain, base, example, bare, files, pages };
}

/** The longest page of each kind. */
export function longestOfEachKind(site) {
  const longest = new Map();
  for (const page of site.pages) {
    if (page.html.length > (longest.get(page.kind)?.html.length ?? 0)) longest.set(page.kind, page);
  }
  return [...longest.values()];
}

/** Whether a page is one of a service, told by what it holds. */
export function isOfService(page) {
  return page.ids.has("result") && page.ids.has("details");
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
