// Checks that need no browser: each answers a list of complaints about a site's pages.

import { createHash } from "node:crypto";
import { constants, gunzipSync, gzipSync } from "node:zlib";

import { KIND } from "./site.js";

/** What the first flight of a connection carries: ten segments. */
export const FIRST_FLIGHT = 14_600;

/** The most for a page that holds every key at once, whose first screens still come with the first flight. */
export const EVERYTHING = 16_500;

/** All scripts of a page, gzipped. */
export const SCRIPTS = 3_000;

const ADDRESSES = { href: null, src: null, action: null, poster: null, data: ["object"] };

/** Every link inside the site names a file that is there, and an anchor that is there. */
export function brokenLinks(site, page) {
  const origin = "http://site.invalid";
  const byPath = new Map(site.pages.map((other) => [other.path, other]));
  const complaints = [];
  for (const { address, element } of addresses(page)) {
    const where = `${page.path}: <${element.name}> to ${address}`;
    if (!URL.canParse(address, origin + site.base + page.path)) {
      complaints.push(`${where}: not an address`);
      continue;
    }
    const url = new URL(address, origin + site.base + page.path);
    if (url.origin !== origin) continue;
    if (address.startsWith("/") && page.kind !== KIND.notFound) {
      complaints.push(`${where}: starts at the server's root, so it breaks in a folder`);
      continue;
    }
    if (!url.pathname.startsWith(site.base)) {
      complaints.push(`${where}: leaves the site`);
      continue;
    }
    const path = decodeURIComponent(url.pathname.slice(site.base.length));
    const anchor = decodeURIComponent(url.hash.slice(1));
    if (!site.files.has(path)) {
      complaints.push(`${where}: no such file`);
    } else if (anchor && byPath.has(path) && !byPath.get(path).ids.has(anchor)) {
      complaints.push(`${where}: no such anchor`);
    }
  }
  return complaints;
}

function addresses(page) {
  const found = [];
  for (const element of page.elements) {
    for (const [name, only] of Object.entries(ADDRESSES)) {
      const address = element.attributes[name];
      if (address !== undefined && (!only || only.includes(element.name))) found.push({ address, element });
    }
    for (const candidate of (element.attributes.srcset ?? "").split(",")) {
      const address = candidate.trim().split(/\s+/)[0];
      if (address) found.push({ address, element });
    }
    const refresh = /^refresh$/i.test(element.attributes["http-equiv"] ?? "");
    const target = refresh && /url\s*=\s*['"]?([^'"]+)/i.exec(element.attributes.content ?? "");
    if (target) found.push({ address: target[1], element });
  }
  return found;
}

/** The page's policy stands first, allows only what it names, and covers every style and script in the page. */
export function loosePolicy(page) {
  const at = page.elements.findIndex((element) =>
    /^content-security-policy$/i.test(element.attributes["http-equiv"] ?? ""),
  );
  if (at < 0) return [`${page.path}: no content-security policy`];
  const policy = page.elements[at].attributes.content ?? "";
  const directives = new Map(
    policy.split(";").map((directive) => directive.trim().split(/\s+/)).map(([name, ...values]) => [name, values]),
  );
  const complaints = [];
  const complain = (what) => complaints.push(`${page.path}: ${what}`);
  if (page.elements.slice(0, at).some(({ name }) => ["style", "script", "link", "img"].includes(name))) {
    complain("the policy stands after something that it should govern");
  }
  if (directives.get("default-src")?.join(" ") !== "'none'") complain("the policy's default-src is not 'none'");
  for (const loose of ["'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'", "*", "http:", "https:"]) {
    for (const [name, values] of directives) {
      if (values.includes(loose)) complain(`the policy allows ${loose} in ${name}`);
    }
  }
  for (const element of page.elements) {
    const directive = element.name === "style" ? "style-src" : element.name === "script" ? "script-src" : null;
    if (directive && !element.attributes.src && isRun(element)) {
      const hash = createHash("sha256").update(element.content).digest("base64");
      if (!directives.get(directive)?.includes(`'sha256-${hash}'`)) {
        complain(`the policy's ${directive} has no hash for a <${element.name}> in the page`);
      }
    }
    for (const name of Object.keys(element.attributes)) {
      if (name === "style" || name.startsWith("on")) complain(`<${element.name}> has the attribute ${name}`);
    }
  }
  return complaints;
}

function isRun(element) {
  return element.name === "style" || !/json/.test(element.attributes.type ?? "");
}

/** A browser asks for /favicon.ico unless the page says that there is none, or carries its own. */
export function favicon(page) {
  const icon = page.elements.find(
    ({ name, attributes }) => name === "link" && (attributes.rel ?? "").split(/\s+/).includes("icon"),
  );
  if (icon?.attributes.href?.startsWith("data:")) return [];
  return [`${page.path}: ${icon ? "its icon is a second request" : 'no <link rel="icon" href="data:…">, so a browser asks for one'}`];
}

/** A page of an example site says to search engines that it is none of their business. */
export function indexed(page) {
  const robots = page.elements.find(({ name, attributes }) => name === "meta" && attributes.name === "robots");
  return /noindex/.test(robots?.attributes.content ?? "") ? [] : [`${page.path}: an example site without noindex`];
}

/** Bytes of a page as it travels. */
export function weight(page) {
  return gzipSync(page.bytes, { level: 9 }).length;
}

/** What can be read once the first flight is there. */
function firstFlight(page) {
  const bytes = gzipSync(page.bytes, { level: 9 }).subarray(0, FIRST_FLIGHT);
  return gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH }).toString();
}

/** A service's page weighs no more, all but the full wording of the standard arrives with the first flight, and its scripts are small. */
export function tooHeavy(page, most = FIRST_FLIGHT) {
  const scripts = page.elements.filter(({ name, attributes }) => name === "script" && attributes.type === "module");
  const [bytes, script] = [weight(page), gzipSync(scripts.map(({ content }) => content).join(""), { level: 9 }).length];
  return [
    ...(bytes <= most ? [] : [`${page.path}: ${bytes} bytes gzipped, at most ${most}`]),
    ...(bytes <= FIRST_FLIGHT || /id="?help["\s>]/.test(firstFlight(page)) ? [] : [`${page.path}: what is seen first comes after the first flight`]),
    ...(script <= SCRIPTS ? [] : [`${page.path}: ${script} bytes of script gzipped, at most ${SCRIPTS}`]),
  ];
}
