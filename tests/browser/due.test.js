// The day on which a service is done, on the built pages, on days and in places that the test sets.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { launch } from "./lib/browser.js";
import { serve } from "./lib/server.js";
import { sitesToTest } from "./lib/site.js";

const site = sitesToTest().find(({ name }) => name === "reference");
const path = "dinas-contoh/layanan-lengkap.html";
let browser;
let server;

before(async () => {
  browser = await launch();
  server = await serve(site.folder, site.base);
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** The visible lines on a page opened at a moment, by a reader in a place. */
async function lines(now, timezoneId = "Asia/Jakarta", options = {}) {
  const context = await browser.newContext({ timezoneId, ...options });
  const page = await context.newPage();
  if (now) await page.clock.setFixedTime(new Date(now));
  await page.goto(server.url + (options.path ?? path));
  const all = await page.locator("[data-due]:visible").allInnerTexts();
  await context.close();
  return all;
}

describe("the day on which it is done", () => {
  test("stands beside the time, in the reader's language", async () => {
    const [first, ...more] = await lines("2026-11-23T09:00+07:00");
    assert.match(first, /^Lengkap hari ini: selesai paling lambat \p{L}+, \d+ \p{L}+ \(tanpa hari libur\)$/u);
    assert.ok(more.length < 4);
  });

  test("is the same wherever the reader is", async () => {
    const here = await lines("2026-11-23T08:30+07:00");
    assert.deepEqual(await lines("2026-11-23T08:30+07:00", "Pacific/Kiritimati"), here);
    assert.deepEqual(await lines("2026-11-23T08:30+07:00", "America/Adak"), here);
  });

  test("is counted from the next working day once the office has closed", async () => {
    const [open] = await lines("2026-11-27T10:59+07:00");
    const [closed] = await lines("2026-11-27T11:00+07:00");
    assert.match(open, /hari ini/);
    assert.match(closed, /^Lengkap Senin, 30 November: selesai/);
  });

  test("is not named where the year's holidays are not known", async () => {
    assert.deepEqual(await lines("2030-03-05T09:00+07:00"), []);
  });

  test("is not named without script", async () => {
    assert.deepEqual(await lines(null, "Asia/Jakarta", { javaScriptEnabled: false }), []);
  });
});
