// A checklist in use: by keyboard and by ear, in every verdict, kept, shared, copied, printed and opened again.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { after, before, describe, test } from "node:test";

import { VIEWS, launch } from "./lib/browser.js";
import { answer, opened, share, sitesWithCases, standing } from "./lib/checklist.js";
import * as rendered from "./lib/rendered.js";
import { serve } from "./lib/server.js";

const LOOKS = [...VIEWS, { ...VIEWS[0], name: "forced colours", forcedColors: "active" }];
const sites = sitesWithCases().filter((site) => !site.bare);
const words = (text) => text.replace(/\s+/g, " ").trim();
let browser;
let turn = 0;

before(async () => {
  browser = await launch();
});
after(() => browser?.close());

function none(complaints) {
  assert.equal(complaints.length, 0, `${complaints.length} complaints\n${complaints.slice(0, 10).join("\n")}`);
}

for (const site of sites) {
  describe(site.name, () => {
    let server;
    before(async () => {
      server = await serve(site.folder, site.base);
    });
    after(() => server?.close());

    // Of the example town one page, unless all is asked for: its other pages are made of the same parts.
    const pages = Object.entries(site.cases).slice(site.name === "kota-contoh" && !process.env.FULL ? -1 : 0);
    for (const [path, cases] of pages) {
      const url = () => server.url + path;
      const key = (answers) => JSON.stringify(Object.entries(answers).sort());
      const byAnswers = new Map(cases.map((one) => [key(one.answers), one]));
      const names = Object.keys(cases[0].answers);

      /** What the page shows is what must be shown for the answers that stand in it. */
      const asMustBe = async (page) => {
        const given = await page.evaluate(() => Object.fromEntries(new FormData(document.querySelector("form[data-checklist]"))));
        const answers = Object.fromEntries(names.map((name) => [name, given[name] ?? "-"]));
        none(await standing(page, byAnswers.get(key(answers))));
        return answers;
      };

      describe(path, () => {
        test("is accessible in every verdict", async (context) => {
          const verdicts = [...new Map(cases.map((one) => [one.shown.verdict, one])).values()];
          // Every look on the page of the first site; on the others each verdict in another, until all were seen.
          const every = site === sites[0] || process.env.FULL;
          const seen = [];
          await opened(browser, url(), {}, async (page) => {
            for (const { answers, shown } of verdicts) {
              const looks = every ? LOOKS : [LOOKS[turn++ % LOOKS.length]];
              await answer(page, answers);
              for (const { name, viewport, colorScheme, forcedColors = "none" } of looks) {
                await page.setViewportSize(viewport);
                await page.emulateMedia({ colorScheme, forcedColors, reducedMotion: "reduce" });
                const found = [...(await rendered.axe(page)), ...(await rendered.overflow(page))];
                none(found.map((what) => `${shown.verdict}, ${name}: ${what}`));
                seen.push(`${shown.verdict} (${name})`);
              }
            }
          });
          context.diagnostic(seen.join(", "));
        });

        test("is read as groups of named answers, a result and one quiet status", async () => {
          await opened(browser, url(), {}, async (page) => {
            const session = await page.context().newCDPSession(page);
            const { nodes } = await session.send("Accessibility.getFullAXTree");
            const named = (role) => nodes.filter((node) => !node.ignored && node.role?.value === role).map((node) => words(node.name?.value ?? ""));
            const wanted = await page.evaluate(() => {
              const shown = [...document.querySelectorAll("[data-question]")].filter((one) => one.checkVisibility());
              const texts = (list) => list.map((one) => one.innerText.replace(/\s+/g, " ").trim());
              return {
                groups: texts(shown.map((one) => one.querySelector("legend"))),
                radios: texts(shown.flatMap((one) => [...one.querySelectorAll("input")].map((radio) => radio.labels[0]))),
              };
            });
            assert.deepEqual(named("group").filter((name) => wanted.groups.includes(name)), wanted.groups);
            assert.deepEqual(named("radio"), wanted.radios);
            assert.equal(named("status").length, 1);
            const result = await page.locator("#result-title").innerText();
            assert.ok(named("region").includes(words(result)), `no region “${result}” among ${named("region")}`);
            const live = "[aria-live], [role=status], [role=alert], [role=log], output, marquee, [role=timer]";
            assert.equal(await page.locator(live).count(), 1);
            assert.equal(await page.locator("[role=status]").textContent(), "");
          });
        });

        test("says aloud once, after a pause and without moving, what the answers lead to", async () => {
          await opened(browser, url(), {}, async (page) => {
            await page.evaluate(() => {
              window.said = [];
              const status = document.querySelector("[role=status]");
              const look = () => status.textContent && window.said.push([status.textContent, performance.now()]);
              new MutationObserver(look).observe(status, { childList: true, characterData: true, subtree: true });
            });
            const questions = page.locator("[data-question]:visible");
            const place = (radio) => radio.evaluate((one) => [document.activeElement === one, scrollY, one.getBoundingClientRect().top]);
            let last;
            for (let at = 0; at < Math.min(2, await questions.count()); at += 1) {
              const radio = questions.nth(at).locator("input").first();
              await radio.focus();
              await radio.scrollIntoViewIfNeeded();
              const before = await place(radio);
              await page.keyboard.press("Space");
              last = await page.evaluate(() => performance.now());
              assert.deepEqual(await place(radio), before);
            }
            assert.deepEqual(await page.evaluate(() => window.said), []);
            await page.waitForFunction(() => window.said.length, null, { timeout: 5000 });
            await page.waitForTimeout(300);
            const said = await page.evaluate(() => window.said);
            assert.equal(said.length, 1);
            assert.ok(said[0][1] - last > 500, `after ${said[0][1] - last} ms`);
            const final = !(await page.locator("[data-lists]").first().isVisible());
            assert.match(said[0][0], final ? /\p{L}/u : /\p{L}.*\d/u);
            await asMustBe(page);
          });
        });

        test("shows at once what was answered, when it is opened again", async () => {
          await opened(browser, url(), { permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
            const rules = await page.evaluate(() => JSON.parse(document.querySelector("#rules").textContent));
            const secret = rules.questions.filter((one) => one.sensitive).map(({ id }) => id);
            const open = (answers) => Object.fromEntries(Object.entries(answers).filter(([name, value]) => value !== "-" && !secret.includes(name)));
            const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
            const full = cases.filter(({ answers }) => Object.values(answers).filter((value) => value === "-").length < 2);
            for (const { answers, shown } of share(full, 3).slice(0, 6)) {
              await page.goto("about:blank");
              await page.goto(url());
              await answer(page, answers);
              assert.deepEqual(await asMustBe(page), answers);
              assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]), [0, 0, ""]);

              await page.locator("[data-do=link]").click();
              const link = await clipboard();
              assert.deepEqual(Object.fromEntries(new URLSearchParams(link.split("#")[1])), open(answers));
              await page.locator("[data-do=text]").click();
              await copied(page, await clipboard(), shown, secret);

              // Kept only on request, and never what is sensitive.
              await page.locator("[data-do=keep]").click();
              const stored = await page.evaluate(() => JSON.stringify({ ...localStorage }));
              assert.match(stored, /[a-z]/);
              none(secret.filter((id) => new RegExp(`\\b${id}=`).test(stored)).map((id) => `${id} is kept: ${stored}`));
              await page.goto("about:blank");
              await page.goto(url());
              const kept = await asMustBe(page);
              assert.deepEqual(open(kept), open(answers));
              assert.deepEqual(secret.map((id) => kept[id]), secret.map(() => "-"));

              await page.reload();
              assert.deepEqual(open(await asMustBe(page)), open(answers));
              await page.goto(`${server.url}index.html`);
              await page.goBack();
              assert.deepEqual(open(await asMustBe(page)), open(answers));
              await page.locator("[data-do=forget]").click();
              assert.equal(await page.evaluate(() => localStorage.length), 0);

              // By a link on another device, with something in it that no page knows.
              await page.goto("about:blank");
              await page.goto(`${link}&${names[0]}=tidak-ada&lain=1&${secret[0] ?? "lain"}=ya`);
              assert.deepEqual(open(await asMustBe(page)), open(answers));
              assert.equal(await page.evaluate(() => localStorage.length), 0);
            }
          });
        });

        test("is answered and printed by keyboard alone", async () => {
          const when = new Date("2026-11-23T09:00:00+07:00");
          const fits = ({ answers, shown }) => {
            const left = names.filter((name) => answers[name] === "-" && !shown.hidden.includes(name));
            const answered = names.every((name) => !shown.hidden.includes(name) || answers[name] === "-");
            return answered && left.length === 1 && Object.values(shown.states).includes("needed");
          };
          const good = cases.filter(fits);
          const one = good.find(({ shown }) => ["eligible", "do_first"].includes(shown.verdict)) ?? good[0] ?? cases.at(-1);
          await opened(browser, url(), { timezoneId: "Asia/Jakarta" }, async (page) => {
            await page.clock.setFixedTime(when);
            await page.evaluate(() => {
              window.printed = 0;
              window.print = () => {
                window.printed += 1;
                dispatchEvent(new Event("beforeprint"));
              };
            });
            const at = () => page.evaluate(() => ({ name: document.activeElement.name, type: document.activeElement.type, does: document.activeElement.dataset.do }));
            const reach = async (wanted) => {
              for (let stop = 0; stop < 200; stop += 1) {
                await page.keyboard.press("Tab");
                if (wanted(await at())) return;
              }
              assert.fail("the Tab key does not reach it");
            };
            for (const name of names) {
              if (one.answers[name] === "-") continue;
              await reach((focus) => focus.type === "radio" && focus.name === name);
              await page.keyboard.press("Space");
              for (let step = 0; step < 70; step += 1) {
                const value = await page.evaluate((name) => document.querySelector(`[name="${name}"]:checked`).value, name);
                if (value === one.answers[name]) break;
                await page.keyboard.press("ArrowDown");
              }
            }
            const given = await asMustBe(page);
            assert.deepEqual(given, one.answers);
            await reach((focus) => focus.does === "print");
            await page.keyboard.press("Enter");
            assert.equal(await page.evaluate(() => window.printed), 1);
            none(await sheet(page, one, when));
          });
        });
      });
    }
  });
}

/** The text that was copied: the service, the verdict and the papers, and nothing of what is sensitive. */
async function copied(page, text, { verdict, states, lists }, secret) {
  const wanted = await page.evaluate(
    ({ verdict, secret }) => ({
      title: document.querySelector("h1").textContent.trim(),
      maybe: JSON.parse(document.querySelector("#rules").textContent).words.maybe,
      verdict: document.querySelector(`[data-verdict=${verdict}]`).firstChild.textContent.trim(),
      secret: secret.map((id) => document.querySelector(`[data-question="${id}"] legend`).textContent.trim()),
      papers: [...document.querySelectorAll("[data-tick]")].map((tick) => [tick.dataset.tick, tick.getAttribute("aria-label").split(": ").slice(1).join(": ")]),
    }),
    { verdict, secret },
  );
  assert.ok(text.startsWith(`${wanted.title}\n${wanted.verdict}\n`), text);
  const papers = (state) =>
    wanted.papers.filter(([path]) => lists && (states[path] ?? "needed") === state).map(([, label]) => `- ${label}`).sort();
  const [certain, doubtful = ""] = text.split(`\n${wanted.maybe} (`);
  const items = (part) => part.split("\n").filter((line) => line.startsWith("- ")).sort();
  assert.deepEqual(items(certain), papers("needed"));
  assert.deepEqual(items(doubtful), papers("maybe"));
  for (const ask of wanted.secret) assert.ok(!text.includes(ask), text);
}

/** The sheet as it comes out of the printer: the day, the verdict, the papers with their reasons, and no open question. */
async function sheet(page, { answers, shown }, when) {
  const wanted = await page.evaluate((verdict) => {
    const text = (element) => element.innerText.replace(/\s+/g, " ").trim();
    return {
      verdict: document.querySelector(`[data-verdict=${verdict}]`).firstChild.textContent.trim(),
      lang: document.documentElement.lang,
      papers: [...document.querySelectorAll("#papers li")].map((one) => one.firstChild.textContent.trim()),
      reasons: [...document.querySelectorAll("#papers small")].map(text).filter(Boolean),
      // A heading of the list: whence, how many, and no larger than what stands above it.
      headings: [...document.querySelectorAll("#papers p")].map((one) => {
        const [own, above] = [one, document.querySelector("#tools section h4")].map((some) => parseFloat(getComputedStyle(some).fontSize));
        return { text: text(one), count: one.nextElementSibling.children.length, larger: own > above };
      }),
      legends: [...document.querySelectorAll("[data-question]")].map((one) => [one.dataset.question, one.querySelector("legend").textContent.trim()]),
    };
  }, shown.verdict);
  const pdf = await page.pdf({ format: "A4" });
  const text = execFileSync("pdftotext", ["-layout", "-", "-"], { input: pdf, encoding: "utf8" });
  const letters = (words) => words.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
  const holds = (what) => letters(text).includes(letters(what));
  const complaints = [];
  const date = when.toLocaleDateString(wanted.lang, { dateStyle: "long", timeZone: "Asia/Jakarta" });
  for (const what of [date, wanted.verdict, ...(shown.lists ? [...wanted.papers, ...wanted.reasons] : [])]) {
    if (!holds(what)) complaints.push(`the sheet lacks “${what}”`);
  }
  for (const { text, count, larger } of wanted.headings) {
    if (!text.endsWith(` (${count})`) || larger) complaints.push(`“${text}” heads ${count} papers${larger ? ", and is larger than what stands above it" : ""}`);
  }
  if (shown.lists && !wanted.papers.length) complaints.push("no paper is listed");
  // A reason may name a question that was answered, none that was not.
  for (const [id, legend] of wanted.legends) {
    if (answers[id] === "-" && holds(legend)) complaints.push(`the sheet asks “${legend}”`);
    if (answers[id] !== "-" && !holds(legend)) complaints.push(`the sheet lacks what was answered to “${legend}”`);
  }
  return complaints;
}
