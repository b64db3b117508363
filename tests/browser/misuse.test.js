// What use.test.js must notice: each fault is planted in a page, and the test of that name fails on it.
//
// It takes minutes, so only a full run does it (FULL=1).

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

import { sitesWithCases } from "./lib/checklist.js";

const PATH = "kecamatan-contoh/ktp-elektronik.html";

/* Where what is sensitive is the reason for a paper. */
const SECRET = "dinas-contoh/layanan-lengkap.html";

/** The fault, what it changes in the page, the test that fails, and on which page. */
const FAULTS = [
  ["a sensitive answer in the link", /:not\(\[data-sensitive\]\)/, "", /shows at once/],
  ["a status that speaks at once", /,800\)/, ",0)", /says aloud/],
  ["a status that never speaks", /,800\)/, ",8e7)", /says aloud/],
  ["a second live region", /<p class="?then"?/, '<p aria-live="polite" class="then"', /is read as groups/],
  ["a sheet without its day", /`beforeprint`/, "`x`", /by keyboard alone/],
  ["a sheet with every question", /@media print/g, "@media x", /by keyboard alone/],
  ["an answer kept without being asked", /\w+\(\)&&!\w+&&(\w+)\(\),clearTimeout/, "$1(),clearTimeout", /shows at once/],
  ["a question without its legend", /<legend>/g, "<p>", /is read as groups/],
  ["answers that cannot be deleted", /localStorage\.removeItem/, "(()=>{})", /shows at once/],
  ["a link that nobody reads", /location\.hash\.slice\(1\)/g, '""', /shows at once/],
  ["a message that tells a sensitive answer", /classList\.toggle\(`own`/, "classList.toggle(`x`", /shows at once/, SECRET],
  ["a tick that is not kept", /\.checked\)(\.map\(\w+=>\w+\.dataset\.tick\))/, ".value===0)$1", /shows at once/],
  ["a button that says nothing", /=>\{\w+\.textContent=\w+\.dataset\[\w+\]\}/, "=>{}", /shows at once/],
  ["a focus that jumps", /clearTimeout\(/, "document.body.tabIndex=-1,document.body.focus(),clearTimeout(", /says aloud/],
];

if (process.env.FULL) {
  for (const [name, from, to, wanted, path = PATH] of FAULTS) {
    test(`${name} is noticed`, () => {
      const site = sitesWithCases().find((one) => one.cases[path]);
      const folder = mkdtempSync(join(tmpdir(), "maklumat-misuse-"));
      try {
        const built = join(folder, "site");
        cpSync(site.folder, built, { recursive: true });
        const html = readFileSync(join(built, path), "utf8").replace(/<meta[^>]*content-security-policy[^>]*>/i, "");
        assert.match(html, from);
        writeFileSync(join(built, path), html.replace(from, to));
        const env = { ...process.env, SITES: join(folder, "sites.json"), ORACLE: join(folder, "oracle.json"), FULL: "" };
        delete env.NODE_TEST_CONTEXT;
        writeFileSync(env.SITES, JSON.stringify([{ name: "wrong", folder: built, base: "/wrong/" }]));
        writeFileSync(env.ORACLE, JSON.stringify({ wrong: { [path]: site.cases[path] } }));
        const run = ["--test", "--test-reporter=spec", `--test-name-pattern=${wanted}`, "use.test.js"];
        const { stdout } = spawnSync(process.execPath, run, { encoding: "utf8", env, timeout: 120_000 });
        const failed = stdout.split("\n").filter((line) => line.includes("✖"));
        assert.ok(failed.some((line) => wanted.test(line)), stdout);
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  }
}
