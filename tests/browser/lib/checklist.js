// The checklist of an open page: answers given through its radio buttons, and what it then displays.

import { readFileSync } from "node:fs";

import { VIEWS } from "./browser.js";
import { fewest, partsOf } from "./choose.js";
import { sitesToTest } from "./site.js";

/** The sites with checklists, each with the cases of its pages: answers and what they must show. */
export function sitesWithCases() {
  const oracle = JSON.parse(readFileSync(process.env.ORACLE, "utf8"));
  const sites = sitesToTest().map((site) => ({ ...site, cases: oracle[site.name] ?? {} }));
  return sites.filter((site) => Object.keys(site.cases).length);
}

/**
 * Which checklists are looked at closely, as `(site, path) => yes`: the first of all, and few that have between them every
 * part that any page has, with few questions and with many; in a full run each.
 */
export function chosen(sites) {
  const list = sites.flatMap((site) => Object.entries(site.cases).map(([path, cases]) => ({ site, path, cases })));
  const questions = ([{ answers }]) => `${Math.ceil(Object.keys(answers).length / 3)} times three questions`;
  const of = ({ site, path, cases }) => partsOf(site.pages.find((page) => page.path === path)).add(questions(cases));
  const few = fewest(list, { of, sure: (one) => one === list[0] });
  return (site, path) => few.some((one) => one.site === site && one.path === path);
}

/** So many of the cases, from all over. */
export function share(cases, most) {
  if (cases.length <= most) return cases;
  return Array.from({ length: most }, (_, at) => cases[Math.floor((at * cases.length) / most)]);
}

/** A page of its own, closed afterwards, in which the browser must find nothing to complain of. */
export async function opened(browser, url, { change = null, view = VIEWS[0], ...kind }, use) {
  const { viewport, colorScheme, forcedColors } = view;
  const context = await browser.newContext({ viewport, colorScheme, forcedColors, reducedMotion: "reduce", ...kind });
  try {
    context.setDefaultTimeout(30_000);
    const page = await context.newPage();
    const errors = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    page.on("console", (message) => {
      const elsewhere = message.text().startsWith("Failed to load resource");
      if (message.type() === "error" && !elsewhere) errors.push(message.text());
    });
    const changed = change ? await altered(page, change) : null;
    await page.goto(url);
    if (changed && !changed.yes) throw new Error("the change found nothing to change");
    const result = await use(page);
    if (errors.length) throw new Error(errors.join("\n"));
    return result;
  } finally {
    await context.close();
  }
}

/**
 * Gives each case's answers and compares what shows with what must; answers the complaints.
 * The contract of the page says what is compared; `first` ends it with the first case that differs.
 */
export async function compare(page, cases, { first = false } = {}) {
  return page.evaluate(run, { cases, first });
}

/** Gives the answers of one case, from none; the questions are unfolded. */
export async function answer(page, answers) {
  await page.evaluate((given) => {
    const form = document.querySelector("form[data-checklist]");
    form.closest("details").open = true;
    form.reset();
    for (const [name, value] of Object.entries(given)) {
      if (value !== "-") form.querySelector(`[name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]`).click();
    }
    form.querySelector("[type=radio]").dispatchEvent(new Event("change", { bubbles: true }));
  }, answers);
}

/** What differs from a case in the page as it stands. */
export async function standing(page, { answers, shown }) {
  return page.evaluate(run, { cases: [{ answers, shown }], first: false, asItStands: true });
}

/** Runs in the page. */
function run({ cases, first, asItStands = false }) {
  const form = document.querySelector("form[data-checklist]");
  const shows = (element) => element.checkVisibility();
  const radio = (name, value) => form.querySelector(`[name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]`);
  const inOrder = (list) => [...list].sort();

  const give = (answers, spoken) => {
    form.reset();
    for (const [name, value] of Object.entries(answers)) {
      // An open question is left alone, or "I don't know yet" is said: both must mean the same.
      if (value !== "-" || spoken) radio(name, value).click();
    }
    // The script hears of a reset only later; a reader's browser has the time.
    form.querySelector("[type=radio]").dispatchEvent(new Event("change", { bubbles: true }));
  };

  // The one sum that is told, in digits; empty while the range stands there.
  const told = () => {
    const seen = { visibilityProperty: true };
    const shown = [...document.querySelectorAll("[data-sum]")].filter((one) => one.checkVisibility(seen));
    if (shown.length !== 1) return `${shown.length} sums at once`;
    const [{ dataset, textContent }] = shown;
    if (dataset.sum === "0") return "";
    const amounts = textContent.split(/: | \(/)[0].match(/Rp[\d.]+/g) ?? ["0"];
    return amounts.map((amount) => amount.replace(/\D/g, "")).join("+");
  };

  const attributes = (list, name) => inOrder([...list].filter(shows).map((element) => element.dataset[name]));
  const distinct = (list) => [...new Set(list)];
  const places = [...document.querySelectorAll("#requirements > div")];
  // A list is folded away; and a group that heads its papers goes with the last of them.
  const folds = (item, { lists, groups }) =>
    (Boolean(item.closest("[data-lists]")) && !lists) || (places.includes(item) && !groups.includes(String(places.indexOf(item) + 1)));

  // An item may stand twice: wherever it does, it must be there and say the same.
  const itemStates = (wanted) => {
    const found = {};
    const missing = [];
    for (const item of document.querySelectorAll("[data-item]")) {
      if (folds(item, wanted)) continue;
      const path = item.dataset.item;
      const own = [...item.querySelectorAll("[data-state]")].filter((one) => one.closest("[data-item]") === item);
      const away = !shows(item);
      if (away && !("range" in item.dataset) && wanted.states[path] !== "not_needed") missing.push(path);
      if (own.length) (found[path] ??= []).push(away ? "not_needed" : attributes(own, "state").join("+"));
    }
    const said = Object.entries(found).map(([path, all]) => [path, distinct(all).join(" and ")]);
    return { states: Object.fromEntries(said), missing: distinct(missing) };
  };

  // The papers' places by their order in the list; one that can hide bears that number.
  const placesShown = () =>
    places.flatMap((place, at) => {
      const { group = String(at + 1) } = place.dataset;
      return shows(place) ? [group === String(at + 1) ? group : `${group} as ${at + 1}`] : [];
    });

  // What stands for several lines until one of them holds; each by its place among its like.
  const ranges = ({ lists }) =>
    [...document.querySelectorAll("[data-range]")]
      .filter((range) => lists || !range.closest("[data-lists]"))
      .map((range, at) => [range, `${range.dataset.range} ${at}`]);

  const timesTold = () =>
    [...document.querySelectorAll(".summary .time dd > :not(.quiet)")].filter((one) => shows(one) && one.innerText.trim()).length;

  const ASIDES = ["then", "else", "unfold", "note", "open", "asking"];
  const BRING = ["nothing", "papers"];
  const read = (wanted) => {
    const lists = [...document.querySelectorAll("[data-lists]")];
    const open = lists.filter(shows).length;
    const questions = [...document.querySelectorAll("[data-question]")];
    return {
      ...itemStates(wanted),
      failed: attributes(document.querySelectorAll("[data-failed]"), "failed"),
      verdict: attributes(document.querySelectorAll("[data-verdict]"), "verdict").join("+"),
      lists: open === lists.length ? true : open === 0 ? false : `${open} of ${lists.length}`,
      notices: attributes(document.querySelectorAll("[data-notice]"), "notice"),
      sum: told(),
      groups: inOrder(placesShown()),
      bring: BRING.filter((bring) => [...document.querySelectorAll(`[data-bring=${bring}]`)].some(shows)),
      hidden: inOrder(questions.filter((question) => !shows(question)).map((question) => question.dataset.question)),
      open: attributes(document.querySelectorAll("[data-open]"), "open"),
      ranges: ranges(wanted).filter(([range]) => shows(range)).map(([, name]) => name),
      time: timesTold(),
      asides: ASIDES.filter((name) => [...document.querySelectorAll(`.${name}`)].some(shows)),
    };
  };

  // What follows from a case for the parts of the page that it does not name.
  const following = (shown, answers) => {
    const { states, verdict, lists, hidden } = shown;
    const some = Object.values(answers).some((value) => value !== "-");
    const left = Object.keys(answers).filter((name) => answers[name] === "-" && !hidden.includes(name));
    const held = (range) => [...range.parentNode.querySelectorAll("[data-item]")].some((item) => states[item.dataset.item] === "needed");
    const first = ["do_first", "ask_first"].includes(verdict);
    const asides = { then: first, else: !lists, unfold: !lists, note: verdict !== "incomplete", open: verdict === "incomplete", asking: shown.notices.length > 0 };
    const bring = { nothing: lists && !shown.groups.length, papers: shown.groups.length && (first || verdict === "eligible") };
    return {
      missing: [],
      bring: BRING.filter((one) => bring[one] && document.querySelector(`[data-bring=${one}]`)),
      open: inOrder(verdict === "incomplete" && some ? left : []),
      ranges: ranges(shown).filter(([range]) => !held(range)).map(([, name]) => name),
      time: 1,
      asides: ASIDES.filter((name) => asides[name] && document.querySelector(`.${name}`)),
    };
  };

  // What is folded is read as whoever unfolds it does.
  const unfolded = [...document.querySelectorAll("details:not([open])")];
  for (const fold of unfolded) fold.open = true;
  const complaints = [];
  for (const [number, { answers, shown }] of cases.entries()) {
    if (!asItStands) give(answers, number % 2);
    const found = read(shown);
    const everywhere = (path) => [...document.querySelectorAll(`[data-item="${path}"]`)];
    // A group without papers has no line of its own: its parts say under what condition they stand.
    const isGroup = (path) => Object.keys(shown.states).some((other) => other.startsWith(`${path}.`));
    const unseen = (path) => everywhere(path).every((item) => folds(item, shown)) && (everywhere(path).length || isGroup(path));
    const states = Object.fromEntries(Object.entries(shown.states).filter(([path]) => !unseen(path)));
    const wanted = { ...shown, ...following(shown, answers), states };
    for (const list of ["failed", "hidden", "groups"]) wanted[list] = inOrder(shown[list]);
    // Where all answers cost the same, nothing follows them; and places fold away with their list.
    if (!document.querySelector("[data-sum]")) delete wanted.sum;
    if (!shown.lists) wanted.groups = [];
    for (const key of Object.keys(wanted)) {
      const sorted = (value) => JSON.stringify(value?.constructor === Object ? Object.entries(value).sort() : value);
      if (sorted(wanted[key]) !== sorted(found[key])) {
        complaints.push(`${JSON.stringify(answers)}: ${key} ${sorted(found[key])} instead of ${sorted(wanted[key])}`);
      }
    }
    if (first && complaints.length) break;
  }
  for (const fold of unfolded) fold.open = false;
  if (!asItStands) form.reset();
  return complaints;
}

/** The page's HTML changed on its way, its policy taken away, because the policy names what it carried before. */
async function altered(page, change) {
  const changed = { yes: false };
  await page.route("**/*.html", async (route) => {
    const response = await route.fetch();
    const html = (await response.text()).replace(/<meta[^>]*content-security-policy[^>]*>/i, "");
    const body = change(html);
    changed.yes ||= body !== html;
    await route.fulfill({ response, body });
  });
  return changed;
}

/** The page as a browser reads it that does not know :has(): nor does any other element than the root. */
export function withoutHas(html) {
  return html.replaceAll("selector(:has(*))", "selector(:no-such-thing(*))").replaceAll("]:has(", "]:no-such-thing(");
}
