// What must hold for a service's page in every outcome of its checklist: each check opens the page, takes it through the
// outcomes and answers a list of complaints. `walks` are those of walksByVerdict; `how` says how a page is opened, and with
// `change` what is changed in it on its way.

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

/** The page before an answer, and at the end of the first walk to each verdict. */
async function inEachOutcome(page, walks, look) {
  const complaints = [];
  for (const [outcome, [steps]] of [["before", [null]], ...walks]) {
    await page.setViewportSize(PHONE);
    await (steps ? follow(page, steps) : begin(page));
    complaints.push(...(await look(outcome)).map((what) => `${outcome}: ${what}`));
  }
  return [...new Set(complaints)];
}

/** Looks at the page as it stands, and with everything unfolded. */
async function foldedAndNot(page, look) {
  const found = await look();
  await page.evaluate(() => {
    window.folds = [...document.querySelectorAll("details:not([open], [hidden])")];
    for (const fold of window.folds) fold.open = true;
  });
  found.push(...(await look()).map((what) => `unfolded: ${what}`));
  await page.evaluate(() => {
    for (const fold of window.folds) fold.open = false;
  });
  return found;
}

/** No text lies over another, no word is broken and nothing needs scrolling sideways, at any width. */
export function laidOut(browser, url, walks, how = {}) {
  return opened(browser, url, { ...how, view: VIEW }, (page) =>
    inEachOutcome(page, walks, () =>
      foldedAndNot(page, async () => {
        const complaints = [];
        for (const { name, viewport, text = "" } of WIDTHS) {
          await page.setViewportSize(viewport);
          await page.evaluate((size) => (document.documentElement.style.fontSize = size), text);
          const found = [await overlaps(page), await rendered.brokenWords(page), await rendered.overflow(page)].flat();
          complaints.push(...found.map((what) => `${name}: ${what}`));
        }
        await page.evaluate(() => document.documentElement.style.removeProperty("font-size"));
        return complaints;
      }),
    ),
  );
}

/** The rules of WCAG that a machine can judge hold with everything unfolded; the width changes from outcome to outcome. */
export function accessible(browser, url, walks, how = {}, turn = 0) {
  const widths = [VIEW, DESK, NARROW];
  let at = turn;
  return opened(browser, url, { ...how, view: VIEW }, (page) =>
    inEachOutcome(page, walks, async () => {
      const { name, viewport } = widths[at++ % widths.length];
      await page.setViewportSize(viewport);
      await page.evaluate(() => {
        for (const fold of document.querySelectorAll("details:not([hidden])")) fold.open = true;
      });
      return (await unstuck(page, rendered.axe)).map((what) => `${name}: ${what}`);
    }),
  );
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
  return page.waitForFunction(said, null, { timeout: 3000 }).then(() => true, () => false);
}

/** By Tab and arrow keys through the questions, the focus is never lost, out of view or under a bar. */
export function focusSeen(browser, url, walks, how = {}) {
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

/** Few sheets, no heading alone at the foot of one, nothing cut. Of a page that holds every key the sheets are not counted. */
export function onPaper(browser, url, walks, how = {}, counted = true) {
  return opened(browser, url, { ...how, view: VIEW }, (page) =>
    inEachOutcome(page, walks, async (outcome) => {
      const answered = (await paper.papersFillSheet(page)) ? SHEETS.full : SHEETS.answered;
      const most = outcome === "before" ? SHEETS.blank : answered;
      const printed = await paper.printed(page);
      const { length } = printed.sheets;
      const many = counted && length > most ? [`${length} sheets, at most ${most}`] : [];
      return [...many, ...paper.stranded(printed), ...paper.cut(printed)];
    }),
  );
}

/** No longer than promised. */
export function short(browser, url, walks, how = {}) {
  const goals = how.javaScriptEnabled === false ? SCREENS_BARE : SCREENS;
  return opened(browser, url, { ...how, view: VIEW }, (page) =>
    inEachOutcome(page, walks, async (outcome) => {
      const screens = (await ending(page)).height / PHONE.height;
      const most = goal(outcome, goals);
      return screens <= most + 0.05 ? [] : [`${screens.toFixed(1)} screens, at most ${most}`];
    }),
  );
}
