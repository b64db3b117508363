// What must hold for a service's page in every outcome of its checklist: each check answers a list of complaints.

import { LARGE_TEXT } from "./browser.js";
import { opened } from "./checklist.js";
import { PHONE, SCREENS, SCREENS_BARE, SHEETS, goal } from "./goals.js";
import { overlaps, unstuck } from "./overlaps.js";
import * as paper from "./paper.js";
import * as rendered from "./rendered.js";
import { begin, ending, follow } from "./walk.js";

const VIEW = { name: "360 px", viewport: PHONE };
const NARROW = { name: "320 px", viewport: LARGE_TEXT.viewport };
const DESK = { name: "1280 px", viewport: { width: 1280, height: 800 } };
/* What fits with large letters fits with small ones as a rule, so that the latter wait for a full run. */
const WIDTHS = [...(process.env.FULL ? [NARROW] : []), LARGE_TEXT, VIEW, DESK];

/** A page before an answer, as one of the outcomes. */
export const BEFORE = ["before", [null]];

/* What is looked at in an outcome: each answers complaints and leaves the page as it was, but for the last. */
const LOOKS = { short, laidOut, accessible, onPaper };

/**
 * Takes a page through outcomes, once, each by the first of its walks, and answers by the names of `looks` what there is to
 * complain of. `walks` are those of walksByVerdict, with BEFORE or without; `how` says how the page is opened, and with
 * `change` what is changed in it on its way. Of a page that holds every key the sheets are not `counted`; the window in
 * which it is judged whether the page is accessible changes from outcome to outcome, beginning at `turn`.
 */
export async function inOutcomes(browser, url, walks, how = {}, looks = Object.keys(LOOKS), { counted = true, turn = 0 } = {}) {
  const found = Object.fromEntries(looks.map((look) => [look, []]));
  if (!walks.length) return found;
  await opened(browser, url, { ...how, view: VIEW }, async (page) => {
    for (const [at, [outcome, [steps]]] of walks.entries()) {
      await page.setViewportSize(PHONE);
      await (steps ? follow(page, steps) : begin(page));
      for (const look of Object.keys(LOOKS).filter((look) => look in found)) {
        await page.setViewportSize(PHONE);
        const complaints = await LOOKS[look](page, { outcome, how, counted, at: at + turn });
        found[look].push(...complaints.map((what) => `${outcome}: ${what}`));
      }
    }
  });
  for (const look of looks) found[look] = [...new Set(found[look])];
  return found;
}

/** Runs in the page: unfolds everything, and remembers what was folded. */
function unfoldAll() {
  window.folds = [...document.querySelectorAll("details:not([open], [hidden])")];
  for (const fold of window.folds) fold.open = true;
}

/** Runs in the page. */
function foldAgain() {
  for (const fold of window.folds) fold.open = false;
}

/** No text lies over another, no word is broken and nothing needs scrolling sideways, at any width, folded or not. */
async function laidOut(page) {
  const look = async () => {
    const complaints = [];
    for (const { name, viewport, text = "" } of WIDTHS) {
      await page.setViewportSize(viewport);
      await page.evaluate((size) => (document.documentElement.style.fontSize = size), text);
      const found = [await overlaps(page), await rendered.brokenWords(page), await rendered.overflow(page)].flat();
      complaints.push(...found.map((what) => `${name}: ${what}`));
    }
    await page.evaluate(() => document.documentElement.style.removeProperty("font-size"));
    return complaints;
  };
  const folded = await look();
  await page.evaluate(unfoldAll);
  const unfolded = await look();
  await page.evaluate(foldAgain);
  return [...folded, ...unfolded.map((what) => `unfolded: ${what}`)];
}

/** The rules of WCAG that a machine can judge hold with everything unfolded. */
async function accessible(page, { at }) {
  const widths = [VIEW, DESK, NARROW];
  const { name, viewport } = widths[at % widths.length];
  await page.setViewportSize(viewport);
  await page.evaluate(unfoldAll);
  const found = await unstuck(page, rendered.axe);
  await page.evaluate(foldAgain);
  return found.map((what) => `${name}: ${what}`);
}

/** After the last answer the result is in sight or a link to it is, the link leads there, and with script it is said aloud. */
export function resultFound(browser, url, walks, how = {}) {
  const aloud = how.javaScriptEnabled !== false;
  return opened(browser, url, { ...how, view: VIEW }, async (page) => {
    const complaints = [];
    for (const [outcome, ways] of walks) {
      for (const [at, steps] of ways.entries()) {
        const complain = (what) => complaints.push(`${outcome}, ${JSON.stringify(steps)}: ${what}`);
        await page.evaluate(() => document.querySelector("[role=status]")?.replaceChildren());
        await follow(page, steps);
        const { verdict, way } = await ending(page);
        if (verdict !== outcome) complain(`ends in ${verdict}`);
        if (!way) complain("the result is out of sight");
        const link = page.locator('a[href="#result"]:visible');
        if (await link.count()) {
          await link.first().click();
          await page.waitForTimeout(100);
          if ((await ending(page)).way !== "view") complain("the link to the result does not lead to it");
        } else if (way === "link") {
          complain("the link to the result is none");
        }
        if (aloud && at === 0 && !(await isSaid(page))) complain("nothing is said aloud");
      }
    }
    return complaints;
  });
}

function isSaid(page) {
  const said = () => /\p{L}/u.test(document.querySelector("[role=status]")?.textContent ?? "");
  return page.waitForFunction(said, null, { timeout: 10_000 }).then(() => true, () => false);
}

/** By Tab and arrow keys through the questions, the focus is never lost, out of view or under a bar. */
export function focusSeen(browser, url, how = {}) {
  return opened(browser, url, { ...how, view: VIEW }, async (page) => {
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll("details:has(form[data-checklist])")) fold.open = true;
    });
    const complaints = [];
    const names = new Set();
    for (let stop = 0, at = null; stop < 99; stop += 1) {
      await page.keyboard.press("Tab");
      at = await focus(page);
      if (!at) break;
      if (at.fault) complaints.push(`after Tab ${at.fault}`);
      if (!at.radio) continue;
      // A question is one stop of Tab: whoever comes to one again was thrown back.
      if (names.has(at.radio)) break;
      names.add(at.radio);
      for (const key of ["ArrowDown", "ArrowDown", "ArrowUp"]) {
        await page.keyboard.press(key);
        const moved = await focus(page);
        if (moved?.radio !== at.radio) {
          complaints.push(`${key} in ${at.radio} loses the focus`);
          break;
        }
        if (moved.value === at.value) complaints.push(`${key} in ${at.radio} chooses nothing else`);
        if (moved.fault) complaints.push(`after ${key} ${moved.fault}`);
        at = moved;
      }
    }
    if (!names.size) complaints.push("no question is reached");
    const left = await page.evaluate(() =>
      [...document.querySelectorAll("[data-question]")].filter((one) => one.checkVisibility() && !one.querySelector(":checked")).map((one) => one.dataset.question),
    );
    return [...complaints, ...left.map((name) => `the keyboard does not answer ${name}`)];
  });
}

/** Where the focus is; null on the page's body. */
async function focus(page) {
  await page.waitForTimeout(50);
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const html = element.outerHTML.slice(0, 90);
    const radio = element.type === "radio" && element.closest("[data-checklist]") ? element.name : null;
    // Of an answer its words may be seen instead of its button.
    const parts = [element, ...(element.labels ?? [])];
    const seen = parts.map((part) => {
      const box = part.getClientRects()[0];
      if (!box || box.width < 2) return "out of view";
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      const top = x >= 0 && y >= 0 && x < innerWidth && y < innerHeight ? document.elementFromPoint(x, y) : null;
      if (!top) return "out of view";
      return parts.some((own) => own.contains(top)) ? "" : `covered by ${top.outerHTML.slice(0, 60)}`;
    });
    const fault = seen.includes("") ? "" : `the focus is ${seen[0]}: ${html}`;
    return { radio, value: element.value, fault };
  });
}

/** Few sheets, no heading alone at the foot of one, nothing cut. */
async function onPaper(page, { outcome, counted }) {
  const answered = (await paper.papersFillSheet(page)) ? SHEETS.full : SHEETS.answered;
  const most = outcome === "before" ? SHEETS.blank : answered;
  const printed = await paper.printed(page);
  const { length } = printed.sheets;
  const many = counted && length > most ? [`${length} sheets, at most ${most}`] : [];
  return [...many, ...paper.stranded(printed), ...paper.cut(printed)];
}

/** No longer than promised. */
async function short(page, { outcome, how }) {
  const goals = how.javaScriptEnabled === false ? SCREENS_BARE : SCREENS;
  const screens = (await ending(page)).height / PHONE.height;
  const most = goal(outcome, goals);
  return screens <= most + 0.05 ? [] : [`${screens.toFixed(1)} screens, at most ${most}`];
}
