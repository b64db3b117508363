// Every built site in a real browser. SITES names the list; see lib/site.js.
//
// What needs no browser is checked of all pages. In the browser a few are looked at in every way, which have between them
// every part that any page has (lib/choose.js), each kind among them; and of each kind on each site the longest once, in
// the narrowest window with large letters. FULL=1 looks at every page in every way; SHOTS=FOLDER keeps a picture of each
// page and view that is looked at in every way.

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";

import { LARGE_TEXT, VIEWS, ZOOMED, launch, visit } from "./lib/browser.js";
import { fewest } from "./lib/choose.js";
import * as files from "./lib/files.js";
import { invalid } from "./lib/html.js";
import * as rendered from "./lib/rendered.js";
import { serve } from "./lib/server.js";
import { KIND, longestOfEachKind, sitesToTest } from "./lib/site.js";

const sites = sitesToTest().filter((site) => !site.bare);
/** A service of the site in the repository's root, which is always looked at. */
const isSeed = (page) => page.kind === KIND.service && sites[0].pages.includes(page);
const inEveryWay = new Set(fewest(sites.flatMap((site) => site.pages), { sure: isSeed }));
const [phone, , desk] = VIEWS;

/* A reader's colours: those of the page, and those that the reader has chosen. */
const COLOURS = ["light", "dark"].flatMap((colorScheme) =>
  ["none", "active"].map((forcedColors) => ({ colorScheme, forcedColors, name: `${colorScheme}${forcedColors === "none" ? "" : ", forced"}` })),
);

let turn = 0;

/** The colours in which a narrow and a wide window are looked at: the seed in all, other pages in one each, by turns. */
function colours(page) {
  const wide = COLOURS.filter(({ forcedColors }) => forcedColors === "none");
  if (process.env.FULL || isSeed(page)) return [COLOURS, wide];
  turn += 1;
  return [[COLOURS[turn % COLOURS.length]], [wide[Math.floor(turn / 2) % wide.length]]];
}

const CHECKS = {
  loaded: "loads alone, in order and without a complaint of the browser",
  axe: "is accessible in every view",
  overflow: "needs no scrolling sideways",
  brokenWords: "breaks no short word",
  movedOut: "hides no text by moving it off the page",
  smallTargets: "is easy to touch",
  keyboard: "can be used by keyboard",
  print: "prints",
};

let browser;

before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** Fails with all complaints at once, and nothing else. */
function none(complaints) {
  if (!complaints.length) return;
  const error = new Error([...new Set(complaints)].join("\n"));
  error.stack = "";
  throw error;
}

test("all HTML is valid", () => {
  none(invalid([...sites.map((site) => site.folder), process.env.GALLERY].filter(Boolean)));
});

for (const site of sites) {
  describe(site.name, () => {
    let server;
    let plain;
    before(async () => {
      server = await serve(site.folder, site.base);
      if (site.plain) plain = await serve(site.plain, site.base);
    });
    after(() => Promise.all([server?.close(), plain?.close()]));
    const address = (page) => server.url + page.path;

    test("has every kind of page", () => {
      const kinds = new Set(site.pages.map((page) => page.kind));
      none([KIND.home, KIND.agency, KIND.service, KIND.notFound].filter((kind) => !kinds.has(kind)).map((kind) => `${kind} is missing`));
      none(site.pages.filter(({ kind }) => !kind).map(({ path }) => `${path} is of no kind`));
    });

    test("links only to what is there", () => {
      none(site.pages.flatMap((page) => files.brokenLinks(site, page)));
    });

    test("has a strict policy on every page", () => {
      none(site.pages.flatMap(files.loosePolicy));
    });

    test("makes no browser ask for an icon", () => {
      none(site.pages.flatMap(files.favicon));
    });

    test("sends a service's page in one flight", (context) => {
      const services = site.pages.filter((page) => page.kind === KIND.service);
      for (const page of services.slice(0, 20)) context.diagnostic(`${page.path}: ${files.weight(page)} bytes gzipped`);
      const most = site.name === "reference" ? files.EVERYTHING : files.FIRST_FLIGHT;
      none(services.flatMap((page) => files.tooHeavy(page, most)));
    });

    if (site.example) {
      test("is not indexed, being an example", () => {
        none(site.pages.filter((page) => page.kind !== KIND.redirect).flatMap(files.indexed));
      });
    }

    test("answers an unknown address with a page that works there", async () => {
      await visit(browser, `${server.url}tidak/ada/di-sini.html`, phone, async (page, log) => {
        assert.equal(log.status, 404);
        none(await rendered.unstyled(page));
        const home = await page.evaluate(() => [...document.links].map((link) => link.href));
        assert.ok(home.includes(`${server.url}index.html`), `no link to the home page among ${home.join(" ")}`);
      });
    });

    for (const page of site.pages.filter((page) => inEveryWay.has(page))) {
      describePage(site, page, address, () => plain && plain.url + page.path);
    }

    for (const page of longestOfEachKind(site).filter((page) => !inEveryWay.has(page))) {
      test(`has ${page.kind} that loads in order and needs no scrolling sideways: ${page.path}`, async () => {
        await visit(browser, address(page), LARGE_TEXT, async (open, log) => {
          none([
            ...(await loaded(site, page, address, open, log)),
            ...(await rendered.overflow(open)),
            ...(await rendered.brokenWords(open)),
            ...(await rendered.movedOut(open)),
          ]);
        });
      });
    }
  });
}

/** What must hold of a page once it is loaded. */
async function loaded(site, page, address, open, log) {
  return [
    ...log.errors,
    ...rendered.requests(log, site, address(page)),
    ...(await rendered.unstyled(open)),
    ...(await rendered.headings(open)),
    ...(site.example && page.kind !== KIND.redirect ? await rendered.unmarked(open) : []),
  ];
}

/** Everything that there is to say against a page, check by check, and what it says; each window is opened once. */
async function seen(site, page, address) {
  const found = Object.fromEntries(Object.keys(CHECKS).map((check) => [check, []]));
  const look = async (open, view, ...checks) => {
    for (const check of checks) found[check].push(...(await rendered[check](open)).map((complaint) => `${view}: ${complaint}`));
  };
  const [narrow, wide] = colours(page);
  const inColours = async (open, view, list) => {
    for (const { name, ...media } of list) {
      await open.emulateMedia({ ...media, reducedMotion: "reduce" });
      await look(open, `${view}, ${name}`, "axe");
    }
    await open.emulateMedia({ colorScheme: "light", forcedColors: "none", reducedMotion: "reduce" });
  };
  const still = ["overflow", "brokenWords", "movedOut", "smallTargets"];
  const letters = (open, size) => open.evaluate((size) => (document.documentElement.style.fontSize = size), size);
  await visit(browser, address(page), phone, async (open, log) => {
    found.loaded.push(...(await loaded(site, page, address, open, log)));
    await look(open, phone.name, ...still);
    await inColours(open, "320 px", narrow);
    await letters(open, LARGE_TEXT.text);
    await look(open, LARGE_TEXT.name, "overflow", "brokenWords");
    await letters(open, "");
    if (process.env.FULL) await look(open, phone.name, "keyboard");
    found.narrow = await rendered.words(open);
  });
  // Nobody stays on a page that leads on.
  if (page.kind === KIND.redirect) return found;
  await visit(browser, address(page), desk, async (open) => {
    found.attributes = await rendered.attributes(open);
    await look(open, desk.name, ...still);
    await inColours(open, "1280 px", wide);
    await look(open, desk.name, "keyboard");
    found.wide = await rendered.words(open);
    found.print.push(...(await rendered.print(open, site)));
  });
  // The lowest window, in which there is the least room beside what sticks.
  await visit(browser, address(page), ZOOMED, (open) => look(open, ZOOMED.name, "overflow", "keyboard"));
  return found;
}

function describePage(site, page, address, plain) {
  describe(`${page.path} (${page.kind})`, () => {
    let found;
    before(async () => {
      found = await seen(site, page, address);
    });

    for (const [check, title] of Object.entries(CHECKS)) {
      test(title, () => none(found[check]));
    }

    test("is the same without JavaScript", async () => {
      await visit(browser, address(page), { ...phone, javaScriptEnabled: false }, async (open, log) => {
        none([...log.errors, ...rendered.differences("without JavaScript", found.narrow, await rendered.words(open))]);
      });
    });

    if (page.kind !== KIND.notFound) {
      test("works from a folder", async () => {
        await visit(browser, pathToFileURL(join(site.folder, page.path)).href, phone, async (open, log) => {
          none([
            ...log.errors,
            ...(await rendered.unstyled(open)),
            ...rendered.differences("from a folder", found.narrow, await rendered.words(open)),
          ]);
        });
      });
    }

    if (page.kind === KIND.redirect) {
      test("leads on", async () => {
        await visit(browser, address(page), { ...phone, follow: true }, async (open) => {
          await open.waitForURL((url) => url.href !== address(page));
          const target = site.pages.find((other) => address(other) === open.url().split("#")[0]);
          assert.ok(target && target.kind !== KIND.redirect, `leads to ${open.url()}`);
        });
      });
    }

    if (site.plain && page.kind !== KIND.redirect) {
      test("says the same as the page before minifying", async () => {
        await visit(browser, plain(), desk, async (open) => {
          const attributes = await rendered.attributes(open);
          none([
            ...rendered.differences("attributes", attributes, found.attributes),
            ...rendered.differences("words", await rendered.words(open), found.wide),
          ]);
        });
      });
    }

    if (process.env.SHOTS) {
      test("has its picture taken", async () => {
        mkdirSync(process.env.SHOTS, { recursive: true });
        for (const view of VIEWS) {
          const name = [site.name, page.path, view.name].join(" ").replace(/[^a-z0-9]+/gi, "-");
          await visit(browser, address(page), view, (open) =>
            open.screenshot({ path: join(process.env.SHOTS, `${name}.png`), fullPage: true }),
          );
        }
      });
    }
  });
}
