// The checks of what is measured: lines over each other, sheets of paper, walks through a checklist, and sentences.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { overlaps } from "./lib/overlaps.js";
import * as paper from "./lib/paper.js";
import * as prose from "./lib/prose.js";
import { STYLE, finds, soundSite } from "./lib/sound.js";
import { begin, ending, follow, median, seeded, walksByVerdict } from "./lib/walk.js";

const { start, stop, about } = soundSite();
before(start);
after(stop);

describe("a fault in what is laid out is found", () => {
  test("a text over another", async () => {
    const body = '<p>Surat pengantar</p><p class="over">Kartu Keluarga</p>';
    for (const rule of ["margin-top: -2rem", "position: absolute; top: 0; left: 0", "position: fixed; inset: 0"]) {
      finds(await about({ style: `${STYLE} .over { ${rule} }`, body }, overlaps), /“Kartu Keluarga” lies over|lies over “Kartu Keluarga”/);
    }
    for (const rule of ["margin-top: -1.5rem; line-height: 1.15", "position: sticky; bottom: 0", "position: absolute; top: 0; clip-path: inset(50%)"]) {
      assert.deepEqual(await about({ style: `${STYLE} .over { ${rule} }`, body }, overlaps), [], rule);
    }
    // A bar that sticks is looked at where it belongs, and there it may be wrong too.
    const stuck = `${STYLE} .over { position: sticky; bottom: 0; margin-top: -2.5rem }`;
    finds(await about({ style: stuck, body }, overlaps), /lies over/);
  });

  test("a heading at the foot of a sheet", async () => {
    const onPaper = async (page) => paper.stranded(await paper.printed(page));
    const lines = (count) => Array.from({ length: count }, (_, at) => `<p>Baris ${at + 1}</p>`).join("");
    const style = `${STYLE} @page { margin: 2cm } h3 { break-after: auto }`;
    const body = `${lines(4)}<h3>Ke mana</h3><div class="next">${lines(3)}</div>`;
    assert.deepEqual(await about({ style, body }, onPaper), []);
    finds(await about({ style: `${style} .next { break-before: page }`, body }, onPaper), /sheet 1 ends with the heading “Ke mana”/);
    finds(await about({ style, body: `${body}<h3>Lain</h3>` }, onPaper), /sheet 1 ends with the heading “Lain”/);
  });
  test("a text that paper cuts", async () => {
    const onPaper = async (page) => paper.cut(await paper.printed(page));
    const style = `${STYLE} @page { margin: 2cm }`;
    const body = '<div class="box"><p>Fotokopi Kartu Keluarga</p><p>Surat keterangan kehilangan</p></div>';
    assert.deepEqual(await about({ style, body }, onPaper), []);
    finds(await about({ style: `${style} .box { height: 2rem; overflow: hidden }`, body }, onPaper), /cut on paper: <div class="box"/);
    finds(await about({ style: `${style} .box { position: absolute; left: 30cm; white-space: nowrap }`, body }, onPaper), /the sheets lack “Fotokopi”/);
    finds(await about({ style: `${STYLE} @page { margin: 0 } @media print { body { margin: 0 } }`, body }, onPaper), /reaches its edge/);
  });
  test("papers that fill a sheet by themselves", async () => {
    const list = (count) => `<ol>${'<li><label><input type="checkbox" data-tick="1"> Surat</label></li>'.repeat(count)}</ol>`;
    assert.equal(await about({ body: list(9) }, paper.papersFillSheet), false);
    assert.equal(await about({ body: list(40) }, paper.papersFillSheet), true);
  });
});

/** Two questions in a fold: who is too young is turned away, who has married need not say more. */
const CHECKLIST = `<details id="ask"><summary>Sesuaikan</summary><form data-checklist>
<fieldset data-question="usia"><legend>Usia?</legend><label><input type="radio" name="usia" value="0">Muda</label><label><input type="radio" name="usia" value="17">Dewasa</label><label><input type="radio" name="usia" value="-">Belum tahu</label></fieldset>
<fieldset data-question="rekam"><legend>Sudah merekam?</legend><label><input type="radio" name="rekam" value="ya">Ya</label><label><input type="radio" name="rekam" value="tidak">Tidak</label><label><input type="radio" name="rekam" value="-">Belum tahu</label></fieldset>
<a href="#result">Lihat hasil</a></form></details>
<section id="result"><h2 data-verdict="incomplete">Yang dibawa</h2><h2 data-verdict="eligible">Bisa</h2><h2 data-verdict="do_first">Dulu</h2><h2 data-verdict="not_eligible">Belum</h2></section>`;
const ANSWERED = `${STYLE} [data-verdict] { display: none }
:root:has([value="0"]:checked) :is([data-verdict=not_eligible], .never) { display: block }
:root:has([value="0"]:checked) [data-question=rekam] { display: none }
:root:has([value="17"]:checked):has([value=ya]:checked) [data-verdict=eligible] { display: block }
:root:has([value="17"]:checked):has([value=tidak]:checked) [data-verdict=do_first] { display: block }
:root:not(:has([value="0"]:checked), :has([value="17"]:checked):has([name=rekam]:not([value="-"]):checked)) [data-verdict=incomplete] { display: block }`;

describe("a checklist is walked through", () => {
  const PHONE = { viewport: { width: 360, height: 720 }, javaScriptEnabled: false };
  const walked = (style, use) => about({ style: ANSWERED + style, body: CHECKLIST }, use, PHONE);

  test("to every verdict, through the questions that show, always the same", async () => {
    const ways = await walked("", (page) => walksByVerdict(page, { each: 3, most: 60 }));
    assert.deepEqual(Object.fromEntries(ways), {
      eligible: [[["usia", "17"], ["rekam", "ya"]]],
      do_first: [[["usia", "17"], ["rekam", "tidak"]]],
      not_eligible: [[["usia", "0"]]],
    });
    const [first, second] = [seeded(7), seeded(7)];
    const drawn = Array.from({ length: 50 }, first);
    assert.deepEqual(Array.from({ length: 50 }, second), drawn);
    assert.ok(drawn.every((number) => number >= 0 && number < 1) && new Set(drawn).size === 50);
    assert.deepEqual([median([3, 1, 2]), median([4, 1])], [2, 2.5]);
  });

  test("by clicks, to a result that is seen, a link away or out of sight", async () => {
    const end = (style) =>
      walked(style, async (page) => {
        await follow(page, [["usia", "17"], ["rekam", "ya"]]);
        const { verdict, way } = await ending(page);
        return [verdict, way];
      });
    assert.deepEqual(await end(""), ["eligible", "view"]);
    assert.deepEqual(await end("#result { margin-top: 100vh }"), ["eligible", "link"]);
    assert.deepEqual(await end("#result { margin-top: 100vh } a[href='#result'] { display: none }"), ["eligible", null]);
    assert.deepEqual(await end("#result { margin-top: 100vh } form { padding-bottom: 100vh } a[href='#result'] { position: relative; top: 100vh }"), ["eligible", null]);
    // Something that lies over it hides it as well.
    const over = "main::after { content: ''; position: fixed; inset: 50% 0 0; background: #fff } #result { margin-top: 50vh } a[href='#result'] { display: none }";
    assert.deepEqual(await end(over), ["eligible", null]);
  });

  test("from where it was before", async () => {
    await walked("#result { margin-top: 100vh }", async (page) => {
      const fresh = await ending(page);
      await follow(page, [["usia", "0"]]);
      assert.equal((await ending(page)).verdict, "not_eligible");
      await begin(page);
      assert.deepEqual(await ending(page), fresh);
    });
  });
});

describe("what the program writes is counted", () => {
  test("sentence by sentence, a quoted question being a part of one", () => {
    const text = "Hanya jika: “Sudah menikah?” dijawab ya. Tanyakan {n} hari sebelum datang.";
    assert.deepEqual(prose.sentences(text).map(prose.length), [6, 5]);
    const yaml = '# Kata. Kata.\nskip: Langsung ke isi\nask: "Kata \\"apa\\" ini?"\nsay: Sudah disalin. Jawaban dihapus.\nnote: "Catatan:"\n';
    assert.deepEqual(prose.themeSentences(yaml), ['Kata "apa" ini?', "Sudah disalin.", "Jawaban dihapus."]);
  });

  test("condition by condition, each wording of a reason by itself", async () => {
    const body = '<p class="if">Hanya jika <b>rusak</b></p><p class="if">Hanya jika rusak</p><small class="if">karena <i data-because="1">rusak</i><i data-because="2">hilang</i></small>';
    assert.deepEqual(await about({ body }, prose.conditions), ["Hanya jika rusak", "karena rusak", "karena hilang"]);
  });
});
