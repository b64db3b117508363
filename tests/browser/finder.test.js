// Every page that sorts services, in a real browser: for some answers each service stands in the part that trying every
// way to answer its questions says, once and nowhere else; with script and without.
//
// FINDERS names the cases that tests/finder/written.rs writes for the sites in SITES.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";

import { launch } from "./lib/browser.js";
import { opened, share, withoutHas } from "./lib/checklist.js";
import { serve } from "./lib/server.js";
import { sitesToTest } from "./lib/site.js";
import { handedOn } from "../../themes/default/finder/finder.js";

const finders = JSON.parse(readFileSync(process.env.FINDERS, "utf8"));
const sites = sitesToTest().filter((site) => Object.keys(finders[site.name] ?? {}).length);
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

test("there are pages to test, and each verdict is met", () => {
  assert.ok(sites.some((site) => site.name === "kota-contoh") && sites.length > 1);
  const met = new Set(Object.values(finders).flatMap((pages) => Object.values(pages).flat().flatMap(({ shown }) => Object.values(shown))));
  assert.deepEqual([...met].sort(), ["ask_first", "do_first", "eligible", "incomplete", "not_eligible", "not_needed"]);
});

for (const site of sites) {
  describe(site.name, () => {
    let server;
    before(async () => {
      server = await serve(site.folder, site.base);
    });
    after(() => server?.close());

    for (const [path, cases] of Object.entries(finders[site.name])) {
      for (const [name, how] of [["without script", { javaScriptEnabled: false }], ["with script", {}]]) {
        test(`${path} shows what brute force says, ${name}`, async (context) => {
          const some = share(cases, 25);
          const complaints = await opened(browser, server.url + path, how, (page) => page.evaluate(compare, some));
          context.diagnostic(`${some.length} of ${cases.length} sets of answers`);
          assert.deepEqual(complaints.slice(0, 10), []);
        });
      }
    }

    test("without :has() nothing is asked and every service stands", async () => {
      const [path, [{ shown }]] = Object.entries(finders[site.name])[0];
      const how = { javaScriptEnabled: false, change: withoutHas };
      const found = await opened(browser, server.url + path, how, (page) => page.evaluate(() => ({
        asked: document.querySelector("form").checkVisibility(),
        shown: [...document.querySelectorAll("#result li a")].filter((one) => one.checkVisibility()).length,
      })));
      assert.equal(found.asked, false);
      assert.ok(found.shown >= Object.keys(shown).length);
    });
  });
}

/** Runs in the page. */
function compare(cases) {
  const form = document.querySelector("form[data-checklist]");
  const shows = (element) => element.checkVisibility();
  const site = new URL(form.dataset.root, location.href).href;
  const complaints = [];
  for (const [at, { answers, shown, hidden }] of cases.entries()) {
    form.reset();
    for (const [name, value] of Object.entries(answers)) {
      // An open question is left alone, or "I don't know yet" is said: both must mean the same.
      if (value !== "-" || at % 2) form.querySelector(`[name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]`).click();
    }
    const found = {};
    for (const part of document.querySelectorAll("[data-sorted]")) {
      const links = [...part.querySelectorAll("li")].filter(shows).map((item) => item.querySelector("a"));
      if (shows(part) !== links.length > 0) complaints.push(`${part.dataset.sorted} shows with ${links.length} services`);
      for (const link of links) {
        const page = link.href.slice(site.length).split("#")[0];
        found[page] = found[page] ? `${found[page]} and ${part.dataset.sorted}` : part.dataset.sorted;
      }
    }
    const questions = [...document.querySelectorAll("[data-question]")];
    const away = questions.filter((one) => !shows(one)).map((one) => one.dataset.question);
    const inOrder = (all) => JSON.stringify(Object.entries(all).sort());
    const given = JSON.stringify(answers);
    if (inOrder(found) !== inOrder(shown)) complaints.push(`${given}: ${inOrder(found)}, not ${inOrder(shown)}`);
    if (JSON.stringify(away.sort()) !== JSON.stringify([...hidden].sort())) complaints.push(`${given}: ${away} hide, not ${hidden}`);
  }
  return complaints;
}

test("a band is handed on only where the other page has one for all of it", () => {
  const answers = { usia: ["17", "60"], menikah: ["ya", undefined] };
  assert.equal(handedOn(answers, "menikah usia=0,17"), "menikah=ya&usia=17");
  assert.equal(handedOn(answers, "usia=0,17,60"), "usia=17");
  assert.equal(handedOn(answers, "usia=0,17,21"), "");
  assert.equal(handedOn({ usia: ["60", undefined] }, "usia=0,17"), "usia=17");
  assert.equal(handedOn({ usia: ["17", undefined] }, "usia=0,17,60"), "");
  assert.equal(handedOn({ ipk: ["2.75", "3"] }, "ipk=0,2.5"), "ipk=2.5");
  assert.equal(handedOn(answers, ""), "");
});

describe("in use", () => {
  const town = sites.find((site) => site.name === "kota-contoh");
  const path = "peristiwa/menikah-untuk-saya.html";
  let server;
  before(async () => {
    server = await serve(town.folder, town.base);
  });
  after(() => server?.close());
  const choose = (page, name, value) => page.locator(`label:has([name="${name}"][value="${value}"])`).click();

  test("it says how many stand where, and hands the answers on to a page that shows them", async () => {
    await opened(browser, server.url + path, {}, async (page) => {
      await choose(page, "usia", "19");
      await page.waitForFunction(() => document.querySelector("#status").textContent);
      assert.match(await page.locator("#status").textContent(), /^\d+ bisa, .*belum pasti\. 4 pertanyaan belum dijawab\.$/);
      const link = page.locator("[data-sorted=eligible] li:visible a").first();
      assert.match(await link.getAttribute("href"), /#usia=19$/);
      await link.click();
      await page.waitForSelector("[data-question]");
      assert.ok(await page.locator('[name=usia][value="19"]').isChecked());
    });
  });

  test("answers are kept for other pages of the site only when asked to, and forgotten", async () => {
    await opened(browser, server.url + path, {}, async (page) => {
      const kept = () => page.evaluate(() => Object.entries(localStorage));
      await choose(page, "usia", "19");
      await choose(page, "warga_kota", "ya");
      assert.deepEqual(await kept(), []);
      await page.locator("[data-do=keep]").click();
      assert.equal((await kept()).length, 1);
      await page.goto(server.url + "kategori/kependudukan-untuk-saya.html");
      assert.ok(await page.locator("[name=warga_kota][value=ya]").isChecked());
      await page.locator("[data-do=forget]").click();
      assert.deepEqual(await kept(), []);
    });
  });
});
