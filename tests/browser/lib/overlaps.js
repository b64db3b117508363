// Whether texts of an open page lie over each other.

import { withVisibleTexts } from "./visible.js";

/** Looks at the page with the bars that stick where they belong, beside what they lie over. */
export async function unstuck(page, look) {
  await page.evaluate(() => {
    window.stuck = [...document.body.querySelectorAll("*")].filter((one) => getComputedStyle(one).position === "sticky");
    for (const one of window.stuck) one.style.cssText += ";position:relative!important;inset:auto!important";
  });
  try {
    return await look(page);
  } finally {
    await page.evaluate(() => {
      for (const one of window.stuck) for (const name of ["position", "inset"]) one.style.removeProperty(name);
    });
  }
}

/** No line of a text lies over a line of another; what sticks is looked at where it belongs. */
export async function overlaps(page) {
  await withVisibleTexts(page);
  return unstuck(page, () => page.evaluate(linesOver));
}

/** Runs in the page. */
function linesOver() {
  const lines = [];
  for (const text of window.visibleTexts()) {
    const element = text.parentElement;
    // Of the box of a line its letters, which are lower than it.
    const size = parseFloat(getComputedStyle(element).fontSize) * 0.8;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const { left, right, top, bottom } of range.getClientRects()) {
      if (right - left < 1) continue;
      const middle = (top + bottom) / 2;
      lines.push({ text: text.data.trim().slice(0, 40), element, left: left + 1, right: right - 1, top: middle - size / 2, bottom: middle + size / 2 });
    }
  }
  lines.sort((a, b) => a.top - b.top);
  const found = new Set();
  lines.forEach((one, at) => {
    for (let below = at + 1; below < lines.length && lines[below].top < one.bottom; below += 1) {
      const other = lines[below];
      const over = one.element !== other.element && one.left < other.right && other.left < one.right;
      if (over) found.add(`“${other.text}” lies over “${one.text}”`);
    }
  });
  return [...found];
}
