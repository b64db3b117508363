// Posters, annexes and pledges on paper: sheets, fonts, what stands on them, and the code read back. SITES names the list of sites.
//
// FULL=1 prints all of them instead of the longest and the shortest of each kind.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";

import jsQR from "jsqr";

import { launch } from "./lib/browser.js";
import * as paper from "./lib/paper.js";
import { KIND, sitesToTest } from "./lib/site.js";

const A4 = { format: "A4" };
/* What a reader sets to print it twice as large. */
const A3 = { format: "A3", scale: 1.414 };
const MOST = { poster: 2, annex: 4 };

const folder = mkdtempSync(join(tmpdir(), "paper-"));
let browser;
let page;
before(async () => {
  browser = await launch();
  page = await browser.newPage();
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

/** Fails with all complaints at once, and nothing else. */
function none(complaints) {
  if (!complaints.length) return;
  const error = new Error([...new Set(complaints)].join("\n"));
  error.stack = "";
  throw error;
}

/** The longest and the shortest of a kind; all of them in a full run. */
function sample(pages) {
  if (process.env.FULL || pages.length < 3) return pages;
  const sorted = [...pages].sort((a, b) => a.html.length - b.html.length);
  return [sorted.at(0), sorted.at(-1)];
}

/** What is wrong with a sheet's fonts: one that is not in the file looks different on every printer. */
function looseFonts(pdf) {
  const file = join(folder, "fonts.pdf");
  writeFileSync(file, pdf);
  const rows = execFileSync("pdffonts", [file], { encoding: "utf8" }).trim().split("\n").slice(2);
  const loose = rows.filter((row) => row.trim().split(/\s+/).at(-5) !== "yes");
  return rows.length ? loose.map((row) => `not embedded: ${row}`) : ["no font at all"];
}

/** The address that a telephone reads from a printed sheet. */
function readCode(pdf, sheet) {
  const args = ["-r", "150", "-gray", "-f", sheet, "-l", sheet, "-"];
  const image = execFileSync("pdftoppm", args, { input: pdf, maxBuffer: 1 << 28 });
  const [head] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(image.subarray(0, 40).toString("latin1"));
  const [, width, height] = head.split(/\s+/).map(Number);
  const grey = image.subarray(head.length);
  const pixels = new Uint8ClampedArray(width * height * 4);
  for (let at = 0; at < width * height; at += 1) pixels.set([grey[at], grey[at], grey[at], 255], at * 4);
  return jsQR(pixels, width, height)?.data;
}

for (const site of sitesToTest().filter(({ bare }) => !bare)) {
  for (const one of sample(site.pages.filter(({ kind }) => kind === KIND.pledge))) {
    test(`${site.name}: ${one.path} prints on one sheet`, async () => {
      await page.goto(pathToFileURL(join(site.folder, one.path)).href);
      const printed = await paper.printed(page, A4);
      const most = /data-size="?two/.test(one.html) ? 2 : 1;
      none([
        ...(printed.sheets.length <= most ? [] : [`${printed.sheets.length} sheets of A4, at most ${most}`]),
        ...paper.cut(printed),
        ...paper.stranded(printed),
        ...looseFonts(printed.pdf),
      ]);
    });
  }

  for (const kind of ["poster", "annex"]) {
    const own = (name) => site.pages.filter((one) => one.kind === KIND[name] && one.lang === "id");
    const pages = own(kind);
    describe(`${site.name}: ${kind}`, () => {
      test("stands beside every service", () => {
        assert.equal(pages.length, own("service").length);
      });

      for (const one of sample(pages)) {
        test(`${one.path} prints whole`, async () => {
          await page.goto(pathToFileURL(join(site.folder, one.path)).href);
          const large = await paper.printed(page, A3);
          const printed = await paper.printed(page, A4);
          const { sheets, pdf } = printed;
          const spread = /<article[^>]*data-size="?two/.test(one.html);
          const most = kind === "poster" && !spread ? 1 : MOST[kind];
          none([
            ...(sheets.length <= most ? [] : [`${sheets.length} sheets of A4, at most ${most}`]),
            ...(kind !== "poster" || large.sheets.length === sheets.length ? [] : [`${large.sheets.length} sheets of A3, ${sheets.length} of A4`]),
            ...paper.cut(printed),
            ...paper.stranded(printed),
            ...looseFonts(pdf),
          ]);
          if (kind === "poster") {
            const address = await page.evaluate(() => document.querySelector(".address").textContent);
            assert.equal(address, await page.evaluate(() => document.querySelector("link[rel=canonical]").href));
            assert.equal(readCode(pdf, String(sheets.length)), address);
          } else {
            const heads = sheets.filter(({ lines }) => lines.some(({ text }) => text.includes("Uraian")));
            assert.equal(heads.length, sheets.length, "the head of the table stands on every sheet");
          }
        });
      }
    });
  }
}
