// The checks themselves: a small sound site passes each of them, and each finds the fault planted for it.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";

import { LARGE_TEXT, VIEWS, ZOOMED } from "./lib/browser.js";
import { fewest, partsOf } from "./lib/choose.js";
import * as files from "./lib/files.js";
import { invalid } from "./lib/html.js";
import { decode, elements } from "./lib/markup.js";
import * as rendered from "./lib/rendered.js";
import { serve } from "./lib/server.js";
import { longestOfEachKind } from "./lib/site.js";
import { SITE, STYLE, hash, sound, finds, soundSite } from "./lib/sound.js";

const { start, stop, site, see, look, about } = soundSite();
before(start);
after(stop);

/* The views in which the sound site must pass: a few that differ in everything, all in a full run. */
const SOUND_IN = process.env.FULL ? [...VIEWS, ZOOMED, { ...VIEWS[0], name: "forced colours", forcedColors: "active" }] : [VIEWS[0], VIEWS[3], ZOOMED];

const pageOf = (opened, path) => opened.pages.find((page) => page.path === path);

describe("a sound site", () => {
  test("passes the checks of its files", () => {
    const opened = site();
    for (const page of opened.pages) {
      const complaints = [files.brokenLinks(opened, page), files.loosePolicy(page), files.favicon(page), files.indexed(page), files.tooHeavy(page)];
      assert.deepEqual(complaints.flat(), []);
    }
  });

  for (const path of Object.keys(SITE)) {
    test(`passes the checks in the browser: ${path}`, async () => {
      const opened = site();
      for (const view of SOUND_IN) {
        const complaints = await look(opened, path, view, async (page, log, url) => [
          ...log.errors,
          ...rendered.requests(log, opened, url),
          ...(await rendered.print(page, opened)),
          ...(await rendered.unstyled(page)),
          ...(await rendered.headings(page)),
          ...(await rendered.overflow(page)),
          ...(await rendered.movedOut(page)),
          ...(await rendered.smallTargets(page)),
          ...(await rendered.keyboard(page)),
          ...(await rendered.axe(page)),
          ...(await rendered.unmarked(page)),
        ]);
        assert.deepEqual(complaints, [], view.name);
      }
    });
  }

  test("reads the same with and without JavaScript, and from a folder", async () => {
    const opened = site();
    const words = await look(opened, "dinas/ktp.html", VIEWS[0], rendered.words);
    assert.match(words, /Rp 5\.000.*Isi yang dilipat/);
    assert.equal(await look(opened, "dinas/ktp.html", { ...VIEWS[0], javaScriptEnabled: false }, rendered.words), words);
    const file = pathToFileURL(join(opened.folder, "dinas/ktp.html")).href;
    assert.equal(await see(file, VIEWS[0], rendered.words), words);
  });

  test("is looked at in a few pages that have all parts, each kind among them", () => {
    const opened = site({
      "dinas/kk.html": sound({ title: "KK", up: "../" }),
      "dinas/akta.html": sound({ title: "Akta", up: "../", body: '<p class="new">Baru</p>' }),
      "en/index.html": SITE["index.html"].replace('lang="id"', 'lang="en"'),
    });
    const paths = (pages) => pages.map((page) => page.path);
    const few = fewest(opened.pages, { full: false });
    assert.deepEqual(paths(few), ["404.html", "dinas/akta.html", "dinas/index.html", "dinas/ktp.html", "en/index.html", "index.html", "lama.html"]);
    const parts = (pages) => new Set(pages.flatMap((page) => [...partsOf(page)]));
    assert.deepEqual(parts(few), parts(opened.pages));
    const sure = (page) => page.path === "dinas/kk.html";
    assert.ok(paths(fewest(opened.pages, { sure, full: false })).includes("dinas/kk.html"));
    assert.deepEqual(fewest(opened.pages, { full: true }), opened.pages);
    assert.deepEqual(paths(longestOfEachKind(site())).sort(), ["404.html", "dinas/index.html", "dinas/ktp.html", "index.html", "lama.html", "tentang.html"]);
  });

  test("is served under its path and nowhere else", async () => {
    const opened = site();
    const server = await serve(opened.folder, "/kota/");
    const status = async (path) => (await fetch(new URL(path, server.url))).status;
    assert.equal(await status("/kota/dinas/ktp.html"), 200);
    assert.equal(await status("/kota/dinas/"), 200);
    assert.equal(await status("/dinas/ktp.html"), 404);
    assert.equal(await status("/kota/%2e%2e/%2e%2e/package.json"), 404);
    await server.close();
  });

  test("leads on from its old address, unless it is held", async () => {
    const opened = site();
    const follow = { ...VIEWS[0], follow: true };
    await look(opened, "lama.html", follow, (page) => page.waitForURL("**/dinas/ktp.html"));
    assert.match(await look(opened, "lama.html", VIEWS[0], rendered.words), /^Pindah/);
  });
});

describe("a fault in the files is found", () => {
  const broken = (text) => {
    const opened = site({ "dinas/ktp.html": text });
    return [opened, pageOf(opened, "dinas/ktp.html")];
  };
  const links = (body) => files.brokenLinks(...broken(sound({ up: "../", body })));
  const policy = (from, to) => files.loosePolicy(broken(sound({ up: "../" }).replace(from, to))[1]);

  test("a link to a missing file", () => finds(links('<a href="kk.html">KK</a>'), /kk\.html: no such file/));
  test("a link without quotes", () => finds(links("<a href=kk.html>KK</a>"), /kk\.html: no such file/));
  test("a link to a folder", () => finds(links('<a href="../dinas/">Dinas</a>'), /no such file/));
  test("a missing anchor here", () => finds(links('<a href="#biaya">Biaya</a>'), /no such anchor/));
  test("a missing anchor there", () => finds(links('<a href="../index.html#x">X</a>'), /no such anchor/));
  test("a missing picture", () => finds(links('<img src="a.png" alt="A">'), /a\.png: no such file/));
  test("a missing wider picture", () => finds(links('<img src="data:," srcset="b.png 2x" alt="B">'), /b\.png: no such file/));
  test("a link from the server's root", () => finds(links('<a href="/kota/index.html">X</a>'), /server's root/));
  test("a link out of the site's path", () => finds(links('<a href="../../x.html">X</a>'), /leaves the site/));
  test("a redirect to nowhere", () => {
    finds(links('<meta http-equiv="refresh" content="0; url=hilang.html">'), /hilang\.html: no such file/);
  });
  test("a not-found page with relative links", () => {
    const opened = site({ "404.html": sound({ up: "" }).replace('href="index.html"', 'href="/index.html"') });
    finds(files.brokenLinks(opened, pageOf(opened, "404.html")), /leaves the site/);
  });

  test("no policy", () => finds(policy("Content-Security-Policy", "X"), /no content-security policy/));
  test("unsafe-inline", () => finds(policy("style-src", "style-src 'unsafe-inline'"), /allows 'unsafe-inline'/));
  test("any host", () => finds(policy("img-src", "img-src *"), /allows \* in img-src/));
  test("an open default", () => finds(policy("default-src 'none'", "default-src 'self'"), /not 'none'/));
  test("a style changed after sealing", () => finds(policy("margin: 1rem", "margin: 2rem"), /no hash for a <style>/));
  test("a script that was not sealed", () => finds(policy("</main>", "<script>1</script></main>"), /no hash for a <script>/));
  test("a style attribute", () => finds(policy("<h2>", '<h2 style="color:red">'), /attribute style/));
  test("a handler", () => finds(policy("<h2>", "<h2 onclick=go()>"), /attribute onclick/));
  test("a policy that comes late", () => {
    const late = sound().replace(/(<meta http-equiv[^>]*>)([\s\S]*?<\/style>)/, "$2$1");
    finds(files.loosePolicy(broken(late)[1]), /after something/);
  });

  test("no icon", () => finds(files.favicon(broken(sound().replace(/<link[^>]*>/, ""))[1]), /a browser asks for one/));
  test("an icon that is a file", () => finds(files.favicon(broken(sound().replace("data:,", "i.png"))[1]), /second request/));
  test("an indexed example", () => finds(files.indexed(broken(sound().replace("noindex", "all"))[1]), /without noindex/));
  test("a heavy page", () => {
    const noise = Array.from({ length: 3000 }, (_, at) => hash(String(at))).join(" ");
    finds(files.tooHeavy(broken(sound({ body: noise }))[1]), /bytes gzipped/);
    finds(files.tooHeavy(broken(sound({ body: `${noise}<p id="help">` }))[1], 10 * files.EVERYTHING), /after the first flight/);
    const script = `<script type="module">${JSON.stringify(noise.slice(0, 5000))}</script>`;
    finds(files.tooHeavy(broken(sound({ body: script }))[1]), /bytes of script gzipped/);
  });
  test("invalid HTML, and nothing beside it", () => {
    const complaints = invalid([site({ "x.html": sound({ body: "<ul><p>x</p></ul>" }) }).folder]);
    finds(complaints, /x\.html:\d+:\d+: Element .?p.? not allowed/);
    assert.deepEqual(complaints.filter((what) => !/\bx\.html:/.test(what)), []);
  });
});

describe("a fault in the browser is found", () => {
  const loaded = (check) => async (page, log, url) => check(log, url, page);
  const errors = loaded((log) => log.errors);

  test("low contrast", async () => {
    const style = `${STYLE} p { color: #bbb }`;
    finds(await about({ style }, rendered.axe), /^color-contrast/);
  });
  test("low contrast in the dark only", async () => {
    const style = `${STYLE} @media (prefers-color-scheme: dark) { p { color: #333 } }`;
    assert.deepEqual(await about({ style }, rendered.axe, VIEWS[0]), []);
    finds(await about({ style }, rendered.axe, VIEWS[1]), /^color-contrast/);
  });
  test("a picture without words", async () => {
    finds(await about({ body: '<img src="data:," >' }, rendered.axe), /^image-alt/);
  });
  test("content outside the landmarks", async () => {
    finds(await about({ body: "</main><p>Di luar.</p><main>" }, rendered.axe), /^(region|landmark-one-main|landmark-no-duplicate-main)/);
  });
  test("a wide table at 320 px", async () => {
    const style = `${STYLE} .wide { width: 600px }`;
    const body = '<div class="wide">lebar</div>';
    finds(await about({ style, body }, rendered.overflow), /px of content in 320 px: .*wide/);
    finds(await about({ style, body }, rendered.overflow, ZOOMED), /px of content in 320 px/);
    assert.deepEqual(await about({ style, body }, rendered.overflow, VIEWS[2]), []);
  });
  test("large letters that need scrolling", async () => {
    const style = `${STYLE} .wide { width: 15rem }`;
    const body = '<div class="wide">lebar</div>';
    finds(await about({ style, body }, rendered.overflow, LARGE_TEXT), /px of content in 320 px: .*wide/);
    assert.deepEqual(await about({ style, body }, rendered.overflow), []);
  });
  test("a short word that is broken", async () => {
    const style = `${STYLE} .narrow { width: 2rem; overflow-wrap: anywhere }`;
    const body = '<p class="narrow">Kelurahan</p>';
    finds(await about({ style, body }, rendered.brokenWords), /is broken: Kelurahan/);
    assert.deepEqual(await about({ style, body: "<p>Kelurahan</p>" }, rendered.brokenWords), []);
  });
  test("a text that is moved off the page", async () => {
    const body = '<p class="aloud">dibacakan saja</p>';
    for (const rule of ["left: -99rem", "top: -99rem", "text-indent: -99rem; position: static"]) {
      const style = `${STYLE} .aloud { position: absolute; ${rule} }`;
      finds(await about({ style, body }, rendered.movedOut), /stands off the page: dibacakan saja/);
    }
    const clipped = `${STYLE} .aloud { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }`;
    assert.deepEqual(await about({ style: clipped, body }, rendered.movedOut), []);
  });
  test("two h1", async () => finds(await about({ body: "<h1>Lagi</h1>" }, rendered.headings), /2 h1/));
  test("a level left out", async () => finds(await about({ body: "<h4>Dalam</h4>" }, rendered.headings), /h2 is followed by h4: Dalam/));

  test("a style that the policy refuses", async () => {
    const text = sound({ up: "../" }).replace("margin: 1rem", "margin: 2rem");
    const opened = site({ "dinas/ktp.html": text });
    finds(await look(opened, "dinas/ktp.html", VIEWS[0], rendered.unstyled), /refused/);
    finds(await look(opened, "dinas/ktp.html", VIEWS[0], errors), /content security policy/i);
  });
  test("a style that does nothing", async () => {
    finds(await about({ style: ".nothing { color: red }" }, rendered.unstyled), /as if it had no style/);
  });
  test("a script that throws", async () => {
    const code = "throw new Error('planted')";
    const text = sound({ up: "../", body: `<script>${code}</script>` }).replace("img-src", `script-src ${hash(code)}; img-src`);
    finds(await look(site({ "dinas/ktp.html": text }), "dinas/ktp.html", VIEWS[0], errors), /planted/);
  });
  test("a script that the policy refuses", async () => {
    finds(await about({ body: "<script>document.title = 'x'</script>" }, errors), /content security policy/i);
  });
  test("a second request", async () => {
    const text = sound({ up: "../", head: '<link rel="stylesheet" href="../x.css">' }).replace("style-src", "style-src 'self'");
    const opened = site({ "dinas/ktp.html": text, "x.css": "p { color: red }" });
    const check = loaded((log, url) => rendered.requests(log, opened, url));
    finds(await look(opened, "dinas/ktp.html", VIEWS[0], check), /asks for .*x\.css \(stylesheet\)/);
  });
  test("a picture from elsewhere", async () => {
    const text = sound({ up: "../", body: '<img src="http://127.0.0.1:9/x.png" alt="X">' }).replace("img-src", "img-src http://127.0.0.1:9");
    const opened = site({ "dinas/ktp.html": text });
    const check = loaded((log, url) => rendered.requests(log, opened, url));
    finds(await look(opened, "dinas/ktp.html", VIEWS[0], check), /asks for .*x\.png \(image\)/);
  });

  test("no skip link", async () => {
    const opened = site({ "dinas/ktp.html": sound({ up: "../" }).replace(/<a class="skip".*<\/a>/, "") });
    finds(await look(opened, "dinas/ktp.html", VIEWS[0], rendered.keyboard), /first stop is no skip link/);
  });
  test("a skip link to nothing", async () => {
    const opened = site({ "dinas/ktp.html": sound({ up: "../" }).replace('href="#main"', 'href="#isi"') });
    finds(await look(opened, "dinas/ktp.html", VIEWS[0], rendered.keyboard), /first stop is no skip link/);
  });
  test("a focus that nothing shows", async () => {
    const style = STYLE.replace(/a:focus-visible[^}]*}/, "a:focus-visible, summary:focus-visible { outline: none }");
    finds(await about({ style }, rendered.keyboard), /nothing shows the focus: <a href="\.\.\/index/);
  });
  test("a focus that stays out of view", async () => {
    const style = STYLE.replace(/\.skip:focus {[^}]*}/, ".skip { left: -100vw }");
    finds(await about({ style }, rendered.keyboard), /out of view: <a class="skip"/);
  });
  test("a focus under a bar", async () => {
    const style = `${STYLE} .bar { position: fixed; inset: 0; background: #fff }`;
    finds(await about({ style, body: '<div class="bar">Bilah</div>' }, rendered.keyboard), /covered by <div class="bar">/);
  });
  test("something the keyboard cannot reach", async () => {
    const code = "addEventListener('keydown', (e) => { if (document.activeElement.localName === 'summary') e.preventDefault() })";
    const text = sound({ up: "../", body: `<a href="../index.html">Akhir</a><script>${code}</script>` }).replace("img-src", `script-src ${hash(code)}; img-src`);
    finds(await look(site({ "dinas/ktp.html": text }), "dinas/ktp.html", VIEWS[0], rendered.keyboard), /does not reach .*Akhir/);
  });

  test("a small target", async () => {
    const style = `${STYLE} .small { min-height: 0; min-width: 0; width: 20px; height: 20px; padding: 0 }`;
    finds(await about({ style, body: '<button class="small">x</button>' }, rendered.smallTargets), /20 × 20 px: <button/);
  });
  test("a link in a sentence is no small target", async () => {
    const style = `${STYLE} p a { display: inline; font-size: 12px; line-height: 1 }`;
    assert.deepEqual(await about({ style, body: '<p>Lihat <a href="../index.html">beranda</a> kami.</p>' }, rendered.smallTargets), []);
  });

  test("a print without the notice", async () => {
    const style = `${STYLE} @media print { header { display: none } }`;
    finds(await about({ style }, (page) => rendered.print(page, { example: true })), /does not say that this is an example/);
    assert.deepEqual(await about({ style }, (page) => rendered.print(page, { example: false })), []);
  });
  test("a print without its heading", async () => {
    const style = `${STYLE} @media print { main { display: none } }`;
    finds(await about({ style }, (page) => rendered.print(page, { example: true })), /lacks its heading “KTP”/);
  });
  test("a page without the notice", async () => {
    finds(await about({ style: `${STYLE} header { display: none }` }, rendered.unmarked), /does not say/);
  });

  test("words that minifying glued together", async () => {
    const whole = await about({}, rendered.words);
    const opened = site({ "dinas/ktp.html": sound({ title: "KTP", up: "../" }).replace("</span> <span>", "</span><span>") });
    const glued = await look(opened, "dinas/ktp.html", VIEWS[0], rendered.words);
    finds(rendered.differences("words", whole, glued), /Rp5\.000.* instead of .*Rp 5\.000/);
    assert.deepEqual(rendered.differences("words", whole, whole), []);
  });
  test("an attribute that minifying dropped", async () => {
    const whole = await about({ body: '<details name="a" class="b  c"></details>' }, rendered.attributes);
    const same = await about({ body: "<details class='b c' name=a></details>" }, rendered.attributes);
    const lost = await about({ body: '<details class="b c"></details>' }, rendered.attributes);
    assert.deepEqual(rendered.differences("attributes", whole, same), []);
    finds(rendered.differences("attributes", whole, lost), /instead of .*name="a"/);
  });
  test("words that need JavaScript", async () => {
    const code = "document.querySelector('h2').textContent = 'Lain'";
    const text = sound({ up: "../", body: `<script>${code}</script>` }).replace("img-src", `script-src ${hash(code)}; img-src`);
    const opened = site({ "dinas/ktp.html": text });
    const [withScript, without] = await Promise.all(
      [true, false].map((javaScriptEnabled) => look(opened, "dinas/ktp.html", { ...VIEWS[0], javaScriptEnabled }, rendered.words)),
    );
    finds(rendered.differences("words", withScript, without), /Syarat.* instead of .*Lain/);
  });
});

describe("a page's elements are read", () => {
  test("as a browser reads them, minified or not", () => {
    const html = '<!doctype html><!-- <p id=no> --><html lang=id><style>a>b{}</style><a href=x.html?a&amp;b class=\'c d\' data-x="1>2"hidden>t</a><br/><input value="&quot;q&quot;">';
    assert.deepEqual(
      elements(html).map(({ name, attributes }) => [name, attributes]),
      [
        ["html", { lang: "id" }],
        ["style", {}],
        ["a", { href: "x.html?a&b", class: "c d", "data-x": "1>2", hidden: "" }],
        ["br", {}],
        ["input", { value: '"q"' }],
      ],
    );
    assert.equal(decode("&#x41;&#66;&amp;lt;"), "AB&lt;");
  });
});
