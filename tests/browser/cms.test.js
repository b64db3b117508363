// The web editor: its real page opened with a local folder, a service edited and saved, and what of a file it keeps.
//
// The folder is one of the browser's own file system, handed out where a person would choose one.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";

import * as YAML from "yaml";

import { launch } from "./lib/browser.js";

const REPOSITORY = join(import.meta.dirname, "../..");
const PROGRAM = process.env.PROGRAM;
const MODULES = join(import.meta.dirname, "node_modules");
const HOST = "http://localhost:4999";
const LANGUAGES = ["id", "en"];

let folder;
let format;
let forms;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "maklumat-cms-"));
  const editor = written(both(), join(folder, "editor"));
  const module = await import(pathToFileURL(join(editor, "format.js")));
  format = module.editing(YAML);
  ({ FORMATS: forms } = await import(pathToFileURL(join(editor, "forms.js"))));
});
after(() => folder && rmSync(folder, { recursive: true }));

/* A site of the example in Indonesian beside the reference in English, which has every key. */
function both() {
  const site = join(folder, "both");
  cpSync(join(REPOSITORY, "tests/data/reference"), site, { recursive: true });
  const made = join(folder, "made");
  execFileSync(PROGRAM, ["init", made], { stdio: "pipe" });
  cpSync(join(made, "content/dinas-contoh"), join(site, "content/dinas-baru"), { recursive: true });
  cpSync(join(made, "content/dinas-contoh/surat-keterangan-contoh.yaml"), join(site, "content/dinas-baru/layanan.yaml"));
  return site;
}

/* The editor of a site. */
function written(site, place, ...args) {
  execFileSync(PROGRAM, ["cms", "--site", site, "--output", place, ...args], { stdio: "pipe" });
  writeFileSync(join(place, "package.json"), '{"type": "module"}');
  return place;
}

const form = (name) => forms[name].form;

/* Every scalar of a text as it is written, and nothing for nothing. */
function data(text) {
  const plain = (node) => {
    if (YAML.isMap(node)) return Object.fromEntries(node.items.map(({ key, value }) => [key.value, plain(value)]));
    if (YAML.isSeq(node)) return node.items.map(plain);
    return node?.type === "PLAIN" && /^(|~|null)$/.test(node.source) ? null : node?.value;
  };
  return plain(YAML.parseDocument(text, { schema: "failsafe" }).contents);
}

/* The parts of a file with Markdown below. */
const split = (text) => /^---\n([\s\S]*?\n)---\n([\s\S]*)$/.exec(text).slice(1);

/* All files below a folder. */
function files(place) {
  return readdirSync(place, { recursive: true })
    .map(String)
    .filter((path) => statSync(join(place, path)).isFile());
}

const reference = () => readFileSync(join(REPOSITORY, "tests/data/reference/content/dinas-contoh/layanan-lengkap.md"), "utf8");

describe("reading and writing", () => {
  test("what is not changed is the very text, of every file of the examples", () => {
    for (const site of ["tests/data/reference", "tests/sites/kota-contoh", "."]) {
      const content = join(REPOSITORY, site, "content");
      let count = 0;
      for (const path of files(content)) {
        const [name, extension] = path.split("/").pop().split(/\.(?=[^.]*$)/);
        if (name.includes(".") || !/^(yaml|md)$/.test(extension)) continue;
        const kind = path.startsWith("pages/") ? "page" : name === "agency" ? "agency" : path.includes("/") ? "service" : name;
        const own = [...LANGUAGES].map((language) => forms[`${kind}-${language}${extension === "md" ? "-frontmatter" : ""}`]?.form).find(Boolean);
        if (!own) continue;
        const text = readFileSync(join(content, path), "utf8");
        assert.equal(format.write(format.read(text, own), own), text, path);
        count += 1;
      }
      assert.ok(count > 3, `${site}: ${count}`);
    }
  });

  test("the reference is shown whole, filled anew, and loses nothing", () => {
    const own = form("service-en-frontmatter");
    const shown = format.read(reference(), own);
    // As if a person had typed all of it into an empty form: no text to go back to, no places of items.
    const typed = JSON.parse(JSON.stringify(shown, (key, value) => (["asal", "_no"].includes(key) ? undefined : value)));
    const [head, body] = split(format.write(typed, own));
    const [before, below] = split(reference());
    // A part of a record that is known to be missing cannot be typed; `sk` as a whole can.
    const expected = data(before);
    assert.deepEqual(expected.decree, { number: null });
    delete expected.decree;
    assert.deepEqual(long(data(head)), long(expected));
    assert.equal(body.trim(), below.trim());
  });
});

describe("each value of the reference", () => {
  /* The places of all texts in what a form shows. */
  function places(value, at = []) {
    if (typeof value === "string") return ["asal", "_no"].includes(at.at(-1)) || at.includes("belum_ada") ? [] : [at];
    return Object.entries(value).flatMap(([key, inner]) => places(inner, [...at, key]));
  }
  const without = (value) => JSON.parse(JSON.stringify(value, (key, inner) => (["asal", "_no"].includes(key) ? undefined : inner)));

  test("can be changed, and no other changes", () => {
    const own = form("service-en-frontmatter");
    const shown = format.read(reference(), own);
    const all = places(shown);
    assert.ok(all.length > 200, String(all.length));
    for (const place of all.filter((_, at) => process.env.FULL || at % 5 === 0)) {
      const changed = structuredClone(shown);
      const holder = place.slice(0, -1).reduce((value, key) => value[key], changed);
      holder[place.at(-1)] += " x";
      const again = format.read(format.write(changed, own), own);
      assert.deepEqual(without(again), without(changed), place.join("."));
    }
  });

  test("can be taken away, and no other goes", () => {
    const own = form("service-en-frontmatter");
    const shown = format.read(reference(), own);
    for (const place of places(shown).filter((_, at) => process.env.FULL || at % 5 === 1)) {
      const changed = structuredClone(shown);
      const holder = place.slice(0, -1).reduce((value, key) => value[key], changed);
      // A name or a short form is what its record is known by.
      if (["_nama", "id"].includes(place.at(-1))) continue;
      holder[place.at(-1)] = "";
      const again = format.read(format.write(changed, own), own);
      assert.deepEqual(filled(without(again)), filled(without(changed)), place.join("."));
    }
  });
});

/* A value without what is empty. */
function filled(value) {
  if (Array.isArray(value)) return value.map(filled).filter((item) => item !== undefined);
  if (value && typeof value === "object") {
    const entries = Object.entries(value).map(([key, inner]) => [key, filled(inner)]).filter(([, inner]) => inner !== undefined && !(Array.isArray(inner) && !inner.length));
    return entries.length ? Object.fromEntries(entries) : undefined;
  }
  return value === "" ? undefined : value;
}

/* Data without the short forms, whose long forms mean the same. */
function long(value, key = "") {
  const texts = { requirements: "text", items: "text", procedure: "text", products: "text", legal_basis: "text", facilities: "text", offered_at: "agency" };
  if (Array.isArray(value)) return value.map((item) => (typeof item === "string" && key in texts ? { [texts[key]]: item } : long(item)));
  if (value && typeof value === "object") {
    const entries = Object.entries(value).map(([inner, held]) => {
      if (inner === "otherwise" && typeof held === "string") return [inner, { say: held }];
      if (key === "choices" && typeof held === "string") return [inner, { label: held }];
      if (/^(internal_supervision|staff_competence|service_guarantee|safety_guarantee|performance_evaluation)$/.test(inner) && typeof held === "string") return [inner, [held]];
      if (inner === "when" && held && typeof held === "object") return [inner, JSON.stringify(held)];
      return [inner, long(held, inner)];
    });
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
  }
  return value;
}

describe("an edit", () => {
  const read = (text) => format.read(text, form("service-id"));
  const edit = (text, change) => {
    const content = read(text);
    change(content);
    // The editor fills what is empty.
    return format.write({ ...content, ringkasan: "", lanjutan: { ...content.lanjutan, uji: [] } }, form("service-id"));
  };
  const text = `# Catatan kantor
title: Kartu # judulnya dalam bahasa lain
persyaratan:
  # yang pertama
  - Fotokopi KK
  - bunyi: "0254"
    rincian:
      - bunyi: luar
        rincian:
          - dalam sekali
  - id: tiga
    bunyi: Surat
waktu: 4 hari kerja
biaya: null
saluran_lama: disimpan
`;
  const only = (one, other) => one.split("\n").filter((line) => !other.split("\n").includes(line));
  const lines = (from, to) => [only(from, to), only(to, from)];

  test("changes its own lines alone", () => {
    for (const [change, gone, added] of [
      [(c) => (c.judul = "Kartu Baru"), ["title: Kartu # judulnya dalam bahasa lain"], ["title: Kartu Baru # judulnya dalam bahasa lain"]],
      [(c) => (c.waktu.bunyi = "3 hari kerja"), ["waktu: 4 hari kerja"], ["waktu: 3 hari kerja"]],
      [(c) => (c.waktu.paling_lambat = "3"), ["waktu: 4 hari kerja"], ["waktu:", "  paling_lambat: 3", "  bunyi: 4 hari kerja"]],
      [(c) => (c.persyaratan[0].bunyi = "Fotokopi KK dan KTP"), ["  - Fotokopi KK"], ["  - Fotokopi KK dan KTP"]],
      [(c) => (c.persyaratan[1].bunyi = "0812"), ['  - bunyi: "0254"'], ['  - bunyi: "0812"']],
      [(c) => c.persyaratan.splice(2, 1), ["  - id: tiga", "    bunyi: Surat"], []],
      [(c) => c.persyaratan.unshift({ bunyi: "Ya: benar" }), [], ['  - bunyi: "Ya: benar"']],
      [(c) => c.persyaratan.push({ bunyi: "null" }), [], ['  - bunyi: "null"']],
      [(c) => (c.biaya = [{ rupiah: "5000" }]), ["biaya: null"], ["biaya:", "  - rupiah: 5000"]],
      [(c) => (c.lanjutan.belum_ada = []), ["biaya: null"], []],
      [(c) => c.lanjutan.belum_ada.push("produk"), [], ["produk: null"]],
      [(c) => (c.persyaratan[2].jika = "{ktp: hilang}"), [], ["    jika: {ktp: hilang}"]],
    ]) {
      assert.deepEqual(lines(text, edit(text, change)), [gone, added], String(change));
    }
  });

  test("that turns items round takes along what no form shows", () => {
    const turned = edit(text, (c) => c.persyaratan.reverse());
    const items = data(turned).persyaratan;
    assert.deepEqual(items.map((item) => item.bunyi ?? item), ["Surat", "0254", "Fotokopi KK"]);
    assert.deepEqual(items[1].rincian, data(text).persyaratan[1].rincian);
    assert.match(turned, /# yang pertama\n {2}- Fotokopi KK/);
  });

  test("strikes out a doubt that is settled", () => {
    const doubted = "status: rancangan\n# RAGU: biayanya tidak jelas\nbiaya: null\nwaktu: 4 hari kerja # RAGU: bukan baris sendiri\nproduk:\n  - A\n  # RAGU: biayanya tidak jelas\n  - B\n";
    const shown = read(doubted);
    assert.deepEqual(shown.keraguan, ["biayanya tidak jelas", "biayanya tidak jelas"]);
    shown.keraguan.pop();
    assert.equal(format.write(shown, form("service-id")), doubted.replace("  # RAGU: biayanya tidak jelas\n", ""));
    shown.keraguan.pop();
    shown.biaya = [{ bunyi: "gratis" }];
    assert.match(format.write(shown, form("service-id")), /^status: rancangan\nbiaya:\n  - bunyi: gratis\nwaktu: 4 hari kerja # RAGU: bukan baris sendiri\nproduk:\n  - A\n  - B\n$/);
  });

  test("leaves lists as far in as they stand", () => {
    const flush = "judul: Kartu\npersyaratan:\n# satu\n- KTP\n\n- bunyi: KK\n  rincian:\n  - a\nwaktu: 4 hari kerja\n";
    for (const one of [flush, flush.replace(/^(?=[-#]|  )/gm, "  ").replace("    - a", "      - a")]) {
      assert.equal(edit(one, (c) => (c.waktu.bunyi = "3 hari kerja")), one.replace("4 hari", "3 hari"));
    }
  });

  test("keeps the line ends of Windows and the mark of the encoding", () => {
    const windows = (text) => `\uFEFF${text.replaceAll("\n", "\r\n")}`;
    const doubted = `# RAGU: biayanya tidak jelas\n${text}`;
    const shown = read(windows(doubted));
    assert.deepEqual(shown, { ...read(doubted), asal: windows(doubted) });
    assert.equal(format.write(shown, form("service-id")), windows(doubted));
    shown.waktu.bunyi = "3 hari kerja";
    shown.keraguan = [];
    assert.equal(format.write(shown, form("service-id")), windows(text.replace("4 hari", "3 hari")));
    const own = form("service-en-frontmatter");
    const changed = format.read(windows(reference()), own);
    assert.equal(format.write(changed, own), windows(reference()));
    changed.title = "Kartu Baru";
    const again = format.write(changed, own);
    assert.equal(again.match(/^\uFEFF?---\r$/gm)?.length, 2);
    assert.doesNotMatch(again, /[^\r]\n/);
    assert.equal(format.read(again, own).title, "Kartu Baru");
  });

  test("of a file that cannot be read is refused", () => {
    assert.throws(() => read("judul: [satu\n"));
    assert.throws(() => read("judul: satu\njudul: dua\n"));
  });

  test("makes a new file", () => {
    const content = { judul: "Kartu", persyaratan: [{ bunyi: "KTP", _no: "" }], waktu: { bunyi: "" }, asal: "", lanjutan: { nama_lain: ["a", ""], pertanyaan: [{ id: "usia" }] } };
    const made = format.write(content, form("service-id"));
    assert.equal(made, "judul: Kartu\nnama_lain:\n  - a\npertanyaan:\n  - usia\npersyaratan:\n  - bunyi: KTP\n");
  });
});

describe("the editor in a browser", () => {
  let browser;
  let page;
  let site;
  const asked = [];

  before(async () => {
    site = join(folder, "both");
    browser = await launch();
    const context = await browser.newContext({ viewport: { width: 1280, height: 1000 } });
    await context.route("**/*", (route) => route.fulfill(answer(new URL(route.request().url()))));
    page = await context.newPage();
    await page.addInitScript(() => {
      window.showDirectoryPicker = async () => (await navigator.storage.getDirectory()).getDirectoryHandle("situs");
    });
    await page.goto(`${HOST}/kosong`);
    const all = Object.fromEntries(files(site).map((path) => [path, readFileSync(join(site, path), "utf8")]));
    await page.evaluate(fill, { ...all, ".git/HEAD": "ref: refs/heads/main\n" });
    await page.goto(HOST);
    await page.getByRole("button", { name: "Work with Local Repository" }).click();
  });
  after(() => browser?.close());

  /* The editor from its folder, what it loads from its packages, and nothing else of the world. */
  function answer({ origin, pathname }) {
    const own = origin === HOST;
    if (own && pathname === "/kosong") return { contentType: "text/html", body: "" };
    if (!own) asked.push(origin + pathname);
    const path = own ? join(folder, "editor", pathname === "/" ? "index.html" : pathname) : join(MODULES, pathname.replace(/@[\d.]+\//, "/"));
    const types = { html: "text/html", js: "text/javascript", yml: "application/yaml" };
    try {
      const headers = { "access-control-allow-origin": "*" };
      return { headers, contentType: types[path.split(".").pop()] ?? "application/octet-stream", body: readFileSync(path) };
    } catch {
      return { status: 404 };
    }
  }

  /* Writes files into the browser's own file system. */
  async function fill(all) {
    const root = await (await navigator.storage.getDirectory()).getDirectoryHandle("situs", { create: true });
    for (const [path, text] of Object.entries(all)) {
      const names = path.split("/");
      let place = root;
      for (const name of names.slice(0, -1)) place = await place.getDirectoryHandle(name, { create: true });
      const stream = await (await place.getFileHandle(names.at(-1), { create: true })).createWritable();
      await stream.write(text);
      await stream.close();
    }
  }

  const kept = (path) =>
    page.evaluate(async (path) => {
      let place = await (await navigator.storage.getDirectory()).getDirectoryHandle("situs");
      const names = path.split("/");
      for (const name of names.slice(0, -1)) place = await place.getDirectoryHandle(name);
      return (await (await place.getFileHandle(names.at(-1))).getFile()).text();
    }, path);

  /* Opens the entry that a finding of `check` links to. */
  async function open(path) {
    const collection = path.endsWith(".md") ? "markdown" : "layanan";
    const [, agency, name] = /content\/([^/]+)\/([^.]+)\./.exec(path);
    await page.goto(`${HOST}/#/collections/${collection}-${agency}/entries/${name}`);
  }

  /* Saves, and waits until the file is another one. */
  async function save(path) {
    const before = await kept(path);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    for (let tries = 0; tries < 100 && (await kept(path)) === before; tries += 1) await page.waitForTimeout(50);
    const after = await kept(path);
    const said = await page.locator("[role=alert]").allInnerTexts();
    assert.ok(after !== before, `nothing is saved: ${said.join(" ")}`);
    return after;
  }

  test("opens a service with the parts of the standard, and the rest below", async () => {
    await open("content/dinas-baru/layanan.yaml");
    const labels = page.locator("section.field > header, section.field > * > header").locator("h4");
    await page.getByRole("textbox", { name: "Judul" }).first().waitFor();
    const seen = await page.locator("section.field[data-key-path]").evaluateAll((all) => all.map((one) => one.dataset.keyPath));
    const top = seen.filter((path) => !path.includes(".") && path !== "asal");
    assert.deepEqual(top, ["judul", "keraguan", "persyaratan", "prosedur", "waktu", "biaya", "produk", "pengaduan", "lanjutan"], String(await labels.count()));
  });

  test("saves an edit, and the site is sound and says it", async () => {
    const path = "content/dinas-baru/layanan.yaml";
    const before = await kept(path);
    await page.getByRole("textbox", { name: "Judul" }).first().fill("Surat Keterangan yang Disunting");
    const after = await save(path);
    assert.equal(after, before.replace("judul: Surat Keterangan Contoh\n", "judul: Surat Keterangan yang Disunting\n"));
    writeFileSync(join(site, path), after);
    const check = spawnSync(PROGRAM, ["check", "--site", site, "dinas-baru", "--format", "short"], { encoding: "utf8" });
    assert.equal(check.status, 0, check.stdout + check.stderr);
    const output = join(folder, "public");
    execFileSync(PROGRAM, ["build", "--site", site, "--output", output], { stdio: "pipe" });
    assert.match(readFileSync(join(output, "dinas-baru/layanan.html"), "utf8"), /<h1[^>]*>Surat Keterangan yang Disunting/);
  });

  test("loses nothing of the file that has every key", async () => {
    const path = "content/dinas-contoh/layanan-lengkap.md";
    await open(path);
    const title = page.getByRole("textbox", { name: "Title", exact: true }).first();
    await title.waitFor();
    await title.fill("Layanan yang Disunting");
    const [head, body] = split(await save(path));
    const [before, below] = split(reference());
    assert.deepEqual(data(head), { ...data(before), title: "Layanan yang Disunting" });
    assert.equal(body, below);
    const comments = (text) => text.match(/#.*$/gm).map((comment) => comment.trim());
    assert.deepEqual(comments(head), comments(before));
  });

  test("loads its own packages, in the version and with the checksum that are written", () => {
    const page = readFileSync(join(folder, "editor/index.html"), "utf8");
    const [, integrity] = /integrity="sha384-([^"]+)"/.exec(page);
    assert.equal(createHash("sha384").update(readFileSync(join(MODULES, "@sveltia/cms/dist/sveltia-cms.js"))).digest("base64"), integrity);
    for (const name of ["@sveltia/cms", "yaml"]) {
      const { version } = JSON.parse(readFileSync(join(MODULES, name, "package.json"), "utf8"));
      assert.ok(page.includes(`https://unpkg.com/${name}@${version}/`), name);
    }
    const map = JSON.parse(/<script type="importmap">(.*?)<\/script>/.exec(page)[1]);
    const library = /^https:\/\/unpkg\.com\/yaml@[\d.]+\//;
    const modules = asked.filter((address) => library.test(address));
    assert.ok(modules.length > 1, modules.join(" "));
    assert.deepEqual([...new Set(modules)].sort(), Object.keys(map.integrity).sort());
    for (const address of modules) {
      const sum = createHash("sha384").update(readFileSync(join(MODULES, "yaml", address.replace(library, "")))).digest("base64");
      assert.equal(map.integrity[address], `sha384-${sum}`, address);
    }
    assert.deepEqual(files(join(folder, "public")).filter((path) => /sveltia|config\.yml|format\.js/.test(path)), []);
  });
});
