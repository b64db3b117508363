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
 * Opens `url` in a window of its own and hands it to `use` together with what happened while it loaded:
 * `requests` (address and type) and `errors` (console errors, refused content, thrown exceptions).
 * A page that leads on to another is held, so that it can be looked at; `follow` lets it go.
 */
export async function visit(browser, url, circumstances, use) {
  const { name: _, follow = false, ...options } = circumstances;
  const context = await browser.newContext({ reducedMotion: "reduce", ...options });
  try {
    const page = await context.newPage();
    const log = { requests: [], errors: [] };
    let opened = false;
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
    return await use(page, log);
  } finally {
    await context.close();
  }
}
