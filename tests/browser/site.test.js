// Every built site in a real browser, page kind by page kind. SITES names the list; see lib/site.js.
//
// FULL=1 looks at every page instead of a sample; SHOTS=FOLDER keeps a picture of each page and view.

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";

import { LARGE_TEXT, VIEWS, ZOOMED, launch, visit } from "./lib/browser.js";
import * as files from "./lib/files.js";
import { invalid } from "./lib/html.js";
import * as rendered from "./lib/rendered.js";
import { serve } from "./lib/server.js";
import { openSite, samplePages, sitesToTest } from "./lib/site.js";

const sites = sitesToTest().filter((site) => !site.bare);
const [phone, , desk] = VIEWS;
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
  none(invalid(sites.map((site) => site.folder)));
});

for (const site of sites) {
  describe(site.name, () => {
    let server;
    before(async () => {
      server = await serve(site.folder, site.base);
    });
    after(() => server?.close());
    const sample = samplePages(site);
    const address = (page) => server.url + page.path;

    test("has every kind of page", () => {
      const kinds = new Set(site.pages.map((page) => page.kind));
      none(["home", "agency", "service", "not found"].filter((kind) => !kinds.has(kind)).map((kind) => `no ${kind} page`));
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
      const services = site.pages.filter((page) => page.kind === "service");
      for (const page of services.slice(0, 20)) context.diagnostic(`${page.path}: ${files.weight(page)} bytes gzipped`);
      const most = site.name === "reference" ? files.EVERYTHING : files.FIRST_FLIGHT;
      none(services.flatMap((page) => files.tooHeavy(page, most)));
    });

    if (site.example) {
      test("is not indexed, being an example", () => {
        none(site.pages.filter((page) => page.kind !== "redirect").flatMap(files.indexed));
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

    for (const page of sample) describePage(site, page, address);
  });
}

function describePage(site, page, address) {
  describe(`${page.path} (${page.kind})`, () => {
    test("loads alone, in order and without a complaint of the browser", async () => {
      await visit(browser, address(page), phone, async (open, log) => {
        none([
          ...log.errors,
          ...rendered.requests(log, site, address(page)),
          ...(await rendered.unstyled(open)),
          ...(await rendered.headings(open)),
          ...(site.example && page.kind !== "redirect" ? await rendered.unmarked(open) : []),
        ]);
      });
    });

    test("is accessible in every view", async () => {
      none(await inViews([...VIEWS, ...VIEWS.slice(0, 2).map(forced)], page, address, rendered.axe));
    });

    test("needs no scrolling sideways", async () => {
      none(await inViews([phone, desk, ZOOMED, LARGE_TEXT], page, address, rendered.overflow));
    });

    test("breaks no short word", async () => {
      none(await inViews([phone, desk, LARGE_TEXT], page, address, rendered.brokenWords));
    });

    test("hides no text by moving it off the page", async () => {
      none(await inViews([phone, desk], page, address, rendered.movedOut));
    });

    test("is easy to touch", async () => {
      none(await inViews([phone, desk], page, address, rendered.smallTargets));
    });

    test("can be used by keyboard", async () => {
      none(await inViews([phone, desk, ZOOMED], page, address, rendered.keyboard));
    });

    test("prints", async () => {
      await visit(browser, address(page), desk, async (open) => none(await rendered.print(open, site)));
    });

    test("is the same without JavaScript", async () => {
      const [withScript, without] = await Promise.all(
        [true, false].map((javaScriptEnabled) =>
          visit(browser, address(page), { ...phone, javaScriptEnabled }, async (open, log) => {
            none(log.errors);
            return rendered.words(open);
          }),
        ),
      );
      none(rendered.differences("without JavaScript", withScript, without));
    });

    if (page.kind !== "not found") {
      test("works from a folder", async () => {
        const words = await visit(browser, address(page), phone, rendered.words);
        await visit(browser, pathToFileURL(join(site.folder, page.path)).href, phone, async (open, log) => {
          none([
            ...log.errors,
            ...(await rendered.unstyled(open)),
            ...rendered.differences("from a folder", words, await rendered.words(open)),
          ]);
        });
      });
    }

    if (page.kind === "redirect") {
      test("leads on", async () => {
        await visit(browser, address(page), { ...phone, follow: true }, async (open) => {
          await open.waitForURL((url) => url.href !== address(page));
          const target = site.pages.find((other) => address(other) === open.url().split("#")[0]);
          assert.ok(target && target.kind !== "redirect", `leads to ${open.url()}`);
        });
      });
    }

    if (site.plain) {
      test("says the same as the page before minifying", async () => {
        const plain = openSite({ ...site, folder: site.plain });
        const server = await serve(plain.folder, plain.base);
        try {
          const read = async (open) => [await rendered.attributes(open), await rendered.words(open)];
          const [attributes, words] = await visit(browser, server.url + page.path, desk, read);
          const [minifiedAttributes, minifiedWords] = await visit(browser, address(page), desk, read);
          none([
            ...rendered.differences("attributes", attributes, minifiedAttributes),
            ...rendered.differences("words", words, minifiedWords),
          ]);
        } finally {
          await server.close();
        }
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

/** The same view in a reader's own colours. */
function forced(view) {
  return { ...view, name: `${view.name}, forced colours`, forcedColors: "active" };
}

async function inViews(views, page, address, check) {
  const complaints = [];
  for (const view of views) {
    const found = await visit(browser, address(page), view, check);
    complaints.push(...found.map((complaint) => `${view.name}: ${complaint}`));
  }
  return complaints;
}
