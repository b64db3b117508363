// The search: queries as people type them against the example town's index, and the field itself in the browser.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";

import { distance, fold, rank, read, stems, unpack } from "../../themes/default/search/search.js";
import { sitesToTest } from "./lib/site.js";
import { queries } from "./lib/queries.js";
import { words } from "./lib/words.js";

const SERVICES = /^(?:en\/)?(.*)\.html$/;

/* What the files of an index find for a question, and which files were needed. */
export function searcher(folder, language) {
  const said = words(language);
  const load = (name) => {
    const text = readFileSync(join(folder, language === "en" ? "en/cari" : "cari", name), "utf8");
    return JSON.parse(/^maklumatSearch\((.*)\)\s*$/.exec(text)[1]);
  };
  const { words: coded, starts } = load("kata.js");
  const vocabulary = unpack(coded);
  const affixes = { prefixes: said["search.prefixes"], suffixes: said["search.suffixes"] };
  return (question) => {
    const meanings = read(question, vocabulary, affixes, said["search.ignored"].split(" "));
    const files = new Set(["kata.js"]);
    const links = rank(meanings, (word) => {
      const number = starts.filter((start) => start <= word).length - 1;
      files.add(`${number + 1}.js`);
      const shard = load(`${number + 1}.js`);
      const flat = shard.words[word - starts[number]];
      return flat.flatMap((value, i) => (i % 2 ? [] : [[shard.found[value][2], flat[i + 1]]]));
    });
    return { links: links.map((link) => SERVICES.exec(link)[1]), files: [...files] };
  };
}

describe("what is found", () => {
  const town = sitesToTest().find(({ name }) => name === "kota-contoh");
  const all = queries();
  const search = { id: searcher(town.folder, "id"), en: searcher(town.folder, "en") };
  const results = all.map(({ query, expect, language }) => {
    const { links } = search[language](query);
    return { query, place: links.findIndex((link) => expect.includes(link)), links, expect };
  });
  const share = (most) => results.filter(({ place }) => place >= 0 && place < most).length / results.length;
  const missed = (most) => results.filter(({ place }) => place < 0 || place >= most)
    .map(({ query, links, expect }) => `${query}: ${links.slice(0, 3).join(", ")} (wanted ${expect.join(" or ")})`).join("\n");

  test("is first for four of five questions, and among the first three for nineteen of twenty", (t) => {
    t.diagnostic(`first: ${share(1)}, in the first three: ${share(3)} of ${results.length}`);
    assert.ok(share(1) >= 0.8, missed(1));
    assert.ok(share(3) >= 0.95, missed(3));
  });

  test("is nothing for words that nobody wrote", () => {
    for (const query of ["qqqqq", "zxcvbnm", "…", ""]) assert.deepEqual(search.id(query).links, [], query);
  });
});

describe("words", () => {
  const affixes = { prefixes: words("id")["search.prefixes"], suffixes: words("id")["search.suffixes"] };

  test("are folded as the index folds them", () => {
    assert.deepEqual(fold("Mau bikin e-KTP, kafé/Jum’at?"), ["mau", "bikin", "ektp", "kafé", "jumat"]);
  });

  test("lead to their stems", () => {
    for (const [word, stem] of [["pendaftaran", "daftar"], ["mengurus", "urus"], ["mengirimkan", "kirim"], ["perpanjangan", "panjang"], ["menikah", "nikah"], ["penyimpanan", "simpan"]])
      assert.ok(stems(word, affixes).has(stem), `${word}: ${[...stems(word, affixes)]}`);
  });

  test("are as far apart as the letters that were mistyped", () => {
    for (const [a, b, far] of [["akte", "akta", 1], ["kpt", "ktp", 1], ["kelahran", "kelahiran", 1], ["akkta", "akta", 1], ["sim", "skck", 3], ["ilang", "hilang", 1]])
      assert.equal(distance(a, b), far, `${a}, ${b}`);
    assert.equal(distance("kelahrn", "kelahiran", true), 2);
  });
});
