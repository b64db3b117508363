// The page's script apart from any page: its judgement, its reasons, and what goes into an address.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { gzipSync } from "node:zlib";

const source = readFileSync(new URL("../../themes/default/script.js", import.meta.url));
const script = await import(`data:text/javascript;base64,${source.toString("base64")}`);

/* Old enough (0) or not (1); a secret; the card is there (0), damaged (1) or lost (2). */
const rules = {
  questions: [
    { id: "age", values: ["17", "0"] },
    { id: "secret", values: ["ya", "tidak"], sensitive: true },
    { id: "card", values: ["baik", "rusak", "hilang"] },
  ],
  decisions: [[[[2, 2]]], [[[2, 0, 1]]], [[[0, 0]], [[1, 0]]], [[[0, 1], [1, 1]]], { root: 5, nodes: { 5: [0, 1, 6], 6: [1, 1, 0] } }],
  items: [["requirements.1", 0, 1]],
  criteria: [["requirements.2", 2, 3, "not_eligible"]],
  failing: [["not_eligible", 3]],
  notices: [0],
  indifferent: [[4], [4], []],
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

test("a diagram is walked through every open question", () => {
  const held = ([age, secret]) => script.holds(rules.decisions[4], [age, secret, -1]);
  assert.deepEqual([[0, -1], [-1, 0], [-1, -1], [1, 1]].map(held), [true, true, false, false]);
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

test("the script is small", (context) => {
  const lines = source.toString().split("\n").map((line) => line.trim());
  const bytes = gzipSync(lines.filter((line) => line && !/^(\/\/|\/\*)/.test(line)).join("\n"), { level: 9 }).length;
  context.diagnostic(`${bytes} bytes gzipped`);
  assert.ok(bytes <= 3072, `${bytes} bytes gzipped`);
});
