// Every checklist in a real browser: what it displays for some answers is what trying every completion says.
//
// SITES names the list of sites, ORACLE the cases that tests/oracle.rs writes: every set of answers of a page, or 2,000
// drawn from a fixed seed; and twenty services that were drawn themselves. Of the first site every case is tried, of the
// pages that have all parts between them (lib/choose.js) a share in each mode, of all others some cases in one, by turns.
// With FULL=1 every case of every page without script, and 600 in each of the other modes.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";

import { launch } from "./lib/browser.js";
import { chosen, compare, opened, share, sitesWithCases, withoutHas } from "./lib/checklist.js";
import { serve } from "./lib/server.js";

const MODES = [
  { name: "without script", how: { javaScriptEnabled: false }, most: 160, few: 30 },
  { name: "with script", how: {}, most: 40, few: 20 },
  { name: "with script where :has() is unknown", how: { change: withoutHas }, most: 20, few: 10 },
];

/** In which modes a page is tried, and how many of its cases in each. */
function modesOf(site, closely, turn) {
  if (process.env.FULL) return MODES.map((mode, at) => ({ ...mode, most: at ? 600 : Infinity }));
  if (site === sites[0]) return MODES.map((mode) => ({ ...mode, most: mode.most * 2 }));
  if (closely) return MODES;
  const turned = MODES.map((_, at) => MODES[(turn + at) % MODES.length]);
  return turned.slice(0, 1).map((mode) => ({ ...mode, most: mode.few }));
}

/* Decided in more ways than a page can carry: these items stay open, in words, each with the group that it stands in; and
   this verdict waits for one criterion. */
const IN_WORDS = { "dinas-contoh/perpanjangan-usaha.html": { "requirements.2": "1" } };
const WAITS = ["dinas-contoh/pendaftaran-usaha.html"];

const sites = sitesWithCases();
const looked = chosen(sites.filter((site) => !site.bare));
const totals = Object.fromEntries(MODES.map(({ name }) => [name, 0]));
let browser;
let turn = 0;

before(async () => {
  browser = await launch();
});
after(async () => {
  await browser?.close();
  for (const [name, count] of Object.entries(totals)) console.log(`# ${name}: ${count} sets of answers compared in all`);
});

test("there are checklists to test", () => {
  assert.ok(sites.length > 0);
});

for (const site of sites) {
  describe(site.name, () => {
    let server;
    before(async () => {
      server = await serve(site.folder, site.base);
    });
    after(() => server?.close());

    for (const [path, cases] of Object.entries(site.cases)) {
      describe(path, () => {
        const url = () => server.url + path;
        const closely = looked(site, path);

        for (const { name, how, most } of modesOf(site, closely, turn++)) {
          test(`shows what brute force says, ${name}`, async (context) => {
            const some = share(cases, most).map((one) => within(path, one));
            const complaints = await opened(browser, url(), how, (page) => compare(page, some));
            totals[name] += some.length;
            context.diagnostic(`${some.length} of ${cases.length} sets of answers, ${complaints.length} differences`);
            assert.equal(complaints.length, 0, `${complaints.length} differences\n${complaints.slice(0, 10).join("\n")}`);
          });
        }

        if (site.bare || !closely) return;

        test("asks nothing and hides nothing without :has() and script", async () => {
          const how = { javaScriptEnabled: false, change: withoutHas };
          const found = await opened(browser, url(), how, (page) =>
            page.evaluate(() => {
              for (const fold of document.querySelectorAll("details:not([hidden])")) fold.open = true;
              const shown = (selector) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility());
              const items = [...document.querySelectorAll("[data-item]")];
              // A criterion without a condition has nothing to say while it is open.
              const conditions = [...document.querySelectorAll(".if:not([data-state=maybe]:empty)")];
              // What an answer would say, and what stands without one.
              const claims = "[data-state]:not([data-state=maybe]), [data-failed], [data-notice], [data-open], [data-verdict]:not([data-verdict=incomplete])";
              return {
                asked: shown("form[data-checklist], [data-question], .then, .note, .else, .unfold, #tools, [data-do]").length,
                claimed: shown(claims).length,
                verdicts: shown("[data-verdict=incomplete]").length,
                folded: items.filter((item) => !item.checkVisibility()).length,
                conditions: conditions.filter((one) => !one.checkVisibility() || !/\p{L}/u.test(one.innerText)).length,
              };
            }),
          );
          assert.deepEqual(found, { asked: 0, claimed: 0, verdicts: 1, folded: 0, conditions: 0 });
        });

        test("works from a folder", async () => {
          await opened(browser, pathToFileURL(join(site.folder, path)).href, {}, async (page) => {
            const some = share(cases, 20);
            assert.deepEqual(await compare(page, some), []);
            await page.locator("#ask > summary").click();
            await page.locator("[data-question] input").nth(1).check();
            // The script has answered: what one can do with answers is there, unless the lists fold away with this one.
            assert.equal(await page.locator("#tools").getAttribute("hidden"), null);
            const seen = await page.evaluate(() => [document.querySelector("#tools"), document.querySelector("#details")].map((one) => one.checkVisibility()));
            assert.equal(seen[0], seen[1]);
          });
        });

        test("is answered and cleared by keyboard without script", async () => {
          await opened(browser, url(), { javaScriptEnabled: false }, async (page) => {
            const first = page.locator("[data-question] input").first();
            await page.locator("#ask > summary").focus();
            await page.keyboard.press("Enter");
            await page.keyboard.press("Tab");
            assert.equal(await first.evaluate((one) => one === document.activeElement), true);
            await page.keyboard.press("Space");
            await page.keyboard.press("ArrowDown");
            await page.keyboard.press("Enter");
            assert.equal(await page.locator("[data-question] input").nth(1).isChecked(), true);
            assert.equal(page.url(), url());
            await page.locator("button[type=reset]").focus();
            await page.keyboard.press("Enter");
            assert.equal(await page.locator("[data-question] :checked").count(), 0);
          });
        });
      });
    }
  });
}

/** A case as a page shows it that keeps within its bounds. */
function within(path, { answers, shown, idle }) {
  const inWords = IN_WORDS[path] ?? {};
  const open = Object.fromEntries(Object.keys(inWords).map((item) => [item, "maybe"]));
  const groups = [...new Set([...shown.groups, ...Object.values(inWords)])].sort();
  const waits = WAITS.includes(path) && shown.verdict.startsWith("not") && !shown.failed.length;
  const verdict = waits ? { verdict: "incomplete", lists: true, hidden: idle } : {};
  return { answers, shown: { ...shown, ...verdict, groups, states: { ...shown.states, ...open } } };
}
