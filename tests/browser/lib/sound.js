// A small sound site, in which faults are planted for the checks to find, and a browser to look at it.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { VIEWS, launch, visit } from "./browser.js";
import { serve } from "./server.js";
import { KIND, openSite } from "./site.js";

export const STYLE = `
body { margin: 1rem; font: 1rem/1.5 sans-serif; color: #1a1a1a; background: #fff }
a, summary { display: inline-block; min-height: 1.5rem; min-width: 1.5rem; color: #0b4f8a }
a:focus-visible, summary:focus-visible { outline: 3px solid #b00020 }
.skip { position: absolute; clip-path: inset(50%) } .skip:focus { clip-path: none; background: #fff }
@media (prefers-color-scheme: dark) { body { color: #eee; background: #111 } a, summary { color: #9cd } .skip:focus { background: #111 } }
`;
export const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** A sound page. The policy's hash is of `style`, as the seal would leave it. */
export function sound({ title = "Layanan", up = "", head = "", body = "", style = STYLE } = {}) {
  return `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${hash(style)}; img-src 'self' data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="icon" href="data:,">
${head}<style>${style}</style>
</head>
<body>
<a class="skip" href="#main">Langsung ke isi</a>
<header><p>Contoh, bukan situs resmi Kota Contoh.</p><a href="${up}index.html">Beranda</a></header>
<main id="main">
<h1>${title}</h1>
<h2>Syarat</h2>
<p><span>Rp</span> <span>5.000</span></p>
<details><summary>Lainnya</summary><p>Isi yang dilipat.</p></details>
${body}</main>
</body>
</html>
`;
}

export const SITE = {
  "index.html": sound({ title: "Beranda" }),
  "tentang.html": sound({ title: "Tentang" }),
  "404.html": sound({ title: "Tidak ditemukan", up: "/kota/" }),
  "dinas/index.html": sound({ title: "Dinas", up: "../" }),
  "dinas/ktp.html": sound({ title: "KTP", up: "../" }),
  "lama.html": sound({ title: "Pindah", head: '<meta http-equiv="refresh" content="0; url=dinas/ktp.html">\n' }),
};

const KINDS = {
  "index.html": KIND.home,
  "404.html": KIND.notFound,
  "dinas/index.html": KIND.agency,
  "dinas/ktp.html": KIND.service,
  "lama.html": KIND.redirect,
};

/** The sound site in a folder and a browser of its own, which `start` makes and `stop` takes away. */
export function soundSite() {
  let folder;
  let browser;
  let count = 0;

  const start = async () => {
    folder = mkdtempSync(join(tmpdir(), "maklumat-self-test-"));
    browser = await launch();
  };
  const stop = async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  };

  /** The sound site with some files replaced, written to a folder of its own. */
  const site = (replaced = {}) => {
    count += 1;
    const root = join(folder, String(count));
    for (const [path, text] of Object.entries({ ...SITE, ...replaced })) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return openSite({ name: "self", folder: root, base: "/kota/", example: true, kinds: KINDS });
  };

  /** Runs a check in what stands at an address. */
  const see = (url, circumstances, check) => visit(browser, url, circumstances, check);

  /** Opens a page of a site and runs a check in it. */
  const look = async (opened, path, circumstances, check) => {
    const server = await serve(opened.folder, opened.base);
    try {
      return await see(server.url + path, circumstances, (page, log) => check(page, log, server.url + path));
    } finally {
      await server.close();
    }
  };

  /** The complaints about a page `ktp.html` with this body, head or style. */
  const about = (broken, check, circumstances = VIEWS[0]) =>
    look(site({ "dinas/ktp.html": sound({ title: "KTP", up: "../", ...broken }) }), "dinas/ktp.html", circumstances, check);

  return { start, stop, site, see, look, about };
}

/** One of the complaints is the one that was planted. */
export function finds(complaints, pattern) {
  assert.ok(complaints.some((complaint) => pattern.test(complaint)), `${pattern} not among\n${complaints.join("\n")}`);
}
