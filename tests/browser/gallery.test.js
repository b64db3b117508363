// The gallery of the theme in a real browser: every part in every state. GALLERY names its folder; that its HTML is valid
// is seen in site.test.js. Each language is looked at in other colours; with FULL=1 each in all.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";

import { LARGE_TEXT, VIEWS, ZOOMED, launch, visit } from "./lib/browser.js";
import * as files from "./lib/files.js";
import * as rendered from "./lib/rendered.js";
import { serve } from "./lib/server.js";
import { openSite } from "./lib/site.js";

const folder = process.env.GALLERY;
if (!folder) throw new Error("GALLERY must name the folder of the gallery; tests/run makes it");
const gallery = openSite({ name: "gallery", folder });
const [phone, , desk] = VIEWS;
const forced = (view) => ({ ...view, name: `${view.name}, forced colours`, forcedColors: "active" });
const COLOURS = [...VIEWS, ...VIEWS.slice(0, 2).map(forced)];

/** The views of which the gallery in one of the languages is looked at in every third. */
const coloursOf = (at) => COLOURS.filter((_, view) => process.env.FULL || view % 3 === at % 3);

/** One state of a landmark beside another: on a page of a site each stands once. */
const ONCE_ON_A_PAGE = ["landmark-unique"];

let browser;
let server;
before(async () => {
  browser = await launch();
  server = await serve(folder);
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** Fails with all complaints at once, and nothing else. */
function none(complaints) {
  if (!complaints.length) return;
  const error = new Error([...new Set(complaints)].join("\n"));
  error.stack = "";
  throw error;
}

async function inViews(views, page, check) {
  const complaints = [];
  for (const view of views) {
    const found = await visit(browser, server.url + page.path, view, check);
    complaints.push(...found.map((complaint) => `${view.name}: ${complaint}`));
  }
  return complaints;
}

test("the gallery stands in both languages", () => {
  const languages = gallery.pages.map((page) => page.lang).sort();
  none(languages.join() === "en,id" ? [] : [`its languages are ${languages}`]);
});

for (const [at, page] of gallery.pages.entries()) {
  describe(page.path, () => {
    test("is sealed and not indexed", () => {
      none([...files.loosePolicy(page), ...files.indexed(page)]);
    });

    test("loads in order and without a complaint of the browser", async () => {
      await visit(browser, server.url + page.path, phone, async (open, log) => {
        const shown = await open.evaluate(() => document.querySelectorAll("figure > figcaption").length);
        none([
          ...log.errors,
          ...(shown > 10 ? [] : [`shows ${shown} examples`]),
          ...rendered.requests(log, gallery, server.url + page.path),
          ...(await rendered.unstyled(open)),
          ...(await rendered.headings(open)),
        ]);
      });
    });

    test("is accessible in every view", async () => {
      const axe = (open) => rendered.axe(open, { except: ONCE_ON_A_PAGE });
      none(await inViews(coloursOf(at), page, axe));
    });

    test("needs no scrolling sideways", async () => {
      none(await inViews([phone, desk, ZOOMED, LARGE_TEXT], page, rendered.overflow));
    });

    test("breaks no short word", async () => {
      none(await inViews([phone, desk, LARGE_TEXT], page, rendered.brokenWords));
    });

    test("is easy to touch", async () => {
      none(await inViews([phone, desk], page, rendered.smallTargets));
    });

    if (process.env.SHOTS) {
      test("has its picture taken", async () => {
        mkdirSync(process.env.SHOTS, { recursive: true });
        for (const view of VIEWS) {
          const name = ["gallery", page.path, view.name].join(" ").replace(/[^a-z0-9]+/gi, "-");
          await visit(browser, server.url + page.path, view, (open) =>
            open.screenshot({ path: join(process.env.SHOTS, `${name}.png`), fullPage: true }),
          );
        }
      });
    }
  });
}
