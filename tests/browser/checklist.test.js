// Every checklist in a real browser: what it displays for some answers is what trying every completion says.
//
// SITES names the list of sites, ORACLE the answers of tests/oracle.rs. See lib/checklist.js for what is compared.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";

import { VIEWS, launch } from "./lib/browser.js";
import { altered, compare, withoutHas } from "./lib/checklist.js";
import * as rendered from "./lib/rendered.js";
import { serve } from "./lib/server.js";
import { sitesToTest } from "./lib/site.js";

const oracle = JSON.parse(readFileSync(process.env.ORACLE, "utf8"));
const sites = sitesToTest().filter((site) => Object.keys(oracle[site.name] ?? {}).length);
let browser;

before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** A page of its own, closed afterwards. */
async function opened(url, { change = null, view = VIEWS[0], ...kind }, use) {
  const { viewport, colorScheme, forcedColors } = view;
  const context = await browser.newContext({ viewport, colorScheme, forcedColors, reducedMotion: "reduce", ...kind });
  try {
    const page = await context.newPage();
    const errors = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    page.on("console", (message) => {
      const elsewhere = message.text().startsWith("Failed to load resource");
      if (message.type() === "error" && !elsewhere) errors.push(message.text());
    });
    if (change) await altered(page, change);
    await page.goto(url);
    const result = await use(page);
    assert.deepEqual(errors, []);
    return result;
  } finally {
    await context.close();
  }
}

function none(complaints) {
  assert.equal(complaints.length, 0, `${complaints.length} differences\n${complaints.slice(0, 10).join("\n")}`);
}

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

    for (const [path, cases] of Object.entries(oracle[site.name])) {
      describe(path, () => {
        const url = () => server.url + path;

        test("shows what brute force says, without script", async (context) => {
          context.diagnostic(`${cases.length} sets of answers`);
          none(await opened(url(), { javaScriptEnabled: false }, (page) => compare(page, cases)));
        });

        test("shows the same with script", async () => {
          none(await opened(url(), {}, (page) => compare(page, cases)));
        });

        test("shows the same with script where :has() is unknown", async () => {
          none(await opened(url(), { change: withoutHas }, (page) => compare(page, cases)));
        });

        test("asks nothing and hides nothing without :has() and script", async () => {
          const how = { javaScriptEnabled: false, change: withoutHas };
          const found = await opened(url(), how, (page) =>
            page.evaluate(() => {
              const shown = (selector) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility());
              const items = [...document.querySelectorAll("[data-item]")];
              return {
                asked: shown("form[data-checklist], [data-question], [data-state], [data-failed], [data-notice], [data-verdict]").length,
                folded: items.filter((item) => !item.checkVisibility()).length,
                conditions: document.querySelectorAll(".if").length - shown(".if").length,
              };
            }),
          );
          assert.deepEqual(found, { asked: 0, folded: 0, conditions: 0 });
        });

        test("is noticed when a rule or an expectation is wrong", async () => {
          const wrong = structuredClone(cases.slice(0, 60));
          const { shown } = wrong.at(-1);
          shown.verdict = shown.verdict === "eligible" ? "incomplete" : "eligible";
          const off = { javaScriptEnabled: false };
          assert.equal((await opened(url(), off, (page) => compare(page, wrong))).length, 1);
          const broken = (html) => html.replace("--y:initial;--m:none", "--y:initial;--m:block");
          const complaints = await opened(url(), { ...off, change: broken }, (page) => compare(page, cases));
          assert.ok(complaints.length > 0, "a broken rule was not noticed");
          const script = (html) => withoutHas(html).replace('made[yes] ? "met"', 'made[no] ? "met"');
          const heard = await opened(url(), { change: script }, (page) => compare(page, cases));
          assert.ok(heard.length > 0, "a broken script was not noticed");
        });

        test("is accessible in every verdict", async () => {
          const verdicts = new Map(cases.map((one) => [one.shown.verdict, one.answers]));
          for (const view of [VIEWS[0], VIEWS[3], { ...VIEWS[1], name: "forced colours", forcedColors: "active" }]) {
            await opened(url(), { view }, async (page) => {
              for (const answers of verdicts.values()) {
                await page.locator("form[data-checklist] button[type=reset]").click();
                for (const [name, value] of Object.entries(answers)) {
                  const choice = page.locator(`[name="${name}"][value="${value}"]`);
                  if (value !== "-" && (await choice.isVisible())) await choice.check();
                }
                none([...(await rendered.axe(page)), ...(await rendered.overflow(page))].map((what) => `${view.name}: ${what}`));
              }
            });
          }
        });

        test("says aloud what the answers lead to, after a pause and without moving", async () => {
          await opened(url(), {}, async (page) => {
            const status = page.locator("#status");
            const first = page.locator("[data-question] input").nth(1);
            await first.scrollIntoViewIfNeeded();
            const before = await page.evaluate(() => scrollY);
            await first.check();
            assert.equal(await status.textContent(), "");
            await page.waitForTimeout(1200);
            assert.match(await status.textContent(), /\p{L}/u);
            assert.equal(await first.evaluate((radio) => radio === document.activeElement), true);
            assert.equal(await page.evaluate(() => scrollY), before);
            assert.equal(await page.locator("[data-verdict][aria-live], [aria-live] [data-verdict]").count(), 0);
          });
        });

        test("keeps answers only when asked, and shares none that is sensitive", async () => {
          await opened(url(), {}, async (page) => {
            const rules = await page.evaluate(() => JSON.parse(document.querySelector("#rules").textContent));
            const answer = async () => {
              for (const { id, values } of rules.questions) {
                await page.locator(`[name="${id}"][value="${values[0]}"]`).evaluate((radio) => radio.click());
              }
            };
            const given = () =>
              page.evaluate(() => Object.fromEntries(new FormData(document.querySelector("form[data-checklist]"))));
            const open = Object.fromEntries(
              rules.questions.filter((one) => !one.sensitive).map(({ id, values }) => [id, values[0]]),
            );
            await answer();
            assert.equal(await page.evaluate(() => localStorage.length), 0);
            await page.goto(url());
            await page.locator("form[data-checklist]").evaluate((form) => form.reset());
            await page.goto("about:blank");
            await page.goto(`${url()}#${new URLSearchParams(open)}&${rules.questions[0].id}=none`);
            assert.deepEqual(await given(), open);
            await answer();
            await page.locator("[data-tick]").first().evaluate((tick) => tick.click());
            await page.locator("[data-do=keep]").click();
            await page.goto("about:blank");
            await page.goto(url());
            assert.deepEqual(await given(), open);
            assert.equal(await page.locator("[data-tick]").first().isChecked(), true);
            await page.locator("[data-do=forget]").click();
            assert.equal(await page.evaluate(() => localStorage.length), 0);
          });
        });

        test("works from a folder", async () => {
          await opened(pathToFileURL(join(site.folder, path)).href, {}, async (page) => {
            await page.locator("[data-question] input").nth(1).check();
            assert.equal(await page.locator("#tools").isVisible(), true);
          });
        });

        test("is answered and cleared by keyboard", async () => {
          await opened(url(), { javaScriptEnabled: false }, async (page) => {
            const first = page.locator("[data-question] input").first();
            await first.focus();
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
