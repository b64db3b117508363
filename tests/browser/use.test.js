// A checklist in use: by keyboard and by ear, in every verdict, kept, shared, copied, printed and opened again.
//
// Few pages that have all parts between them (lib/choose.js), each verdict of each in one look, by turns; with FULL=1 every
// page, each verdict in every look.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { after, before, describe, test } from "node:test";

import { VIEWS, launch } from "./lib/browser.js";
import { answer, chosen, opened, share, sitesWithCases, standing } from "./lib/checklist.js";
import { unstuck } from "./lib/overlaps.js";
import * as rendered from "./lib/rendered.js";
import { serve } from "./lib/server.js";

const LOOKS = [...VIEWS, { ...VIEWS[0], name: "forced colours", forcedColors: "active" }];
const sites = sitesWithCases().filter((site) => !site.bare);
const words = (text) => text.replace(/\s+/g, " ").trim();
const looked = chosen(sites);
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

    for (const [path, cases] of Object.entries(site.cases).filter(([path]) => looked(site, path))) {
      const url = () => server.url + path;
      const key = (answers) => JSON.stringify(Object.entries(answers).sort());
      const byAnswers = new Map(cases.map((one) => [key(one.answers), one]));
      const names = Object.keys(cases[0].answers);

      /** Unfolds the questions without a mouse. */
      const unfold = async (page) => {
        await page.locator("#ask > summary").focus();
        if (!(await page.locator("#ask").evaluate((ask) => ask.open))) await page.keyboard.press("Enter");
      };

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
          const seen = [];
          await opened(browser, url(), {}, async (page) => {
            for (const { answers, shown } of verdicts) {
              const looks = process.env.FULL ? LOOKS : [LOOKS[turn++ % LOOKS.length]];
              await answer(page, answers);
              for (const { name, viewport, colorScheme, forcedColors = "none" } of looks) {
                await page.setViewportSize(viewport);
                await page.emulateMedia({ colorScheme, forcedColors, reducedMotion: "reduce" });
                const found = [...(await unstuck(page, rendered.axe)), ...(await rendered.overflow(page))];
                none(found.map((what) => `${shown.verdict}, ${name}: ${what}`));
                seen.push(`${shown.verdict} (${name})`);
              }
            }
          });
          context.diagnostic(seen.join(", "));
        });

        test("is read as groups of named answers, a result and one quiet status", async () => {
          await opened(browser, url(), {}, async (page) => {
            await unfold(page);
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
            // The verdict is the heading of its list, and the one that shows.
            const verdicts = await page.locator("#result [data-verdict]:visible").allInnerTexts();
            assert.equal(verdicts.length, 1);
            assert.equal(named("heading").filter((name) => name === words(verdicts[0])).length, 1);
            // One says what the answers lead to, the other what a button did.
            const live = "[aria-live], [role=status], [role=alert], [role=log], output, marquee, [role=timer]";
            assert.deepEqual(await page.locator(live).evaluateAll((all) => all.map((one) => [one.id, one.role, one.textContent])), [
              ["status", "status", ""],
              ["done", "status", ""],
            ]);
            assert.equal(named("status").length, 2);
          });
        });

        test("says aloud once, after a pause and without moving, what the answers lead to", async () => {
          await opened(browser, url(), {}, async (page) => {
            await page.evaluate(() => {
              window.said = [];
              const status = document.querySelector("#status");
              const look = () => status.textContent && window.said.push([status.textContent, performance.now()]);
              new MutationObserver(look).observe(status, { childList: true, characterData: true, subtree: true });
            });
            await unfold(page);
            const questions = page.locator("[data-question]:visible");
            const place = (radio) => radio.evaluate((one) => [document.activeElement === one, scrollY, one.getBoundingClientRect().top]);
            const presses = [];
            for (let at = 0; at < Math.min(2, await questions.count()); at += 1) {
              const radio = questions.nth(at).locator("input").first();
              await radio.focus();
              await radio.scrollIntoViewIfNeeded();
              const before = await place(radio);
              await page.keyboard.press("Space");
              presses.push(await page.evaluate(() => performance.now()));
              const after = await place(radio);
              assert.equal(after[0], true);
              // Where what stands above becomes shorter in sight, the window stays; else the answer stays in the window.
              assert.ok(after[1] === before[1] || after[2] === before[2], `from ${before} to ${after}`);
            }
            const last = presses.at(-1);
            await page.waitForFunction((last) => window.said.some(([, when]) => when > last), last, { timeout: 30_000 });
            await page.waitForTimeout(300);
            const said = await page.evaluate(() => window.said);
            // Once after each pause: on a slow machine there may be one between two answers.
            for (const [at, [, when]] of said.entries()) {
              const before = presses.filter((press) => press < when);
              assert.ok(when - before.at(-1) > 500, `after ${when - before.at(-1)} ms`);
              assert.ok(before.length > at, "twice after one answer");
            }
            const final = !(await page.locator("[data-lists]").first().isVisible());
            assert.match(said.at(-1)[0], final ? /\p{L}/u : /\p{L}.*\d/u);
            await asMustBe(page);
          });
        });

        test("shows at once what was answered, when it is opened again", async () => {
          await opened(browser, url(), { permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
            const said = await page.locator("#done").evaluate((done) => ({ ...done.dataset }));
            const secret = await page.locator("[data-sensitive]").evaluateAll((all) => all.map((one) => one.dataset.question));
            const open = (answers) => Object.fromEntries(Object.entries(answers).filter(([name, value]) => value !== "-" && !secret.includes(name)));
            const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
            const full = cases.filter(({ answers }) => Object.values(answers).filter((value) => value === "-").length < 2);
            for (const { answers, shown } of share(full, process.env.FULL ? 6 : site === sites[0] ? 3 : 1)) {
              await page.goto("about:blank");
              await page.goto(url());
              await answer(page, answers);
              assert.deepEqual(await asMustBe(page), answers);
              assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]), [0, 0, ""]);

              await reachTools(page, shown);
              await does(page, "link", said.copied);
              const link = await clipboard();
              assert.deepEqual(Object.fromEntries(new URLSearchParams(link.split("#")[1])), open(answers));
              await does(page, "text", said.copied);
              await copied(page, await clipboard(), shown, secret);
              const ticked = await page.locator("[data-tick]:visible").evaluateAll(([first]) => first && (first.click(), first.dataset.tick));

              // Kept only on request, and never what is sensitive.
              await does(page, "keep", said.kept);
              const stored = await page.evaluate(() => JSON.stringify({ ...localStorage }));
              assert.match(stored, /[a-z]/);
              none(secret.filter((id) => new RegExp(`\\b${id}=`).test(stored)).map((id) => `${id} is kept: ${stored}`));
              await page.goto("about:blank");
              await page.goto(url());
              const kept = await asMustBe(page);
              assert.deepEqual(open(kept), open(answers));
              assert.deepEqual(secret.map((id) => kept[id]), secret.map(() => "-"));
              const ticks = await page.locator("[data-tick]:checked").evaluateAll((all) => all.map((tick) => tick.dataset.tick));
              assert.deepEqual(ticks, ticked ? [ticked] : []);

              await page.reload();
              assert.deepEqual(open(await asMustBe(page)), open(answers));
              await page.goto(`${server.url}index.html`);
              await page.goBack();
              assert.deepEqual(open(await asMustBe(page)), open(answers));
              await reachTools(page, byAnswers.get(key(await asMustBe(page))).shown);
              await does(page, "forget", said.forgotten);
              assert.equal(await page.locator("[data-do=forget]").isVisible(), false);
              assert.equal(await page.evaluate(() => document.activeElement.dataset.do), "keep");
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
            await unfold(page);
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
            assert.equal(await page.locator("[data-do=print]").isVisible(), true);
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

/** Unfolds what one can do with the answers; where these turn somebody away, the lists first. */
async function reachTools(page, { lists }) {
  if (!lists) {
    await page.locator(".unfold label").click();
    assert.equal(await page.locator("[data-lists]:visible").count(), await page.locator("[data-lists]").count());
  }
  if (!(await page.locator("#tools").evaluate((tools) => tools.open))) await page.locator("#tools > summary").click();
}

/** Presses a button, and reads beside it what it did. */
async function does(page, what, said) {
  await page.locator(`[data-do=${what}]`).click();
  await page.waitForFunction((said) => document.querySelector("#done").textContent === said, said);
  assert.equal(await page.locator("#done").isVisible(), true);
}

/** The text that was copied, and is sent: the service, the verdict, the papers and where to go, and nothing of what is sensitive. */
async function copied(page, text, { verdict, states, lists }, secret) {
  const wanted = await page.evaluate(
    ({ verdict, secret }) => ({
      title: document.querySelector("h1").innerText,
      address: location.href.split("#")[0],
      sent: new URL(document.querySelector("#send")?.href ?? "https://wa.me/").searchParams.get("text"),
      verdict: document.querySelector(`[data-verdict=${verdict}]`).innerText,
      findings: [...document.querySelectorAll("[data-failed], [data-notice]")].filter((one) => one.checkVisibility()).map((one) => one.innerText),
      where: [...document.querySelectorAll("#details dt, #details dd p")]
        .filter((one) => one.checkVisibility() && !one.closest(".more"))
        .map((one) => one.firstChild.textContent.trim()),
      secret: secret.flatMap((id) => {
        const given = document.querySelector(`[name="${id}"]:checked:not([value="-"]) ~ b`);
        return [document.querySelector(`[data-question="${id}"] legend`).textContent, ...(given ? [given.textContent] : [])];
      }),
      papers: [...document.querySelectorAll("[data-tick]")].map((tick) => [tick.dataset.tick, tick.labels[0].querySelector("span").firstChild.textContent.trim()]),
    }),
    { verdict, secret },
  );
  assert.ok(text.startsWith(`${wanted.title}\n\n${wanted.verdict}\n\n`), text);
  assert.ok(text.endsWith(`\n\n${wanted.address}`), text);
  for (const part of [...wanted.findings, ...wanted.where]) assert.ok(text.includes(part), `no “${part}” in ${text}`);
  // With the lists put away the papers are none of the reader's; unfolded they are read as they stand.
  const lines = text.split("\n").map((line) => line.trim());
  for (const [path, label] of wanted.papers) {
    const listed = (states[path] ?? "needed") !== "not_needed";
    if (lists && !listed && wanted.papers.filter(([, other]) => other === label).length > 1) continue;
    assert.equal(lines.some((line) => line.startsWith(label)), listed, `${label}: ${text}`);
  }
  assert.equal(wanted.sent ?? text, text);
  for (const told of wanted.secret) assert.ok(!text.toLowerCase().includes(told.toLowerCase()), `“${told}” in ${text}`);
}

/** The sheet as it comes out of the printer: the day, the verdict, the papers with their reasons, the answers, and no question. */
async function sheet(page, { answers, shown }, when) {
  const wanted = await page.evaluate((verdict) => {
    const text = (element) => element.innerText.replace(/\s+/g, " ").trim();
    const shows = (element) => element.checkVisibility();
    // The numbers stand beside the lines, and would be read in the midst of them.
    for (const one of document.querySelectorAll("[data-n]")) one.removeAttribute("data-n");
    return {
      verdict: document.querySelector(`[data-verdict=${verdict}]`).firstChild.textContent.trim() || text(document.querySelector(`[data-verdict=${verdict}]`)),
      lang: document.documentElement.lang,
      papers: [...document.querySelectorAll("#requirements [data-tick]")].filter(shows).map((tick) => text(tick.labels[0])),
      headings: [...document.querySelectorAll("#requirements h3")].filter(shows).map(text),
      questions: [...document.querySelectorAll("[data-question]")].map((one) => ({
        id: one.dataset.question,
        legend: one.querySelector("legend").textContent.trim(),
        said: one.querySelector(":checked ~ b")?.textContent.trim(),
      })),
    };
  }, shown.verdict);
  const pdf = await page.pdf({ format: "A4" });
  const text = execFileSync("pdftotext", ["-", "-"], { input: pdf, encoding: "utf8" });
  const letters = (words) => words.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
  const holds = (what) => letters(text).includes(letters(what));
  const complaints = [];
  const date = when.toLocaleDateString(wanted.lang, { dateStyle: "long", timeZone: "Asia/Jakarta" });
  for (const what of [date, wanted.verdict, ...(shown.lists ? [...wanted.headings, ...wanted.papers] : [])]) {
    if (!holds(what)) complaints.push(`the sheet lacks “${what}”`);
  }
  if (shown.lists && !wanted.papers.length) complaints.push("no paper is listed");
  // What was answered stands there as a sentence, and nothing is asked.
  for (const { id, legend, said } of wanted.questions) {
    if (holds(legend)) complaints.push(`the sheet asks “${legend}”`);
    if (answers[id] !== "-" && !holds(said)) complaints.push(`the sheet lacks what was answered to “${legend}”: “${said}”`);
  }
  return complaints;
}
