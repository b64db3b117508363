// How long a service's page is: Markdown tables of the service pages of built sites, for each outcome of the checklist.
//
//   node tests/browser/screens.js FOLDER…          WALKS=40 walks more than 24 ways through each checklist
//
// Screens are of a phone of 360 × 720 px, after random walks through the questions by real clicks: the middle of those
// that end in a verdict. Bytes are those of gzip -9; sheets are A4. A number beyond its goal is bold.

import { launch } from "./lib/browser.js";
import { opened } from "./lib/checklist.js";
import { FIRST_FLIGHT, weight } from "./lib/files.js";
import { PHONE, SCREENS, SCREENS_BARE, SHEETS, goal } from "./lib/goals.js";
import { count, papersFillSheet } from "./lib/paper.js";
import { serve } from "./lib/server.js";
import { isOfService, openSite } from "./lib/site.js";
import { begin, ending, follow, median, screens, walksByVerdict } from "./lib/walk.js";

const OUTCOMES = ["before", "eligible", "do_first", "ask_first", "not_needed", "not_eligible", "incomplete"];
const MODES = [
  { name: "with script", goals: SCREENS, javaScriptEnabled: true },
  { name: "without script", goals: SCREENS_BARE, javaScriptEnabled: false },
];
const WALKS = Number(process.env.WALKS ?? 24);

const folders = process.argv.slice(2);
if (!folders.length) {
  console.error("usage: node tests/browser/screens.js FOLDER…");
  process.exit(2);
}
const browser = await launch();
const pages = [];
try {
  for (const folder of folders) {
    const site = openSite({ name: folder, folder });
    const server = await serve(folder);
    for (const page of site.pages.filter(isOfService)) {
      console.error(`${folder}: ${page.path}`);
      const walks = await waysThrough(server.url + page.path);
      const modes = [];
      for (const mode of MODES) modes.push(await measure(server.url + page.path, mode, walks));
      pages.push({ path: page.path, bytes: weight(page), modes });
    }
    await server.close();
  }
} finally {
  await browser.close();
}
for (const [at, { name, goals }] of MODES.entries()) heights(`Screens, ${name}`, goals, pages.map((page) => [page, page.modes[at]]));
waysToTheResult();
bytesAndSheets();

/** For each verdict some walks that end in it, together WALKS or more. */
async function waysThrough(url) {
  return opened(browser, url, { javaScriptEnabled: false }, async (page) => {
    if (!(await page.locator("form[data-checklist]").count())) return [];
    const found = await walksByVerdict(page, { each: WALKS });
    const each = Math.ceil(WALKS / found.size);
    return [...found].flatMap(([verdict, ways]) =>
      Array.from({ length: each }, (_, at) => ({ verdict, steps: ways[at % ways.length], prints: at === 0 })),
    );
  });
}

/** Heights and sheets of each outcome, and how the result was found. */
async function measure(url, { javaScriptEnabled }, walks) {
  const view = { viewport: PHONE };
  return opened(browser, url, { javaScriptEnabled, view }, async (page) => {
    await begin(page);
    const outcomes = { before: { screens: [screens(await ending(page), PHONE)], sheets: await count(page) } };
    const ways = [];
    for (const { verdict, steps, prints } of walks) {
      await follow(page, steps);
      const end = await ending(page);
      if (end.verdict !== verdict) throw new Error(`${url}: ${JSON.stringify(steps)} leads to ${end.verdict}, not ${verdict}`);
      ways.push(end.way);
      const own = (outcomes[verdict] ??= { screens: [] });
      own.screens.push(screens(end, PHONE));
      if (!prints) continue;
      own.full = await papersFillSheet(page);
      own.sheets = await count(page);
    }
    return { outcomes, ways };
  });
}

function heights(title, goals, rows) {
  const shown = OUTCOMES.filter((outcome) => rows.some(([, { outcomes }]) => outcomes[outcome]));
  const cells = rows.map(([{ path }, { outcomes }]) => [
    path,
    ...shown.map((outcome) => (outcomes[outcome] ? judged(median(outcomes[outcome].screens), goal(outcome, goals), 1) : "–")),
  ]);
  table(title, ["page", ...shown], ["goal", ...shown.map((outcome) => `≤ ${goal(outcome, goals)}`)], cells);
}

function waysToTheResult() {
  const share = (ways) => {
    if (!ways.length) return ["–", "–", "–"];
    const of = (way) => ways.filter((one) => one === way).length;
    return [of("view"), of("link"), of(null) ? `**${of(null)}**` : 0].map((count) => `${count} of ${ways.length}`.replace(/\*\* of (\d+)/, " of $1**"));
  };
  const rows = pages.filter(({ modes }) => modes[0].ways.length).map(({ path, modes }) => [path, ...modes.flatMap(({ ways }) => share(ways))]);
  const heads = ["in view", "a link away", "out of sight"];
  const goals = ["", "", "0"];
  table("Where the result is after the last answer", ["page", ...heads, ...heads.map((head) => `${head}, no script`)], ["goal", ...goals, ...goals], rows);
}

function bytesAndSheets() {
  const rows = pages.map(({ path, bytes, modes }) => {
    const of = ({ outcomes: { before, ...answered } }) => {
      const ends = Object.values(answered);
      const most = Math.max(...ends.map((one) => one.sheets));
      const beyond = ends.some((one) => one.sheets > (one.full ? SHEETS.full : SHEETS.answered));
      return [judged(before.sheets, SHEETS.blank), ends.length ? (beyond ? `**${most}**` : `${most}`) : "–"];
    };
    return [path, judged(bytes, FIRST_FLIGHT), ...modes.flatMap(of)];
  });
  const [blank, answered] = [`≤ ${SHEETS.blank}`, `≤ ${SHEETS.answered} (${SHEETS.full})`];
  const heads = ["page", "gzip -9", "A4 unanswered", "A4 answered", "A4 unanswered, no script", "A4 answered, no script"];
  table("Bytes, and sheets of paper", heads, ["goal", `≤ ${FIRST_FLIGHT}`, blank, answered, blank, answered], rows);
}

/** A number beyond its goal is bold. */
function judged(number, most, digits = 0) {
  const text = number.toFixed(digits);
  return Number(text) > most ? `**${text}**` : text;
}

function table(title, heads, goals, rows) {
  console.log(`\n### ${title}\n`);
  for (const row of [heads, heads.map((_, at) => (at ? "--:" : "---")), goals, ...rows]) console.log(`| ${row.join(" | ")} |`);
}
