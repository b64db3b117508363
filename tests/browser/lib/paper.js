// A page on paper: its sheets with their lines, and checks of what stands on them.

import { execFileSync } from "node:child_process";

import { decode } from "./markup.js";
import { withVisibleTexts } from "./visible.js";

const letters = (words) => words.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();

/** How many sheets come out of the printer. */
export async function count(page) {
  return (await printed(page)).sheets.length;
}

/**
 * What comes out of the printer, by the page's own button if it has one: the file `pdf`, its `sheets`, each with its size and its lines, and
 * what they must hold: `texts`, `headings`, and `cuts`, the boxes that hide some of what is in them.
 */
export async function printed(page, options = { format: "A4" }) {
  await page.evaluate(() => {
    window.print = () => {};
    [...document.querySelectorAll("[data-do=print]")].find((button) => button.checkVisibility())?.click();
  });
  const wanted = await whatPrints(page);
  const pdf = await page.pdf(options);
  const text = execFileSync("pdftotext", ["-bbox-layout", "-", "-"], { input: pdf, encoding: "utf8", maxBuffer: 1 << 26 });
  return { pdf, sheets: text.split("<page ").slice(1).map(readSheet), ...wanted };
}

function readSheet(text) {
  const box = (tag) => Object.fromEntries([...tag.matchAll(/(\w+)="([\d.-]+)"/g)].map(([, name, value]) => [name, Number(value)]));
  const { width, height } = box(text.slice(0, text.indexOf(">")));
  const lines = text.split("<line ").slice(1).map((line) => {
    const words = [...line.matchAll(/<word [^>]*>([^<]*)<\/word>/g)].map(([, word]) => decode(word));
    const { xMin, yMin, xMax, yMax } = box(line.slice(0, line.indexOf(">")));
    return { text: words.join(" "), xMin, yMin, xMax, yMax };
  });
  return { width, height, lines };
}

async function whatPrints(page) {
  await page.emulateMedia({ media: "print" });
  await withVisibleTexts(page);
  const found = await page.evaluate(() => {
    const shown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const texts = window.visibleTexts();
    const headings = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6, legend, summary")].filter(shown);
    // A box is cut if it holds something to read, so none that is for the ear alone.
    const boxes = new Set();
    for (const { parentElement } of texts) for (let box = parentElement; box; box = box.parentElement) boxes.add(box);
    const cuts = [...boxes].filter((element) => {
      const { overflowX, overflowY, display } = getComputedStyle(element);
      if (display === "inline") return false;
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
      const over = (overflowX !== "visible" && scrollWidth > clientWidth + 1) || (overflowY !== "visible" && scrollHeight > clientHeight + 1);
      return over && element !== document.documentElement;
    });
    return {
      texts: texts.map(({ data }) => data.trim()),
      headings: headings.map((one) => one.innerText.trim()).filter(Boolean),
      cuts: cuts.map((one) => one.outerHTML.slice(0, 80)),
    };
  });
  await page.emulateMedia({ media: null });
  return found;
}

/** No heading stands at the foot of a sheet with nothing of its own below it. */
export function stranded({ sheets, headings }) {
  const known = new Set(headings.map(letters));
  return sheets.flatMap(({ lines }, at) => {
    const last = [...lines].sort((a, b) => a.yMin - b.yMin || a.xMin - b.xMin).slice(-4);
    // A heading of several lines is stranded with all of them.
    const ends = last.map((_, from) => last.slice(from).map(({ text }) => text).join(" "));
    const heading = ends.find((text) => known.has(letters(text)));
    return heading ? [`sheet ${at + 1} ends with the heading “${heading}”`] : [];
  });
}

/** Whatever prints is there, whole, and inside the sheet. */
export function cut({ sheets, texts, cuts }) {
  const lines = sheets.flatMap((sheet) => sheet.lines.map(({ text }) => letters(text)));
  const all = lines.join("");
  // A word may be parted where a line ends.
  const parted = (word) =>
    [...word].some((_, at) => at > 0 && lines.some((line) => line.endsWith(word.slice(0, at))) && lines.some((line) => line.startsWith(word.slice(at))));
  const words = texts.flatMap((text) => text.split(/\s+/)).filter((word) => letters(word).length > 3);
  const missing = [...new Set(words)].filter((word) => !all.includes(letters(word)) && !parted(letters(word)));
  const outside = sheets.flatMap(({ width, height, lines }, at) =>
    lines
      .filter(({ xMin, yMin, xMax, yMax }) => xMin < 10 || yMin < 10 || xMax > width - 10 || yMax > height - 10)
      .map(({ text }) => `sheet ${at + 1}: “${text.slice(0, 60)}” reaches its edge`),
  );
  return [...missing.map((word) => `the sheets lack “${word}”`), ...cuts.map((html) => `cut on paper: ${html}`), ...outside];
}

/** Whether the papers to bring, alone, take as much room as a sheet has beside its heading, questions and addresses. */
export async function papersFillSheet(page) {
  const viewport = page.viewportSize();
  await page.setViewportSize({ width: 680, height: 1000 });
  await page.emulateMedia({ media: "print" });
  const height = await page.evaluate(() => {
    const papers = [...document.querySelectorAll("li:has([data-tick]), #papers li")].filter((one) => one.checkVisibility());
    const own = papers.filter((one) => !papers.some((other) => other !== one && other.contains(one)));
    return own.reduce((sum, one) => sum + one.getBoundingClientRect().height, 0);
  });
  await page.emulateMedia({ media: null });
  await page.setViewportSize(viewport);
  return height > FILLED;
}

/* Of the 1,010 px between the margins of A4. */
const FILLED = 650;
