// The scripts apart from any page: what they read of the styles, reasons, what goes into an address, and the day on which it is done.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const load = (name) => {
  const source = readFileSync(new URL(`../../themes/default/${name}`, import.meta.url));
  return import(`data:text/javascript;base64,${source.toString("base64")}`);
};
const script = await load("service/checklist.js");
const { due } = await load("service/due.js");

/* Old enough or not; a secret; the card is there, damaged or lost. */
const has = (...answers) => `:has(${answers.map(([name, value]) => `[name=${name}][value=${value}]:checked`)})`;
const LOST = has(["card", "hilang"]);
const STYLE = `.if{display:block}@supports selector(:has(*)){.then{display:none}}.open{color:red}@supports selector(:has(*)){\
[data-item]{--y:none}\
:root${LOST} [data-item="requirements.1"]{--y:initial;--m:none}\
:root:has([name=card]:checked:not([value=hilang]):not([value="-"])) [data-item="requirements.1"]{--h:none;--m:none}\
:root:is(${has(["age", '"17"'])},${has(["secret", "ya"])}${has(["card", "baik"], ["card", "rusak"])}) [data-item="requirements.2"]{--y:initial;--m:none}\
:root:is(${LOST},${has(["card", "rusak"])}):is(${has(["age", '"0"'])},${has(["secret", "tidak"])}){--ne:block;--v:none}\
:root${LOST} :is([data-item="requirements.3"],[data-failed="requirements.3"]){--n:initial}}@media print{.if{display:none}}`;
const rules = script.rulesOf(STYLE);

/* Whether the answers given are among what a question to the root names, as a browser's querySelector says. */
const holding = (given) => (selector) =>
  selector.split(/,(?![^(]*\))/).some((one) => {
    const [, name, is] = /^\[name=(\w+)\](?:\[value="?([\w-]+)"?\])?/.exec(one);
    const others = [...one.matchAll(/:not\(\[value="?([\w-]+)"?\]\)/g)].map(([, value]) => value);
    return name in given && (is ? given[name] === is : !others.includes(given[name]));
  });
const held = (given) => rules.filter((rule) => script.made(rule, holding(given))).map((rule) => script.asked(rule, holding(given)));

test("what stands for :has() is read rule by rule, and nothing else", () => {
  assert.equal(rules.length, 7);
  assert.equal(rules[0], ".then{display:none");
  assert.ok(rules[5].endsWith("{--ne:block;--v:none"), rules[5]);
  assert.deepEqual(script.rulesOf("a{b:c}"), []);
});

test("a rule holds once the root is all that it asks, and loses its questions", () => {
  assert.deepEqual(held({}), rules.slice(0, 2));
  assert.deepEqual(held({ card: "hilang" }).slice(2), [
    ':root [data-item="requirements.1"]{--y:initial;--m:none',
    ':root [data-item="requirements.3"],[data-failed="requirements.3"]{--n:initial',
  ]);
  assert.deepEqual(held({ card: "rusak" }).slice(2), [':root [data-item="requirements.1"]{--h:none;--m:none']);
  assert.deepEqual(held({ card: "-" }), rules.slice(0, 2));
});

test("of several terms one suffices, of several demands none may be missing", () => {
  const last = (given) => held(given).filter((rule) => !rule.includes("data-failed")).at(-1);
  const met = ':root [data-item="requirements.2"]{--y:initial;--m:none';
  assert.equal(last({ age: "17" }), met);
  assert.equal(last({ secret: "ya", card: "baik" }), met);
  assert.deepEqual([last({ secret: "ya" }), last({ card: "baik" })], [rules[1], ':root [data-item="requirements.1"]{--h:none;--m:none']);
  const verdict = ":root{--ne:block;--v:none";
  assert.deepEqual([last({ card: "hilang", age: "0" }), last({ card: "rusak", secret: "tidak" })], [verdict, verdict]);
  assert.notEqual(last({ age: "0", secret: "tidak" }), verdict);
  assert.notEqual(last({ card: "hilang", age: "17" }), verdict);
});

test("a reason names only the questions that decide", () => {
  const reason = (item, given) => script.reason(rules, item, holding(given));
  assert.deepEqual(reason("requirements.1", { age: "17", card: "hilang" }), ["card"]);
  assert.deepEqual(reason("requirements.1", { card: "rusak" }), []);
  assert.deepEqual(reason("requirements.2", { age: "17", secret: "ya", card: "baik" }), ["age"]);
  assert.deepEqual(reason("requirements.2", { age: "0", secret: "ya", card: "rusak" }), ["secret", "card"]);
  assert.deepEqual(reason("requirements.9", { card: "hilang" }), []);
});

test("an address holds the answers given, and gives back only known ones", () => {
  const radios = [["age", "17"], ["age", "0"], ["card", "baik"], ["card", "hilang"]].map(([name, value]) => ({ name, value }));
  const answered = radios.map((one, at) => ({ ...one, checked: [0, 3].includes(at) }));
  assert.equal(script.written(answered), "age=17&card=hilang");
  assert.deepEqual(script.read(radios, "age=17&secret=ya&card=none&x=1"), [radios[0]]);
});

/* Monday to Thursday until 15:00, Friday until 11:00. */
const calendar = {
  week: [0, 900, 900, 900, 900, 660, 0],
  holidays: { 2026: "01-01 12-24 12-25", 2027: "01-01" },
};
const counted = (days, working, now, own = calendar) => {
  const found = due(own, days, working, Date.parse(now + "Z"));
  const day = (time) => new Date(time).toISOString().slice(0, 10);
  return found && [day(found.from), day(found.until)];
};

test("the day of receipt does not count, nor do days off", () => {
  assert.deepEqual(counted(4, true, "2026-11-23T09:00"), ["2026-11-23", "2026-11-27"]);
  assert.deepEqual(counted(4, true, "2026-11-26T09:00"), ["2026-11-26", "2026-12-02"]);
  assert.deepEqual(counted(1, true, "2026-12-23T09:00"), ["2026-12-23", "2026-12-28"]);
});

test("from the closing minute on the next day counts as today", () => {
  assert.deepEqual(counted(1, true, "2026-11-23T14:59"), ["2026-11-23", "2026-11-24"]);
  assert.deepEqual(counted(1, true, "2026-11-23T15:00"), ["2026-11-24", "2026-11-25"]);
  assert.deepEqual(counted(1, true, "2026-11-27T11:00"), ["2026-11-30", "2026-12-01"]);
});

test("papers handed in on a day off are received on the next working day", () => {
  assert.deepEqual(counted(1, true, "2026-11-28T08:00"), ["2026-11-30", "2026-12-01"]);
  assert.deepEqual(counted(1, true, "2026-12-24T08:00"), ["2026-12-28", "2026-12-29"]);
});

test("calendar days count days off too", () => {
  assert.deepEqual(counted(14, false, "2026-12-15T08:00"), ["2026-12-15", "2026-12-29"]);
  assert.deepEqual(counted(0, false, "2026-12-15T08:00"), ["2026-12-15", "2026-12-15"]);
});

test("a week of six days is shorter, and one that never closes is never too late", () => {
  const six = { ...calendar, week: [0, 1440, 1440, 1440, 1440, 1440, 1440] };
  assert.deepEqual(counted(4, true, "2026-11-26T23:59", six), ["2026-11-26", "2026-12-01"]);
});

test("a year passes into the next, but never into one whose holidays are not known", () => {
  assert.deepEqual(counted(4, true, "2026-12-29T09:00"), ["2026-12-29", "2027-01-05"]);
  const one = { ...calendar, holidays: { 2026: "01-01 12-24 12-25" } };
  assert.equal(counted(4, true, "2026-12-29T09:00", one), null);
  assert.deepEqual(counted(2, true, "2026-12-29T09:00", one), ["2026-12-29", "2026-12-31"]);
  assert.equal(counted(1, true, "2028-02-01T09:00"), null);
});
