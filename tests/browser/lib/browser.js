// Debian's Chromium, and a page of a site opened in it under given circumstances.

import { execFileSync } from "node:child_process";

import { chromium } from "playwright-core";

/** The narrowest and a common width, each in both colour schemes. */
export const VIEWS = [320, 1280].flatMap((width) =>
  ["light", "dark"].map((colorScheme) => ({
    name: `${width} px, ${colorScheme}`,
    viewport: { width, height: width === 320 ? 640 : 800 },
    colorScheme,
  })),
);

/** What a window of 1280 × 1024 leaves at 400 % zoom. */
export const ZOOMED = {
  name: "1280 px at 400 %",
  viewport: { width: 320, height: 256 },
  deviceScaleFactor: 4,
};

/** The narrowest width with letters twice as large. */
export const LARGE_TEXT = {
  name: "320 px, text at 200 %",
  viewport: { width: 320, height: 640 },
  text: "200%",
};

/** Starts the browser. It must be closed. */
export function launch() {
  const executablePath =
    process.env.CHROMIUM ?? execFileSync("sh", ["-c", "command -v chromium"], { encoding: "utf8" }).trim();
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/**
 * Opens `url` and hands the page to `use` together with what happened while it loaded:
 * `status`, `requests` (address and type) and `errors` (console errors, refused content, thrown exceptions).
 * A page that leads on to another is held, so that it can be looked at; `follow` lets it go.
 */
export async function visit(browser, url, circumstances, use) {
  const { follow = false, viewport, text, colorScheme = "light", forcedColors = "none", ...kind } = circumstances;
  const tab = await freeTab(browser, kind);
  const { page } = tab;
  const log = { requests: [], errors: [] };
  let opened = false;
  try {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme, forcedColors, reducedMotion: "reduce" });
    await page.route("**/*", (route) => {
      const request = route.request();
      if (opened && !follow && request.isNavigationRequest()) return route.fulfill({ status: 204 });
      opened = true;
      log.requests.push({ url: request.url(), type: request.resourceType() });
      return route.continue();
    });
    page.on("console", (message) => {
      if (message.type() === "error" || /content security policy/i.test(message.text())) {
        log.errors.push(message.text());
      }
    });
    page.on("pageerror", (error) => log.errors.push(String(error)));
    const response = await page.goto(url, { waitUntil: "load" });
    log.status = response?.status();
    if (text) await page.evaluate((size) => (document.documentElement.style.fontSize = size), text);
    return await use(page, log);
  } finally {
    page.removeAllListeners();
    await page.unrouteAll({ behavior: "ignoreErrors" });
    await page.goto("about:blank");
    tab.busy = false;
  }
}

const tabs = new WeakMap();

/** A tab that nobody uses; what cannot be changed in an open tab needs one of its own. */
async function freeTab(browser, { javaScriptEnabled = true, deviceScaleFactor = 1 }) {
  const open = tabs.get(browser) ?? [];
  tabs.set(browser, open);
  const fits = (tab) =>
    !tab.busy && tab.javaScriptEnabled === javaScriptEnabled && tab.deviceScaleFactor === deviceScaleFactor;
  let tab = open.find(fits);
  if (!tab) {
    tab = { javaScriptEnabled, deviceScaleFactor, busy: true };
    open.push(tab);
    // A worker would answer requests before they can be held.
    const context = await browser.newContext({ javaScriptEnabled, deviceScaleFactor, serviceWorkers: "block" });
    tab.page = await context.newPage();
  }
  tab.busy = true;
  return tab;
}
