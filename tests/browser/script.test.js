// The scripts apart from any page: judgement, reasons, what goes into an address, and the day on which it is done.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const load = (name) => {
  const source = readFileSync(new URL(`../../themes/default/${name}`, import.meta.url));
  return import(`data:text/javascript;base64,${source.toString("base64")}`);
};
const script = await load("service/checklist.js");
const { due } = await load("service/due.js");

/* Old enough (0) or not (1); a secret; the card is there (0), damaged (1) or lost (2). */
const rules = {
  questions: [
    { id: "age", values: ["17", "0"] },
    { id: "secret", values: ["ya", "tidak"], sensitive: true },
    { id: "card", values: ["baik", "rusak", "hilang"] },
  ],
  decisions: [[[[2, 2]]], [[[2, 0, 1]]], [[[0, 0]], [[1, 0]]], [[[0, 1], [1, 1]]], [[[0, 0]], [[1, 0]], [[0, 1], [1, 1]]], []],
  states: [
    ["requirements.1", ["needed", 0], ["not_needed", 1]],
    ["requirements.2", ["met", 2], ["failed", 3]],
  ],
  verdicts: [["not_eligible", 3, 2]],
  notices: [0],
  indifferent: [[4], [4], []],
  sums: [0, 1],
  groups: [[1], [1, 3], null],
};

test("an item is open until every completion agrees", () => {
  const state = (card) => script.judge(rules, [-1, -1, card]).states["requirements.1"];
  assert.deepEqual([-1, 0, 1, 2].map(state), ["maybe", "not_needed", "not_needed", "needed"]);
});

test("the verdict waits for the criteria and ends with a failing one", () => {
  const verdict = (age, secret) => script.judge(rules, [age, secret, -1]).verdict;
  assert.deepEqual([verdict(-1, -1), verdict(0, -1), verdict(1, 1)], ["incomplete", "eligible", "not_eligible"]);
  assert.deepEqual(script.judge(rules, [1, 1, -1]).hidden, [false, false, true]);
});

test("a criterion that stands in words is open to the end, and nobody is eligible with it", () => {
  const inWords = { ...rules, states: [...rules.states, ["requirements.3", ["met", 5], ["failed", 5]]], verdicts: [...rules.verdicts, ["do_first", 5, 5]] };
  const judged = (age, secret) => script.judge(inWords, [age, secret, 2]);
  assert.equal(judged(0, 0).states["requirements.3"], "maybe");
  assert.deepEqual([judged(0, 0).verdict, judged(1, 1).verdict], ["incomplete", "not_eligible"]);
  assert.deepEqual(script.reason(inWords, "requirements.3", [0, 0, 2]), []);
});

test("a sum is asked once it is the only one left", () => {
  const sum = (card) => script.judge(rules, [-1, -1, card]).sum;
  assert.deepEqual([-1, 0, 1, 2].map(sum), [0, 2, 2, 1]);
});

test("a place shows until nothing of it is needed", () => {
  const shown = (age, card) => script.judge(rules, [age, 1, card]).groups;
  assert.deepEqual(shown(-1, -1), [true, true, true]);
  assert.deepEqual(shown(0, 0), [false, true, true]);
  assert.deepEqual(shown(1, 0), [false, false, true]);
});

test("a criterion of a group that concerns nobody is neither met nor failed", () => {
  /* Only who has lost the card (0) must be old enough. */
  const group = { ...rules, states: [["requirements.2.1", ["not_concerned", 1], ["met", 2], ["failed", 3]]] };
  const judged = (age, card) => script.judge(group, [age, -1, card]).states["requirements.2.1"];
  assert.deepEqual([judged(0, 0), judged(0, 2), judged(-1, -1)], ["not_concerned", "met", "maybe"]);
  assert.deepEqual(script.reason(group, "requirements.2.1", [0, 0, 0]), [2]);
  assert.deepEqual(script.reason(group, "requirements.2.1", [0, 0, 2]), [0]);
});

test("what is not settled is asked before anything is done, and never called settled", () => {
  const open = { ...rules, verdicts: [...rules.verdicts, ["ask_first", 0, 1], ["do_first", 5, 5]] };
  const verdict = (age, card) => script.judge(open, [age, -1, card]).verdict;
  assert.deepEqual([verdict(0, 2), verdict(0, -1), verdict(-1, 2), verdict(0, 0)], ["ask_first", "incomplete", "incomplete", "incomplete"]);
  const last = { ...open, verdicts: open.verdicts.slice(0, 2) };
  assert.equal(script.judge(last, [0, -1, 0]).verdict, "eligible");
});

test("a reason names only the questions that decide", () => {
  assert.deepEqual(script.reason(rules, "requirements.1", [0, 0, 2]), [2]);
  assert.deepEqual(script.reason(rules, "requirements.2", [1, 0, -1]), [1]);
  assert.deepEqual(script.reason(rules, "requirements.2", [-1, -1, -1]), []);
});

test("an address holds no sensitive answer, and gives back only known ones", () => {
  assert.equal(script.written(rules, [0, 0, 2]), "age=17&card=hilang");
  assert.deepEqual(script.read(rules, "age=17&secret=ya&card=none&x=1"), [["age", "17"]]);
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
