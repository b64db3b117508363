// Each service's page before an answer and in every outcome of its checklist, after walks through the questions by clicks:
// how it is laid out, whether the result is found, where the focus is, and what comes out of the printer.
//
// A share of the outcomes is looked at, every one on the site of the repository's root; with FULL=1 every one everywhere,
// with script and without, and the example town's translations too. Each check is seen to fail on a fault planted for it.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { launch } from "./lib/browser.js";
import { opened, share, sitesWithCases } from "./lib/checklist.js";
import { accessible, focusSeen, laidOut, onPaper, resultFound, short } from "./lib/outcomes.js";
import { serve } from "./lib/server.js";
import { walksByVerdict } from "./lib/walk.js";

const SCRIPT = {};
const BARE = { javaScriptEnabled: false };
const MODES = [["with script", SCRIPT], ["without script", BARE]];
const sites = sitesWithCases().filter((site) => !site.bare);
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

for (const site of sites) {
  describe(site.name, () => {
    const thorough = site === sites[0] || Boolean(process.env.FULL);
    const ways = process.env.FULL ? 6 : thorough ? 3 : 2;
    // A page that holds every key is as long as it must be.
    const counted = site.name !== "reference";
    let server;
    before(async () => {
      server = await serve(site.folder, site.base);
    });
    after(() => server?.close());

    const translated = (path) => site.name === "kota-contoh" && path.startsWith("en/") && !process.env.FULL;
    for (const [path, cases] of Object.entries(site.cases).filter(([path]) => !translated(path))) {
      describe(path, () => {
        const url = () => server.url + path;
        let all;
        /** Some of the outcomes, others with each page; all where it matters. */
        const some = (most) => {
          const turned = all.map((_, at) => all[(at + turn) % all.length]);
          turn += 1;
          return thorough ? all : share(turned, most);
        };
        // Of two modes both where it matters, else one after the other.
        const modes = () => (thorough ? MODES : [MODES[turn % 2]]);
        before(async () => {
          all = [...(await waysThrough(url(), verdictsOf(cases), ways))];
        });

        test("ends in every verdict that brute force knows", () => {
          const reached = new Set(all.map(([verdict]) => verdict));
          assert.deepEqual(verdictsOf(cases).filter((verdict) => !reached.has(verdict)), []);
        });

        test("lets no text lie over another, breaks no word and needs no scrolling sideways", async () => {
          for (const [name, how] of modes()) none((await laidOut(browser, url(), some(3), how)).map((what) => `${name}, ${what}`));
        });

        test("is accessible with everything unfolded", async () => {
          none(await accessible(browser, url(), some(1), SCRIPT, turn));
        });

        test("shows its result, or the way there, after the last answer, and says it", async () => {
          for (const [name, how] of MODES) none((await resultFound(browser, url(), some(2), how)).map((what) => `${name}, ${what}`));
        });

        test("keeps the focus in sight", async () => {
          for (const [name, how] of modes()) none((await focusSeen(browser, url(), all, how)).map((what) => `${name}, ${what}`));
        });

        test("prints whole, on few sheets", async () => {
          for (const [name, how] of modes()) none((await onPaper(browser, url(), some(2), how, counted)).map((what) => `${name}, ${what}`));
        });

        if (counted) {
          test("is no longer than promised", async () => {
            for (const [name, how] of modes()) none((await short(browser, url(), some(2), how)).map((what) => `${name}, ${what}`));
          });
        }
      });
    }
  });
}

const styled = (style) => (html) => html.replace("</style>", `${style}</style>`);
const eligible = (style) => styled(`[data-verdict=eligible]{${style}}`);
const put = (markup) => (html) => html.replace(/<\/main>/, `${markup}</main>`);

/** The fault, the check that must find it, what is changed in the page, and what is said of it. */
const FAULTS = [
  ["a verdict that lies over what follows", laidOut, eligible("height:0!important;margin:0!important;padding:0!important"), /lies over/],
  ["a verdict wider than the page", laidOut, eligible("width:150vw!important;max-width:none!important"), /px of content in 320 px/],
  ["a verdict that needs scrolling with large text only", laidOut, eligible("width:15rem!important;min-width:15rem!important"), /text at 200 %: .*px of content/],
  ["a verdict whose words are broken", laidOut, eligible("width:2rem!important;max-width:2rem!important;padding:0!important;overflow-wrap:anywhere!important"), /is broken/],
  ["a pale verdict", accessible, eligible("color:#999!important;background:#fff!important"), /color-contrast/],
  ["a fold without a name", accessible, put("<details><summary></summary>Isi</details>"), /summary-name/],
  ["a result far below", resultFound, styled('#result{margin-top:200vh!important}a[href="#result"]{display:none!important}'), /out of sight/],
  ["a link that leads elsewhere", resultFound, elsewhere, /does not lead to it/],
  ["a result that nobody says", resultFound, (html) => html.replace(/role=("?)status\1/, ""), /nothing is said aloud/],
  ["a bar over everything", focusSeen, put('<div class="cover"></div><style>.cover{position:fixed;inset:0;z-index:99}</style>'), /covered by <div class="?cover/],
  ["a focus that folds away with its answer", focusSeen, styled("fieldset:has(:checked):not(:has(:focus-visible)) input:not(:checked){display:none!important}"), /loses the focus/],
  ["answers that are gone after the first", focusSeen, styled("fieldset:has(:checked) input:not(:checked){display:none!important}"), /chooses nothing else/],
  ["a page of many sheets", onPaper, styled("@media print{main{display:block!important;min-height:120cm!important}}"), /sheets, at most/],
  ["a heading that its part leaves", onPaper, styled("@media print{h2{display:block!important;break-after:page!important}}"), /ends with the heading/],
  ["a verdict that paper cuts", onPaper, styled("@media print{[data-verdict=eligible]{height:3px!important;overflow:hidden!important}}"), /cut on paper/],
  ["a text beside the paper", onPaper, put('<p class="off">Sampingan kertas</p><style>.off{position:absolute;left:60cm;white-space:nowrap}</style>'), /lack “Sampingan”/],
  ["a long page", short, styled("main{padding-bottom:900vh!important}"), /screens, at most/],
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
      const complaints = await check(browser, server.url + path, walks, { change });
      assert.ok(complaints.some((what) => pattern.test(what)), `${pattern} not among\n${complaints.slice(0, 12).join("\n")}`);
    });
  }
});
