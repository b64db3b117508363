// A comparison that cannot fail proves nothing: an error planted in a page's styles, in its markup or in its
// script makes what it shows differ from what trying every completion says.
//
// They are planted in few pages that have all parts between them (lib/choose.js), and in some rules of their styles; with
// FULL=1 in every rule of every page. The errors in the rules themselves are planted in src/rule: in the terms, and in the words.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";

import { launch } from "./lib/browser.js";
import { chosen, compare, opened, sitesWithCases, withoutHas } from "./lib/checklist.js";
import { serve } from "./lib/server.js";

const FIRST = { first: true };
const SCRIPT = readFileSync(new URL("../../themes/default/service/checklist.js", import.meta.url), "utf8");
/* How the script reads the styles; and what is changed in it, wherever it stands. */
const READING = SCRIPT.slice(SCRIPT.indexOf("export const rulesOf"), SCRIPT.indexOf("/* Answers as the end")).replaceAll("export ", "");
const READING_SPOILT = [
  [/slice\(1\)/, "slice(0)"], [/"\}\}"/, '"}@"'], [/holds\(what\)/, "!holds(what)"], [/terms\.split/, '"".split'], [/includes\(""\)/, 'includes("@")'],
  [/!asked/, "asked"], [/find\(\(term\) => made/, "find((term) => !made"], [/:has\\\(/, ":have\\("], [/\[name=/, "[named="],
].map(([from, to]) => [new RegExp(from, "g"), to]);
const all = sitesWithCases().filter((site) => !site.bare);
/* In the example town some rules stand in for one another, so that of one that is gone nothing need be seen. */
const sites = all.filter(({ name }) => name !== "kota-contoh");
const looked = chosen(sites);

/* Errors in the styles, wherever they stand, and in the markup. */
const IN_STYLES = [
  ["a criterion that concerns nobody and does not say so", /--d:block/g, "--d:none"],
  ["a criterion that concerns nobody and is called met", /--c:none/g, "--c:initial"],
  ["a place that stays when nothing is needed of it", /\[data-group=/g, "[data-none="],
  ["a place that is never there", /\[data-group=[^}]*\}/, "$&[data-group]{display:none}"],
  ["an item that stays when it is not needed", /\[data-item\],\[data-group\]\{display:var\(--h,revert\)\}/, ""],
  ["nothing to be brought, said before it is so", /\[data-bring=nothing\]\{display:var\(--bn,none\)\}/, ""],
  ["a range that stays beside the time that holds", /--time:none/g, "--time:initial"],
  ["a range that is gone before a time holds", /(\[data-range=time\]\{display):var\(--time,revert\)/, "$1:none"],
  ["an office that stays beside the one that holds", /--place:none/g, "--place:initial"],
  ["a question that is answered and called open", /(\[data-open=[^\]]*\]\{display):none/g, "$1:list-item"],
  ["a condition that stays beside the reason", /(\[data-state=maybe\]\{display):var\(--m,revert\)/, "$1:inline"],
];
const IN_MARKUP = [
  ["a state that is missing", /<span data-state="?met"?>/g, "<span>"],
  ["a state that is its opposite", /data-state="?needed"?/g, "data-state=maybe"],
  ["a criterion of some without its word for the others", /(<span )data-state="?not_concerned"?/g, "$1class=x"],
  ["a place under another number", /(<div[^>]* data-group=)"?\d+"?/, (all, tag) => `${tag}99`],
  ["a paper under another number", /(<li[^>]*data-item="?requirements\.\d+)((?:(?!<li).)*data-state)/s, "$1.9$2"],
  ["a second heading for what to bring", /<h2 data-verdict="?do_first"?>/, "<h2 data-verdict=incomplete>"],
  ["a verdict that is missing", /<h2([^>]*) data-verdict="?eligible"?>/, "<h2$1>"],
  ["a finding under another number", /data-failed="?(requirements|eligibility)\.1/, "data-failed=\"$1.91"],
  ["a notice under another number", /data-notice="?1"?/, "data-notice=91"],
  ["an open question that names another", /data-open="?[\w-]+"?/, "data-open=lain"],
  ["a list that does not fold away", / data-lists(="")?/, ""],
  ["a range that is none", / data-range="?time"?/, ""],
];
let browser;

before(async () => {
  browser = await launch();
});
after(() => browser?.close());

for (const site of sites) {
  describe(site.name, () => {
    let server;
    before(async () => {
      server = await serve(site.folder, site.base);
    });
    after(() => server?.close());

    for (const [path, ordered] of Object.entries(site.cases).filter(([path]) => looked(site, path))) {
      const cases = mixed(ordered);
      const url = () => server.url + path;
      /* How many rules of the styles are broken. */
      const most = process.env.FULL ? Infinity : site === all[0] ? 24 : 6;
      const html = readFileSync(join(site.folder, path), "utf8");

      describe(path, () => {
        test("an expectation that is wrong is noticed", async () => {
          const wrong = structuredClone(cases.slice(0, 9));
          const { shown } = wrong.at(-1);
          shown.verdict = shown.verdict === "eligible" ? "incomplete" : "eligible";
          const found = await opened(browser, url(), { javaScriptEnabled: false }, (page) => compare(page, wrong));
          assert.equal(found.some((what) => what.includes(": verdict ")), true);
          assert.deepEqual(found.filter((what) => !what.startsWith(JSON.stringify(wrong.at(-1).answers))), []);
        });

        test("a rule of the styles that is gone, narrower or wider is noticed", async (context) => {
          await opened(browser, url(), { javaScriptEnabled: false }, async (page) => {
            // An answered question is named among the open ones only where the verdict waits for others.
            const waits = (id) => cases.some(({ answers, shown }) => answers[id] !== "-" && shown.verdict === "incomplete");
            const all = (await page.evaluate(stylesToBreak)).filter(({ open }) => !open || waits(open));
            const some = all.filter((_, at) => at % Math.ceil(all.length / most) === 0);
            const missed = [];
            for (const change of some) {
              const before = await page.evaluate(breakStyle, change);
              if (!(await compare(page, cases, FIRST)).length) missed.push(JSON.stringify(change));
              await page.evaluate(breakStyle, { ...change, to: before });
            }
            assert.deepEqual(await compare(page, cases.slice(0, 20), FIRST), []);
            context.diagnostic(`${some.length} of ${all.length} changes of the styles, ${missed.length} missed`);
            assert.deepEqual(missed, []);
          });
        });

        test("a rule of the styles that is gone is noticed where script stands in for :has()", async () => {
          const gone = (html) => withoutHas(html).replace("{--y:initial;--m:none}", "{--x:none}");
          const found = await opened(browser, url(), { change: gone }, (page) => compare(page, cases, FIRST));
          assert.equal(found.length > 0, true);
        });

        test("a changed comparison in the script is noticed in the page", async () => {
          // Whatever stands for names in the script as it was minified.
          const changes = [
            ["an answer taken for its opposite", /\?``:`@`/, "?`@`:``"],
            ["a rule that holds where it does not", /=>!(\w+\(\w+,\w+\)\.includes\(`@`\))/, "=>$1"],
          ];
          for (const [name, from, to] of changes) {
            const change = (html) => withoutHas(html).replace(from, to);
            assert.match(html, from);
            // A script that fails is noticed as well.
            const found = await opened(browser, url(), { change }, (page) => compare(page, cases, FIRST)).catch(String);
            assert.equal(found.length > 0, true, name);
          }
        });

        test("the script reads each rule as the browser does, and a change in how it reads is noticed", async (context) => {
          await opened(browser, url(), {}, async (page) => {
            const differing = (source) => page.evaluate(`(${readings})((() => {${source}; return { rulesOf, asked, made, reason };})(), ${JSON.stringify(cases.slice(0, 30))})`);
            const { rules, wrong } = await differing(READING);
            assert.deepEqual(wrong, []);
            const missed = [];
            // What does not stand in this page is read on the others.
            const spoilt = READING_SPOILT.filter(([from]) => !/terms|includes/.test(from.source) || html.includes(":root:is("));
            for (const [from, to] of spoilt) {
              for (const { index } of READING.matchAll(from)) {
                const changed = READING.slice(0, index) + READING.slice(index).replace(from, to);
                const noticed = await differing(changed).then((found) => found.wrong.length, () => true);
                if (!noticed) missed.push(READING.slice(index - 30, index + 30));
              }
            }
            context.diagnostic(`${rules} rules`);
            assert.ok(rules > 20, `${rules}`);
            assert.deepEqual(missed, []);
          });
        });
      });
    }
  });
}

for (const [where, errors] of [["styles", IN_STYLES], ["markup", IN_MARKUP]]) {
  describe(`an error in the ${where} is noticed`, () => {
    for (const [name, from, to] of errors) {
      test(name, async () => {
        const { site, path, cases } = firstPage(from);
        const server = await serve(site.folder, site.base);
        try {
          const how = { javaScriptEnabled: false, change: (html) => html.replace(from, to) };
          const found = await opened(browser, server.url + path, how, (page) => compare(page, mixed(cases), FIRST));
          assert.equal(found.length > 0, true);
        } finally {
          await server.close();
        }
      });
    }
  });
}

/** The first page in which there is such a thing, with its cases. */
function firstPage(pattern) {
  for (const site of all) {
    for (const [path, cases] of Object.entries(site.cases)) {
      if (readFileSync(join(site.folder, path), "utf8").search(pattern) >= 0) return { site, path, cases };
    }
  }
  throw new Error(`no page holds ${pattern}`);
}

/** The cases in another order, so that what differs is met early; always the same. */
function mixed(cases) {
  const step = [89, 97, 101].find((step) => cases.length % step);
  return cases.map((_, at) => cases[(at * step) % cases.length]);
}

/** Runs in the page: where the script's reading of the styles differs from the browser's, for these answers. */
function readings({ rulesOf, asked, made, reason }, cases) {
  const form = document.querySelector("form[data-checklist]");
  const find = (selector) => document.querySelector(selector);
  const own = rulesOf(find("style").textContent);
  const groups = [...find("style").sheet.cssRules].filter((rule) => rule instanceof CSSSupportsRule && rule.conditionText.includes(":has(*)"));
  const rules = groups.flatMap((group) => [...group.cssRules]);
  const wrong = own.length === rules.length ? [] : [`${own.length} rules instead of ${rules.length}`];
  /* What is asked of the root: up to the first blank outside of brackets. */
  const root = (selector) => {
    let depth = 0;
    const end = [...selector].findIndex((sign) => ((depth += (sign === "(") - (sign === ")")), !depth && sign === " "));
    return selector.startsWith(":root") ? selector.slice(0, end < 0 ? selector.length : end) : ":root";
  };
  const elements = (selector) => [...document.querySelectorAll(selector)];
  for (const { answers } of cases) {
    form.reset();
    for (const [name, value] of Object.entries(answers)) find(`[name="${name}"][value="${value}"]`).checked = true;
    rules.forEach((rule, at) => {
      const complain = (what) => wrong.push(`${JSON.stringify(answers)}: ${what}: ${own[at]}`);
      const holds = document.documentElement.matches(root(rule.selectorText));
      if (made(own[at], find) !== holds) return complain(`${!holds} instead of ${holds}`);
      const left = asked(own[at], find).split("{")[0];
      if (holds && (left.includes(":has(") || `${elements(left).length}` !== `${elements(rule.selectorText).length}`)) complain(`left ${left}`);
      const told = own[at].endsWith("{--y:initial;--m:none") ? own[at] : "";
      for (const [, item] of told.matchAll(/\[data-item="([\w.]+)"\]/g)) {
        if (reason(own, item, find).length > 0 !== holds) complain(`another reason for ${item}`);
      }
    });
  }
  return { rules: rules.length, wrong };
}

/** Runs in the page: each way in which a rule about answers can be spoiled. */
function stylesToBreak() {
  const found = [];
  const closing = (text, open) => {
    for (let at = open, depth = 0; at < text.length; at += 1) {
      if (text[at] === "(") depth += 1;
      if (text[at] === ")" && (depth -= 1) === 0) return at;
    }
    return -1;
  };
  const parts = (text) => {
    const list = [""];
    let depth = 0;
    for (const sign of text) {
      depth += (sign === "(") - (sign === ")");
      if (sign === "," && !depth) list.push("");
      else list[list.length - 1] += sign;
    }
    return list;
  };
  const own = [...document.querySelectorAll("[data-group]")].map((place) => [...place.querySelectorAll("[data-item]")]);
  const alone = own.filter((papers) => papers.length === 1).map(([paper]) => paper.dataset.item);
  [...document.styleSheets].forEach((sheet, sheetAt) =>
    [...sheet.cssRules].forEach((group, groupAt) =>
      // What holds on paper only is not seen here.
      [...((group instanceof CSSSupportsRule && group.cssRules) || [])].forEach((rule, ruleAt) => {
        const text = rule.selectorText ?? "";
        if (!/^:root(:has|:is)\(/.test(text) || !text.includes(":checked") || text.includes("#unfold")) return;
        const open = / \[data-open="?([\w-]+)"?\]$/.exec(text)?.[1];
        const put = (what, to) => found.push({ at: [sheetAt, groupAt, ruleAt], what, to, open });
        // A paper that is alone at its place goes with the place too.
        const papers = [...text.matchAll(/\[data-item="([^"]*)"\]/g)].map(([, path]) => path);
        const gone = papers.length && !text.includes("[data-group") && papers.every((path) => alone.includes(path));
        if (rule.style.getPropertyValue("--h") && gone) return;
        put("gone", ":root.never");
        const [condition] = text.split(/ (?=[^ ]*$)/);
        for (let at = condition.indexOf("("); at >= 0; at = condition.indexOf("(", at + 1)) {
          const end = closing(condition, at);
          const members = parts(condition.slice(at + 1, end));
          if (condition.slice(at - 3, at) !== ":is" || members.length < 2) continue;
          members.forEach((member, drop) => {
            // A whole term; an answer within one may be there again in another.
            if (!member.includes(":has(")) return;
            const kept = members.filter((_, other) => other !== drop).join();
            put("narrower", text.slice(0, at + 1) + kept + text.slice(end));
          });
        }
        // The root's own demands, all of which must be met.
        const demands = [...condition.matchAll(/:(has|is)\(/g)].filter(({ index }) => {
          const before = condition.slice(0, index);
          return before.split("(").length === before.split(")").length;
        });
        if (demands.length < 2) return;
        for (const { index } of demands) {
          const end = closing(text, text.indexOf("(", index));
          put("wider", text.slice(0, index) + text.slice(end + 1));
        }
      }),
    ),
  );
  return found;
}

/** Runs in the page: gives a rule another selector; answers the one it had. */
function breakStyle({ at: [sheet, group, index], to }) {
  const rule = document.styleSheets[sheet].cssRules[group].cssRules[index];
  const before = rule.selectorText;
  rule.selectorText = to;
  return before;
}
