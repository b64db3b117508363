// A checklist in use: seen in every verdict, heard, kept and shared.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { VIEWS, launch } from "./lib/browser.js";
import { compare, opened, sitesWithCases, withoutHas } from "./lib/checklist.js";
import * as rendered from "./lib/rendered.js";
import { serve } from "./lib/server.js";

const sites = sitesWithCases().filter((site) => !site.random);
let browser;

before(async () => {
  browser = await launch();
});
after(() => browser?.close());

function none(complaints) {
  assert.equal(complaints.length, 0, `${complaints.length} differences\n${complaints.slice(0, 10).join("\n")}`);
}

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

        test("is accessible in every verdict", async () => {
          const verdicts = new Map(cases.map((one) => [one.shown.verdict, one.answers]));
          for (const view of [VIEWS[0], VIEWS[3], { ...VIEWS[1], name: "forced colours", forcedColors: "active" }]) {
            await opened(browser, url(), { view }, async (page) => {
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
          await opened(browser, url(), {}, async (page) => {
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
          await opened(browser, url(), {}, async (page) => {
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
      });
    }
  });
}
