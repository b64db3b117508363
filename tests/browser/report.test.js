// The report of `maklumat audit --format html` in a real browser: valid, accessible, readable on a phone, whole on paper.
// PROGRAM names the program.

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { LARGE_TEXT, VIEWS, ZOOMED, launch, visit } from "./lib/browser.js";
import { invalid } from "./lib/html.js";
import * as rendered from "./lib/rendered.js";
import { serve } from "./lib/server.js";

const program = process.env.PROGRAM;
if (!program) throw new Error("PROGRAM must name the program; tests/run makes it");
const site = new URL("../sites/kota-contoh", import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), "report-"));
const PAPER = { name: "paper", viewport: { width: 1040, height: 720 } };

let browser;
let server;
before(async () => {
  const html = execFileSync(program, ["audit", "--site", site, "--format", "html", "--today", "2026-11-28"]);
  writeFileSync(join(folder, "index.html"), html);
  browser = await launch();
  server = await serve(folder);
});
after(async () => {
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true });
});

/** Fails with all complaints at once, and nothing else. */
function none(complaints) {
  if (!complaints.length) return;
  const error = new Error([...new Set(complaints)].join("\n"));
  error.stack = "";
  throw error;
}

async function inViews(views, check) {
  const complaints = [];
  for (const view of views) {
    const found = await visit(browser, server.url, view, check);
    complaints.push(...found.map((complaint) => `${view.name}: ${complaint}`));
  }
  return complaints;
}

test("the report is valid HTML", () => none(invalid([folder])));

test("the report is accessible on a phone and on a desk, on light and on dark", async () => {
  none(await inViews([VIEWS[0], VIEWS[3]], rendered.axe));
});

test("the report needs no scrolling sideways", async () => {
  none(await inViews([VIEWS[0], VIEWS[2], ZOOMED, LARGE_TEXT], rendered.overflow));
});

test("on a phone each cell stands below its service with its own heading", async () => {
  await visit(browser, server.url, VIEWS[0], async (page) => {
    const found = await page.evaluate(() => {
      const row = document.querySelector(".signs tbody tr");
      const cells = [...row.querySelectorAll("td")].map((cell) => ({
        label: getComputedStyle(cell, "::before").content,
        below: cell.getBoundingClientRect().top >= row.querySelector("th").getBoundingClientRect().bottom,
      }));
      return cells.filter((cell, at) => !cell.below || (at > 0 && !/[AB]\d/.test(cell.label)));
    });
    none(found.map((cell) => `a cell without its place: ${JSON.stringify(cell)}`));
  });
});

test("on paper the tables stand as tables, and nothing is cut off", async () => {
  await visit(browser, server.url, PAPER, async (page) => {
    await page.emulateMedia({ media: "print" });
    const found = await page.evaluate(() => ({
      display: getComputedStyle(document.querySelector(".signs tbody td")).display,
      over: document.documentElement.scrollWidth - innerWidth,
    }));
    none([
      ...(found.display === "table-cell" ? [] : [`cells are ${found.display}`]),
      ...(found.over > 0 ? [`${found.over} px too wide`] : []),
    ]);
  });
});
