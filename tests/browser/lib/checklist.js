// The checklist of an open page: answers given through its radio buttons, and what it then displays.

/** Gives each case's answers and compares what shows with what must; answers complaints and the number of cases. */
export async function compare(page, cases) {
  return page.evaluate(run, cases);
}

/** Runs in the page. */
function run(cases) {
  const form = document.querySelector("form[data-checklist]");
  const shows = (element) => element.checkVisibility();
  const radio = (name, value) => form.querySelector(`[name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]`);

  const answer = (answers, spoken) => {
    form.reset();
    for (const [name, value] of Object.entries(answers)) {
      // An open question is left alone, or "I don't know yet" is said: both must mean the same.
      if (value !== "-" || spoken) radio(name, value).click();
    }
    // The script hears of a reset only later; a reader's browser has the time.
    form.querySelector("[type=radio]").dispatchEvent(new Event("change", { bubbles: true }));
  };

  const attributes = (list, name) => [...list].filter(shows).map((element) => element.dataset[name]).sort();
  const read = (wanted) => {
    const lists = [...document.querySelectorAll("[data-lists]")];
    const open = lists.filter(shows).length;
    const states = {};
    for (const item of document.querySelectorAll("[data-item]")) {
      const has = item.querySelectorAll("[data-state]");
      const folded = item.closest("[data-lists]") && !wanted.lists;
      if (has.length && !folded) states[item.dataset.item] = attributes(has, "state").join("+");
    }
    const questions = [...document.querySelectorAll("[data-question]")];
    return {
      states,
      failed: attributes(document.querySelectorAll("[data-failed]"), "failed"),
      verdict: attributes(document.querySelectorAll("[data-verdict]"), "verdict").join("+"),
      lists: open === lists.length ? true : open === 0 ? false : `${open} of ${lists.length}`,
      notices: attributes(document.querySelectorAll("[data-notice]"), "notice"),
      hidden: questions.filter((question) => !shows(question)).map((question) => question.dataset.question).sort(),
    };
  };

  const complaints = [];
  cases.forEach(({ answers, shown }, number) => {
    answer(answers, number % 2);
    const found = read(shown);
    const folded = (path) => document.querySelector(`[data-item="${path}"]`)?.closest("[data-lists]") && !shown.lists;
    const states = Object.fromEntries(Object.entries(shown.states).filter(([path]) => !folded(path)));
    const wanted = { ...shown, states, failed: [...shown.failed].sort(), hidden: [...shown.hidden].sort() };
    for (const key of Object.keys(wanted)) {
      const sorted = (value) => JSON.stringify(value?.constructor === Object ? Object.entries(value).sort() : value);
      if (sorted(wanted[key]) !== sorted(found[key])) {
        complaints.push(`${JSON.stringify(answers)}: ${key} ${sorted(found[key])} instead of ${sorted(wanted[key])}`);
      }
    }
  });
  form.reset();
  return complaints;
}

/** The page's HTML changed on its way, its policy taken away, because the policy names what it carried before. */
export async function altered(page, change) {
  await page.route("**/*.html", async (route) => {
    const response = await route.fetch();
    const html = (await response.text()).replace(/<meta[^>]*content-security-policy[^>]*>/i, "");
    const body = change(html);
    if (body === html) throw new Error("the change found nothing to change");
    await route.fulfill({ response, body });
  });
}

/** The page as a browser reads it that does not know :has(). */
export function withoutHas(html) {
  return html.replaceAll("selector(:has(*))", "selector(:no-such-thing(*))");
}
