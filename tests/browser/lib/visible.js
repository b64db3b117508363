// What of an open page's text is there for the eye.

/** Gives the page `visibleTexts()`: its text nodes that show, without those for the ear alone. */
export async function withVisibleTexts(page) {
  await page.evaluate(`window.visibleTexts = ${visibleTexts}`);
}

/** Runs in the page. */
function visibleTexts() {
  // Words for the ear alone stand in a box of a pixel, or are clipped away.
  const away = new Map([[document.documentElement, false]]);
  const isAway = (element) => {
    if (!away.has(element)) {
      const { overflow, display, clipPath } = getComputedStyle(element);
      const { width, height } = element.getBoundingClientRect();
      const pixel = display !== "contents" && overflow !== "visible" && (width <= 1.5 || height <= 1.5);
      away.set(element, clipPath !== "none" || pixel || isAway(element.parentElement));
    }
    return away.get(element);
  };
  const found = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { data, parentElement: element } = texts.currentNode;
    const shows = element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    if (data.trim() && shows && !isAway(element)) found.push(texts.currentNode);
  }
  return found;
}
