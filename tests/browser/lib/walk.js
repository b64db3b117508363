// Walks through a checklist as people take them: the questions that show, from the top, answered by real clicks.

const settled = 120;

/** Numbers from 0 to below 1, the same for the same seed. */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * For each verdict that random walks of a page opened without script end in, up to `each` different ones, with every
 * question answered that then shows: `Map { verdict => [[[question, answer], …], …] }`. It is over when each verdict of
 * `wanted`, or each that stands in the page, has them, when long nothing new was met, or after `most`.
 */
export async function walksByVerdict(page, { each = 12, most = 600, seed = 1, wanted = null } = {}) {
  const found = await page.evaluate(search, { each, most, wanted, draws: Array.from({ length: 4096 }, seeded(seed)) });
  return new Map(Object.entries(found));
}

/** Runs in the page, at once: the styles alone decide what shows. */
function search({ each, most, wanted, draws }) {
  const form = document.querySelector("form[data-checklist]");
  const fold = form.closest("details");
  const wasOpen = fold?.open;
  if (fold) fold.open = true;
  let drawn = 0;
  const draw = (list) => list[Math.floor(draws[drawn++ % draws.length] * list.length)];
  const shows = (element) => element.checkVisibility();
  const verdict = () => [...document.querySelectorAll("[data-verdict]")].filter(shows).map((one) => one.dataset.verdict).join("+");
  const given = (question) => question.querySelector(":checked:not([value='-'])");
  const next = () => [...form.querySelectorAll("[data-question]")].find((question) => shows(question) && !given(question));
  const standing = [...document.querySelectorAll("[data-verdict]:not([data-verdict=incomplete])")];
  const ends = wanted ?? standing.map((one) => one.dataset.verdict);
  const found = {};
  const known = new Set();
  let news = 0;
  for (let walk = 0; walk < most && walk - news < 150; walk += 1) {
    form.reset();
    const steps = [];
    for (let question = next(); question; question = next()) {
      const answers = [...question.querySelectorAll("[type=radio]:not([value='-'])")];
      let answer = draw(answers);
      answer.checked = true;
      // Every second walk turns back from what turns it away, so that long ways are walked to their end.
      for (let turn = 0; walk % 2 && turn < 3 && verdict().startsWith("not_"); turn += 1) {
        answer = draw(answers);
        answer.checked = true;
      }
      steps.push([question.dataset.question, answer.value]);
    }
    const [end, key] = [verdict(), JSON.stringify(steps)];
    if (!known.has(key) && (found[end] ??= []).length < each) {
      found[end].push(steps);
      news = walk;
    }
    known.add(key);
    if (ends.every((one) => found[one]?.length >= each)) break;
  }
  form.reset();
  if (fold) fold.open = wasOpen;
  return found;
}

/** The page as it was opened: no answer, the questions folded if they fold, at its top. */
export async function begin(page) {
  await page.evaluate(() => {
    const form = document.querySelector("form[data-checklist]");
    const fold = form?.closest("details");
    document.activeElement?.blur();
    form?.reset();
    form?.querySelector("[type=radio]")?.dispatchEvent(new Event("change", { bubbles: true }));
    if (fold) fold.open = false;
    scrollTo(0, 0);
  });
  await page.mouse.move(0, 0);
  await page.waitForTimeout(settled);
}

/** Unfolds the questions as a reader does, if they are folded. */
export async function unfold(page) {
  const folded = page.locator("details:not([open]):has(form[data-checklist]) > summary");
  if (await folded.count()) await folded.click();
}

/** Walks from the beginning to the end of `steps`, each by a click on the words of the answer. */
export async function follow(page, steps) {
  await begin(page);
  await unfold(page);
  for (const [question, answer] of steps) {
    const radio = `input[name="${question}"][value="${answer}"]`;
    await page.locator(`form[data-checklist] label:has(${radio})`).click();
  }
  await page.waitForTimeout(settled);
}

/** The verdict that shows, and how the reader finds it: in the view, by a link in the view, or neither (null). */
export async function ending(page) {
  return page.evaluate(() => {
    const firstLine = (element) => {
      const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const text = texts.currentNode;
        if (!text.data.trim() || !text.parentElement.checkVisibility()) continue;
        const range = document.createRange();
        range.selectNodeContents(text);
        return range.getClientRects()[0];
      }
    };
    // The first line of its words, whole, with nothing over it.
    const seen = (element) => {
      const line = firstLine(element);
      if (!line || line.top < 0 || line.bottom > innerHeight || line.left < 0 || line.right > innerWidth) return false;
      const top = document.elementFromPoint((line.left + line.right) / 2, (line.top + line.bottom) / 2);
      return element.contains(top);
    };
    const verdicts = [...document.querySelectorAll("[data-verdict]")].filter((one) => one.checkVisibility());
    const link = () => [...document.querySelectorAll('a[href="#result"]')].some(seen);
    return {
      verdict: verdicts.map((one) => one.dataset.verdict).join("+"),
      way: verdicts.some(seen) ? "view" : link() ? "link" : null,
      height: document.documentElement.scrollHeight,
    };
  });
}

/** How many screens of a phone the page is long. */
export function screens({ height }, phone) {
  return height / phone.height;
}

/** The middle one of some numbers. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
