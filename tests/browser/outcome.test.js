// Each service's page before an answer and in every outcome of its checklist, after walks through the questions by clicks:
// how it is laid out, whether the result is found, where the focus is, and what comes out of the printer.
//
// Of the first page every outcome is looked at, of the pages that have all parts between them (lib/choose.js) the page
// before an answer and two outcomes, each with script or without, by turns; with FULL=1 every outcome of every page, both
// with script and without. Each check is seen to fail on a fault planted for it.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { launch } from "./lib/browser.js";
import { chosen, opened, sitesWithCases } from "./lib/checklist.js";
import { BEFORE, focusSeen, inOutcomes, resultFound } from "./lib/outcomes.js";
import { serve } from "./lib/server.js";
import { walksByVerdict } from "./lib/walk.js";

const SCRIPT = {};
const BARE = { javaScriptEnabled: false };
const MODES = [["with script", SCRIPT], ["without script", BARE]];
const sites = sitesWithCases().filter((site) => !site.bare);
const looked = chosen(sites);
let browser;
let turn = 0;

before(async () => {
  browser = await launch();
});
after(() => browser?.close());

function none(complaints) {
  assert.equal(complaints.length, 0, `${complaints.length} complaints\n${complaints.slice(0, 12).join("\n")}`);
}

/** The walks to each of these verdicts, `each` to one. */
function waysThrough(url, wanted, each) {
  return opened(browser, url, BARE, (page) => walksByVerdict(page, { each, wanted }));
}

/** The verdicts that the answers of a page may lead to. */
function verdictsOf(cases) {
  return [...new Set(cases.map(({ shown }) => shown.verdict))].filter((verdict) => verdict !== "incomplete");
}

const LOOKS = {
  laidOut: "lets no text lie over another, breaks no word and needs no scrolling sideways",
  accessible: "is accessible with everything unfolded",
  onPaper: "prints whole, on few sheets",
  short: "is no longer than promised",
};

for (const site of sites) {
  describe(site.name, () => {
    const full = Boolean(process.env.FULL);
    const thorough = full || site === sites[0];
    // A page that holds every key is as long as it must be.
    const counted = site.name !== "reference";
    let server;
    before(async () => {
      server = await serve(site.folder, site.base);
    });
    after(() => server?.close());

    for (const [path, cases] of Object.entries(site.cases).filter(([path]) => looked(site, path))) {
      describe(path, () => {
        const url = () => server.url + path;
        const found = {};
        let all;
        let some;
        /** Of what there is to look at the share of a mode. */
        const share = (list, mode) => (full ? list : list.filter((_, at) => (at + turn) % MODES.length === mode));
        before(async () => {
          turn += 1;
          all = [...(await waysThrough(url(), verdictsOf(cases), full ? 4 : thorough ? 2 : 1))];
          some = all.map((_, at) => all[(at + turn) % all.length]).slice(0, thorough ? all.length : 2);
          const counts = { counted, turn };
          for (const [mode, [name, how]] of MODES.entries()) {
            const looks = Object.keys(LOOKS).filter((look) => look !== "accessible" || how === SCRIPT);
            const complaints = await inOutcomes(browser, url(), share([BEFORE, ...some], mode), how, looks, counts);
            for (const look of looks) (found[look] ??= []).push(...complaints[look].map((what) => `${name}, ${what}`));
          }
        });

        test("ends in every verdict that brute force knows", () => {
          const reached = new Set(all.map(([verdict]) => verdict));
          assert.deepEqual(verdictsOf(cases).filter((verdict) => !reached.has(verdict)), []);
        });

        for (const [look, title] of Object.entries(LOOKS)) {
          if (look !== "short" || counted) test(title, () => none(found[look]));
        }

        test("shows its result, or the way there, after the last answer, and says it", async () => {
          for (const [mode, [name, how]] of MODES.entries()) {
            none((await resultFound(browser, url(), share(some, mode), how)).map((what) => `${name}, ${what}`));
          }
        });

        test("keeps the focus in sight", async () => {
          for (const [name, how] of share(MODES, 0)) none((await focusSeen(browser, url(), how)).map((what) => `${name}, ${what}`));
        });
      });
    }
  });
}

const styled = (style) => (html) => html.replace("</style>", `${style}</style>`);
const eligible = (style) => styled(`[data-verdict=eligible]{${style}}`);
const put = (markup) => (html) => html.replace(/<\/main>/, `${markup}</main>`);

const looking = (look) => async (url, walks, how) => (await inOutcomes(browser, url, walks, how, [look]))[look];
const result = (url, walks, how) => resultFound(browser, url, walks, how);
const keyboard = (url, walks, how) => focusSeen(browser, url, how);

/** The fault, the check that must find it, what is changed in the page, and what is said of it. */
const FAULTS = [
  ["a verdict that lies over what follows", looking("laidOut"), eligible("height:0!important;margin:0!important;padding:0!important"), /lies over/],
  ["a verdict wider than the page", looking("laidOut"), eligible("width:150vw!important;max-width:none!important"), /px of content in 320 px/],
  ["a verdict that needs scrolling with large text only", looking("laidOut"), eligible("width:15rem!important;min-width:15rem!important"), /text at 200 %: .*px of content/],
  ["a verdict whose words are broken", looking("laidOut"), eligible("width:2rem!important;max-width:2rem!important;padding:0!important;overflow-wrap:anywhere!important"), /is broken/],
  ["a pale verdict", looking("accessible"), eligible("color:#999!important;background:#fff!important"), /color-contrast/],
  ["a fold without a name", looking("accessible"), put("<details><summary></summary>Isi</details>"), /summary-name/],
  ["a result far below", result, styled('#result{margin-top:200vh!important}a[href="#result"]{display:none!important}'), /out of sight/],
  ["a link that leads elsewhere", result, elsewhere, /does not lead to it/],
  ["a result that nobody says", result, (html) => html.replace(/role=("?)status\1/, ""), /nothing is said aloud/],
  ["a bar over everything", keyboard, put('<div class="cover"></div><style>.cover{position:fixed;inset:0;z-index:99}</style>'), /covered by <div class="?cover/],
  ["a focus that folds away with its answer", keyboard, styled("fieldset:has(:checked):not(:has(:focus-visible)) input:not(:checked){display:none!important}"), /loses the focus/],
  ["answers that are gone after the first", keyboard, styled("fieldset:has(:checked) input:not(:checked){display:none!important}"), /chooses nothing else/],
  ["a page of many sheets", looking("onPaper"), styled("@media print{main{display:block!important;min-height:120cm!important}}"), /sheets, at most/],
  ["a heading that its part leaves", looking("onPaper"), styled("@media print{h2{display:block!important;break-after:page!important}}"), /ends with the heading/],
  ["a verdict that paper cuts", looking("onPaper"), styled("@media print{[data-verdict=eligible]{height:3px!important;overflow:hidden!important}}"), /cut on paper/],
  ["a text beside the paper", looking("onPaper"), put('<p class="off">Sampingan kertas</p><style>.off{position:absolute;left:60cm;white-space:nowrap}</style>'), /lack “Sampingan”/],
  ["a long page", looking("short"), styled("main{padding-bottom:900vh!important}"), /screens, at most/],
];

/** The link stays in sight, and something else, far above the result, bears its name too. */
function elsewhere(html) {
  const link = '<a href="#result" class="there">Lihat hasil</a><style>.there{position:fixed;top:0;left:0;z-index:9;background:#fff}section#result{margin-top:200vh!important}</style>';
  const unlinked = html.replaceAll(/<a(?=[^>]*href=("?)#result\1)[^>]*>/g, "<a>");
  return put(link)(unlinked.replace(/<main/, '<i id="result"></i><main'));
}

describe("a planted fault is found", () => {
  const [site] = sites;
  const [path] = Object.keys(site.cases);
  let server;
  let walks;
  before(async () => {
    server = await serve(site.folder, site.base);
    walks = [...(await waysThrough(server.url + path, ["eligible"], 1))].filter(([verdict]) => verdict === "eligible");
    assert.equal(walks.length, 1);
  });
  after(() => server?.close());

  for (const [name, check, change, pattern] of FAULTS) {
    test(name, async () => {
      const complaints = await check(server.url + path, walks, { change });
      assert.ok(complaints.some((what) => pattern.test(what)), `${pattern} not among\n${complaints.slice(0, 12).join("\n")}`);
    });
  }
});
