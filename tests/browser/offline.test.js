// What a phone keeps of a site: two builds of one, a server that can fail, and a reader who comes back.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, extname, join } from "node:path";
import { after, before, describe, test } from "node:test";

import { launch } from "./lib/browser.js";

const BASE = "/kota/";
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".json": "application/json", ".svg": "image/svg+xml" };

/* How wide the picture of each build is. */
const WIDTHS = { satu: 8, tanpa: 8, lama: 16, baru: 24 };

let folder;
let browser;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "maklumat-offline-"));
  browser = await launch();
});
after(async () => {
  await browser?.close();
  if (folder) rmSync(folder, { recursive: true });
});

/* A build whose pages and picture carry a mark. */
function build(mark, outputs = "[html, offline]") {
  const site = join(folder, "site");
  const files = {
    "site.yaml": `title: Kota Contoh\noutputs: ${outputs}\nlanguages: [id, en]\n`,
    "content/dinas-contoh/agency.yaml": "name: Dinas Contoh\n",
    "content/dinas-contoh/ktp.yaml": `title: Contoh KTP ${mark}\nrequirements:\n  - Fotokopi KK\n`,
    "content/pages/peta.md": `---\ntitle: Peta ${mark}\n---\n![Peta ${mark}](static/peta.svg)\n`,
    "static/peta.svg": `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTHS[mark]}" height="8"></svg>`,
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(site, path)), { recursive: true });
    writeFileSync(join(site, path), text);
  }
  const output = join(folder, `out-${mark}`);
  execFileSync(process.env.PROGRAM, ["build", "--site", site, "--output", output], { stdio: "pipe" });
  return output;
}

/* A server that serves a folder, hangs up, or answers everything with a status. `fails` says for which paths it hangs up. */
async function host(out) {
  const state = { out, status: 0, fails: () => false, asked: [] };
  const server = createServer((request, response) => {
    const path = new URL(request.url, "http://localhost").pathname;
    state.asked.push(path);
    if (state.fails(path)) return request.socket.destroy();
    const inside = path.slice(BASE.length) || "index.html";
    const file = join(state.out, inside.endsWith("/") ? `${inside}index.html` : inside);
    const found = !state.status && existsSync(file);
    response.writeHead(found ? 200 : state.status || 404, {
      "content-type": TYPES[extname(file)] ?? "application/octet-stream",
      "cache-control": "no-cache",
    });
    response.end(found ? readFileSync(file) : "<h1>Gagal</h1>");
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return Object.assign(state, {
    url: `http://127.0.0.1:${server.address().port}${BASE}`,
    close: () => new Promise((done) => (server.closeAllConnections(), server.close(done))),
  });
}

/* A reader with a phone of their own, and the server that they read from. */
async function reader(out, use) {
  const server = await host(out);
  const context = await browser.newContext({ locale: "id-ID" });
  const page = await context.newPage();
  const errors = [];
  page.on("console", (message) => /policy/i.test(message.text()) && errors.push(message.text()));
  try {
    await use(page, server);
    assert.deepEqual(errors, []);
  } finally {
    await context.close();
    await server.close();
  }
}

/* Waits until the phone keeps the build that a list names. */
async function keeps(page, out) {
  const { version } = JSON.parse(readFileSync(join(out, "offline.json"), "utf8"));
  await until(page, async (version) => {
    const notes = await caches.open("maklumat:/kota/:notes");
    for (const request of await notes.keys())
      if (request.url.endsWith("?copy")) return (await (await notes.match(request)).text()) === version;
    return false;
  }, version);
}

async function until(page, holds, argument) {
  const start = Date.now();
  while (!(await page.evaluate(holds, argument))) {
    assert.ok(Date.now() - start < 30_000, "it never came true");
    await new Promise((soon) => setTimeout(soon, 50));
  }
}

/* Waits until the phone has asked for a file, and then for no other. */
async function asked(server, file) {
  for (let last = -1; !server.asked.includes(BASE + file) || last !== server.asked.length; ) {
    last = server.asked.length;
    await new Promise((soon) => setTimeout(soon, 300));
  }
}

const caches_of = (page) => page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith("maklumat:/kota/:")));
const workers = (page) => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
const notice = (page) => page.locator("aside[role=status]").allInnerTexts();

describe("what a phone keeps", () => {
  test("is the site after one visit: every page opens without a server and says of which day it is", async () => {
    const out = build("satu");
    await reader(out, async (page, server) => {
      // Most people come to a service first.
      await page.goto(`${server.url}dinas-contoh/ktp.html`);
      await keeps(page, out);
      assert.deepEqual(await notice(page), []);
      server.fails = () => true;
      for (const [path, text] of [["", "Kota Contoh"], ["daftar.html", "Contoh KTP satu"], ["dinas-contoh/ktp.html", "Fotokopi KK"]]) {
        await page.goto(server.url + path);
        assert.ok((await page.locator("body").innerText()).includes(text), path);
        const [said, ...more] = await notice(page);
        assert.match(said, /^Ini salinan tanggal \d+ \p{L}+ 20\d\d\. Sambungkan internet untuk yang terbaru\.$/u);
        assert.deepEqual(more, []);
      }
      await page.goto(`${server.url}en/dinas-contoh/ktp.html`);
      assert.match((await notice(page))[0], /^This is a copy from .+ 20\d\d/);
      await page.goto(`${server.url}tidak-ada.html`);
      assert.match(await page.locator("h1").innerText(), /belum tersimpan/);
    });
  });

  test("never puts parts of one build beside a page of another", async () => {
    const [first, second] = [build("lama"), build("baru")];
    await reader(first, async (page, server) => {
      const picture = () => page.evaluate(() => document.querySelector("main img").naturalWidth);
      const title = () => page.locator("h1").innerText();
      await page.goto(`${server.url}peta.html`);
      await keeps(page, first);
      // The page comes from the network, and the network fails for the rest.
      server.out = second;
      server.fails = (path) => !path.endsWith("peta.html");
      await page.goto(`${server.url}peta.html`);
      assert.deepEqual([await title(), await picture()], ["Peta baru", 0]);
      // Everything fails: page and picture are both of the copy.
      server.fails = () => true;
      await page.goto(`${server.url}peta.html`);
      assert.deepEqual([await title(), await picture()], ["Peta lama", WIDTHS.lama]);
      // A new copy is taken while that page is open: the page keeps the parts of its own.
      server.fails = () => false;
      const other = await page.context().newPage();
      await other.goto(server.url);
      await keeps(other, second);
      await page.evaluate(async () => {
        const image = document.querySelector("main img");
        image.src += "?";
        await image.decode();
      });
      assert.deepEqual([await title(), await picture()], ["Peta lama", WIDTHS.lama]);
      await page.goto(`${server.url}peta.html`);
      assert.deepEqual([await title(), await picture()], ["Peta baru", WIDTHS.baru]);
      server.fails = () => true;
      await page.goto(`${server.url}peta.html`);
      assert.deepEqual([await title(), await picture()], ["Peta baru", WIDTHS.baru]);
    });
  });

  test("is not taken from a server that mixes two builds", async () => {
    const [first, second] = [build("lama"), build("baru")];
    await reader(first, async (page, server) => {
      await page.goto(server.url);
      await keeps(page, first);
      // The list is of the second build, a page still of the first.
      const mixed = join(folder, "out-campur");
      execFileSync("cp", ["-r", second, mixed]);
      execFileSync("cp", [join(first, "dinas-contoh/ktp.html"), join(mixed, "dinas-contoh/ktp.html")]);
      server.out = mixed;
      server.asked.length = 0;
      await page.goto(server.url);
      await asked(server, "dinas-contoh/ktp.html");
      server.fails = () => true;
      await page.goto(`${server.url}peta.html`);
      assert.equal(await page.locator("h1").innerText(), "Peta lama");
    });
  });

  test("stays while the network fails, and goes with a site that is gone", async () => {
    const out = build("satu");
    await reader(out, async (page, server) => {
      await page.goto(server.url);
      await keeps(page, out);
      server.fails = () => true;
      await page.goto(server.url);
      server.fails = () => false;
      server.status = 500;
      server.asked.length = 0;
      await page.goto(server.url);
      await asked(server, "offline.json");
      assert.equal(await workers(page), 1);
      assert.match(await page.locator("h1").innerText(), /Kota Contoh/);
      server.status = 410;
      await page.goto(server.url);
      await until(page, async () => !(await navigator.serviceWorker.getRegistrations()).length);
      assert.deepEqual(await caches_of(page), []);
    });
  });

  test("goes with a build that asks for none", async () => {
    const [kept, none] = [build("satu"), build("tanpa", "[html]")];
    await reader(kept, async (page, server) => {
      await page.goto(server.url);
      await keeps(page, kept);
      server.out = none;
      await page.goto(server.url);
      await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update().catch(() => {}));
      await until(page, async () => !(await navigator.serviceWorker.getRegistrations()).length);
      assert.deepEqual(await caches_of(page), []);
    });
  });

  test("is what was visited where there is no copy of the whole", async () => {
    const out = build("satu");
    await reader(out, async (page, server) => {
      server.fails = (path) => path.endsWith("offline.json");
      await page.goto(server.url);
      await page.waitForFunction(() => navigator.serviceWorker.controller);
      await page.goto(`${server.url}peta.html`);
      await until(page, async () => (await (await caches.open("maklumat:/kota/:visited")).keys()).length > 1);
      server.fails = () => true;
      await page.goto(`${server.url}peta.html`);
      assert.equal(await page.locator("h1").innerText(), "Peta satu");
      assert.equal(await page.evaluate(() => document.querySelector("main img").naturalWidth), 8);
      await page.goto(`${server.url}dinas-contoh/ktp.html`);
      assert.match(await page.locator("h1").innerText(), /belum tersimpan/);
    });
  });
});
