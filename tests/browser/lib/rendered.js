// Checks of an open page: each takes the browser's page and answers a list of complaints.

import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { execFileSync } from "node:child_process";

import { withVisibleTexts } from "./visible.js";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What stands on every page and print of an example site. */
export const NOTICE = /Contoh, bukan situs resmi|Example, not an official site/;

/** The rules of WCAG 2.2 AA that a machine can judge, and axe's best practices; `except` names rules to leave out. */
export async function axe(page, { except = [] } = {}) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(
    ([values, except]) => {
      const rules = Object.fromEntries(except.map((rule) => [rule, { enabled: false }]));
      // What sticks to an edge of the window lies over something wherever one has scrolled to, and never stays there.
      const sticks = ({ target }) => {
        for (let element = document.querySelector(target[0]); element; element = element.parentElement) {
          if (["sticky", "fixed"].includes(getComputedStyle(element).position)) return true;
        }
        return false;
      };
      const isOnlyCovered = ({ any }) =>
        any.some(({ data }) => data?.messageKey === "partiallyObscured") && any.every(({ relatedNodes }) => relatedNodes.every(sticks));
      const options = { runOnly: { type: "tag", values }, rules, resultTypes: ["violations"] };
      return axe.run(document, options).then(({ violations }) => ({
        violations: violations.map((one) => ({ ...one, nodes: one.nodes.filter((node) => !isOnlyCovered(node)) })),
      }));
    },
    [RULES, except],
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.join(" ")}`),
  );
}

/** Nothing has to be scrolled sideways. */
export function overflow(page) {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.scrollingElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.body.querySelectorAll("*")]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 0.5)
      .slice(0, 5)
      .map((element) => element.outerHTML.slice(0, 80));
    return [`${scrollWidth} px of content in ${clientWidth} px: ${wide.join(" | ")}`];
  });
}

/** No word is broken that fits on a line: of so few letters each does, wherever it stands. */
export async function brokenWords(page) {
  await withVisibleTexts(page);
  return page.evaluate((most) => {
    const complaints = [];
    for (const text of window.visibleTexts()) {
      for (const { 0: word, index } of text.data.matchAll(/(?<![\p{L}\p{N}\p{P}])\p{L}+(?![\p{L}\p{N}\p{P}])/gu)) {
        if (word.length > most) continue;
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (lines.size > 1) complaints.push(`is broken: ${word} in ${text.parentElement.outerHTML.slice(0, 80)}`);
      }
    }
    return complaints;
  }, 9);
}

/** No text is moved off the page to hide it: a long one would reach back into it. */
export function movedOut(page) {
  return page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const complaints = [];
    while (texts.nextNode()) {
      const text = texts.currentNode;
      if (!text.data.trim() || !text.parentElement.checkVisibility()) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const outside = [...range.getClientRects()].some(({ left, top }) => left + scrollX < 0 || top + scrollY < 0);
      if (outside) complaints.push(`stands off the page: ${text.data.trim().slice(0, 80)}`);
    }
    return complaints;
  });
}

/** One h1, and no level left out on the way down. */
export function headings(page) {
  return page.evaluate(() => {
    const found = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")];
    const complaints = [];
    const tops = found.filter((heading) => heading.localName === "h1").length;
    if (tops !== 1) complaints.push(`${tops} h1 instead of one`);
    let level = 0;
    for (const heading of found) {
      const next = Number(heading.localName[1]);
      if (next > level + 1) complaints.push(`h${level || "?"} is followed by h${next}: ${heading.textContent.trim()}`);
      level = next;
    }
    return complaints;
  });
}

/** The page's own style was let through and does something. */
export function unstyled(page) {
  return page.evaluate(() => {
    const styles = [...document.querySelectorAll("style")];
    if (!styles.length) return ["the page carries no style"];
    const complaints = styles.filter((style) => !style.sheet?.cssRules.length).map(() => "a style was refused");
    const bare = document.createElement("iframe");
    document.body.append(bare);
    const read = (element, window) => {
      const style = window.getComputedStyle(element);
      return ["fontFamily", "color", "lineHeight", "marginTop"].map((name) => style[name]).join();
    };
    const plain = bare.contentDocument.body;
    if (read(document.body, window) === read(plain, bare.contentWindow)) complaints.push("the page looks as if it had no style");
    bare.remove();
    return complaints;
  });
}

/** A page is one request; pictures of the site may follow, nothing else. */
export function requests(log, site, url) {
  const root = url.slice(0, url.indexOf(site.base, url.indexOf("//") + 2) + site.base.length);
  return log.requests.slice(1).flatMap((request) => {
    const inside = request.url.startsWith(root) && site.files.has(decodeURIComponent(request.url.slice(root.length)));
    return inside && request.type === "image" ? [] : [`asks for ${request.url} (${request.type})`];
  });
}

/** Text as a reader meets it, with everything unfolded. */
export function words(page) {
  return page.evaluate(() => {
    for (const details of document.querySelectorAll("details:not([hidden])")) details.open = true;
    // Only a script knows what day it is; without one this line is not there.
    for (const line of document.querySelectorAll("[data-due]")) line.remove();
    return `${document.title} ${document.body.innerText}`.replace(/\s+/g, " ").trim();
  });
}

/** All elements with their attributes, but for the policy, which holds hashes of bytes. */
export function attributes(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll("*")].map((element) => {
      const policy = /^content-security-policy$/i.test(element.getAttribute("http-equiv") ?? "");
      const pairs = [...element.attributes]
        .filter(({ name }) => !(policy && name === "content"))
        .map(({ name, value }) => `${name}="${value.replace(/\s+/g, " ").trim()}"`);
      return `<${[element.localName, ...pairs.sort()].join(" ")}>`;
    }),
  );
}

/** The first places where two texts or lists part. */
export function differences(what, expected, found) {
  const [a, b] = [expected, found].map((side) => (typeof side === "string" ? side.split(" ") : side));
  const at = a.findIndex((piece, index) => piece !== b[index]);
  if (at < 0 && a.length === b.length) return [];
  const from = at < 0 ? Math.min(a.length, b.length) : at;
  const show = (side) => side.slice(Math.max(0, from - 3), from + 5).join(" ");
  return [`${what}: “${show(b)}” instead of “${show(a)}”`];
}

/** Whoever uses the keyboard starts at the skip link, reaches everything, and always sees where they are. */
export async function keyboard(page) {
  const complaints = [];
  const total = await page.evaluate(rememberFocusables);
  const visited = new Set();
  for (let stop = 0; stop <= total + 1; stop += 1) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(describeFocus);
    if (!at || visited.has(at.index)) break;
    visited.add(at.index);
    if (stop === 0 && !at.skips) complaints.push(`the first stop is no skip link: ${at.html}`);
    if (!at.changes) complaints.push(`nothing shows the focus: ${at.html}`);
    if (!at.inView) complaints.push(`the focus is out of view: ${at.html}`);
    else if (at.covered) complaints.push(`the focus is covered by ${at.covered}: ${at.html}`);
  }
  const missed = await page.evaluate(
    (seen) => window.focusStops.filter((_, index) => !seen.includes(index)).map(({ html }) => html),
    [...visited],
  );
  complaints.push(...missed.map((html) => `the Tab key does not reach ${html}`));
  return complaints;
}

/** Runs in the page: all stops of the Tab key, and how they look without the focus. */
function rememberFocusables() {
  const looks = ["outline", "boxShadow", "backgroundColor", "borderColor", "borderWidth", "textDecoration", "color"];
  window.lookOf = (element) =>
    [element, element.parentElement, ...(element.labels ?? [])]
      .map((part) => looks.map((name) => getComputedStyle(part)[name]).join())
      .join(";");
  const shown = (element) => element.checkVisibility({ visibilityProperty: true });
  const radios = new Set();
  window.focusStops = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
    .filter((element) => shown(element) && !element.disabled && element.tabIndex >= 0 && element.type !== "hidden")
    .filter((element) => {
      if (element.type !== "radio") return true;
      const group = `${element.form?.id} ${element.name}`;
      return radios.has(group) ? false : radios.add(group);
    })
    .map((element) => ({ element, look: window.lookOf(element), html: element.outerHTML.slice(0, 100) }));
  return window.focusStops.length;
}

/** Runs in the page: where the focus is and what shows it, once the browser has brought it into view with its next frames. */
async function describeFocus() {
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const element = document.activeElement;
  const sameGroup = (stop) =>
    stop.element === element ||
    (element.type === "radio" && stop.element.type === "radio" && stop.element.name === element.name);
  const index = window.focusStops.findIndex(sameGroup);
  if (!element || element === document.body) return null;
  for (const animation of document.getAnimations()) animation.finish();
  const html = element.outerHTML.slice(0, 100);
  const target = element.getAttribute("href") ?? "";
  const skips = target.length > 1 && target.startsWith("#") && document.getElementById(target.slice(1)) !== null;
  const box = element.getClientRects()[0] ?? new DOMRect();
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  const inView = box.width > 0 && x >= 0 && y >= 0 && x < innerWidth && y < innerHeight;
  const top = inView ? document.elementFromPoint(x, y) : null;
  const own = top && (element.contains(top) || top.contains(element) || [...(element.labels ?? [])].some((label) => label.contains(top)));
  return {
    index: index < 0 ? `other ${html}` : index,
    html,
    skips,
    changes: index < 0 || window.focusStops[index].look !== window.lookOf(element),
    inView,
    covered: inView && !own ? (top?.outerHTML.slice(0, 60) ?? "nothing") : null,
  };
}

/** Everything to be touched is at least 24 px wide and high, links inside a sentence apart. */
export function smallTargets(page) {
  return page.evaluate(() => {
    const inSentence = (element) => {
      if (getComputedStyle(element).display !== "inline") return false;
      const around = element.closest("p, li, dd, dt, td, th, figcaption, address") ?? element.parentElement;
      return around.textContent.trim() !== element.textContent.trim();
    };
    return [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }) && element.type !== "hidden")
      .filter((element) => !(element.localName === "a" && inSentence(element)))
      .flatMap((element) => {
        const boxes = [element, ...(element.labels ?? [])].map((part) => part.getBoundingClientRect());
        const width = Math.max(...boxes.map((box) => box.right)) - Math.min(...boxes.map((box) => box.left));
        const height = Math.max(...boxes.map((box) => box.bottom)) - Math.min(...boxes.map((box) => box.top));
        // A skip link waits outside the window until it has the focus.
        if (boxes[0].right <= 0 || boxes[0].bottom <= 0 || (width <= 1 && height <= 1)) return [];
        const size = `${Math.round(width)} × ${Math.round(height)} px`;
        return width >= 24 && height >= 24 ? [] : [`${size}: ${element.outerHTML.slice(0, 100)}`];
      });
  });
}

/** The page prints, and an example says on paper that it is one. */
export async function print(page, site) {
  const pdf = await page.pdf({ format: "A4" });
  const text = execFileSync("pdftotext", ["-layout", "-", "-"], { input: pdf, encoding: "utf8" });
  const first = text.split("\f")[0].replace(/\s+/g, " ");
  const complaints = [];
  const heading = await page.evaluate(() => document.querySelector("h1")?.innerText.replace(/\s+/g, " ").trim());
  const letters = (words) => words.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
  if (!letters(first).includes(letters(heading ?? "")) || !heading) complaints.push(`the first sheet lacks its heading “${heading}”`);
  if (site.example && !NOTICE.test(first)) complaints.push("the first sheet does not say that this is an example");
  return complaints;
}

/** An example site says on every page that it is one, where it can be seen. */
export async function unmarked(page) {
  const text = await page.evaluate(() => document.body.innerText.replace(/\s+/g, " "));
  return NOTICE.test(text) ? [] : ["does not say that this is an example"];
}
