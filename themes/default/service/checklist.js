// The checklist's script: it says the same as the styles, says why, and announces, keeps, shares and prints what was
// answered. The rules stand in the page as data.

/* What the answers decide: an answer is its place among those of its question, -1 while it is open. */

const matches = (term, answers) => term.every(([question, ...places]) => places.includes(answers[question]));

export const judge = (rules, answers) => {
  const made = rules.decisions.map((terms) => terms.some((term) => matches(term, answers)));
  const states = {};
  for (const [path, ...own] of rules.states) [states[path] = "maybe"] = own.find(([, at]) => made[at]) || [];
  const verdicts = rules.verdicts.map(([kind, fails, ...met]) => made[fails] ? kind : met.every((at) => made[at]) ? "" : "incomplete");
  const verdict = verdicts.find((one) => one) || "eligible";
  const final = verdict.startsWith("not");
  const hidden = rules.indifferent.map((all, at) => answers[at] < 0 && (final || all.every((one) => made[one])));
  return {
    states, verdict, final, hidden,
    notices: rules.notices.map((one) => made[one]),
    groups: rules.groups.map((none) => !none || !none.every((one) => made[one])),
    sum: rules.sums.findIndex((one) => made[one]) + 1,
  };
};

/* The questions whose answers suffice for a state. */
export const reason = (rules, path, answers) => {
  const own = rules.states.find(([other]) => other === path) || [];
  const terms = own.slice(1).flatMap(([, at]) => rules.decisions[at]);
  return (terms.find((term) => matches(term, answers)) || []).map(([question]) => question);
};

/* Answers as the end of an address and back; what is sensitive is in neither. */
export const written = (rules, answers) =>
  new URLSearchParams(rules.questions.flatMap((one, at) =>
    answers[at] < 0 || one.sensitive ? [] : [[one.id, one.values[answers[at]]]])).toString();

export const read = (rules, text) =>
  [...new URLSearchParams(text)].filter(([id, value]) =>
    rules.questions.some((one) => one.id === id && !one.sensitive && one.values.includes(value)));

const start = () => {
  const find = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const form = find("form[data-checklist]");
  const rules = JSON.parse(find("#rules").textContent);
  const words = rules.words;
  const [ask, status, tools, done, send] = ["ask", "status", "tools", "done", "send"].map((id) => find("#" + id));
  const key = "maklumat:" + location.pathname;
  const here = location.href.split("#")[0];
  const sent = send && send.href;
  const ticks = all("[data-tick]");
  const whys = all("[data-state] ~ [data-why]").map((why) => [why, [...why.childNodes]]);
  const show = ({ style }, on, how = "") => { style.display = on ? how : "none"; };
  const chosen = (at) => find(`[name="${rules.questions[at].id}"]:checked ~ b`).textContent;
  /* What stands under some verdicts only. */
  const under = { then: /first/, else: /^not/, unfold: /^not/, note: /^[^i]/, open: /^i/, left: /^i/, due: /^[^adn]/ };
  let answers;
  let result;
  let timer;
  let shared;

  /* What answers a button is shown and said. */
  const say = (said) => { done.textContent = said; };

  const counted = (state) => ticks.filter((tick) => (result.states[tick.dataset.tick] || "needed") === state).length;

  /* What is kept on this device; nothing where the browser allows nothing. */
  const stored = (kept) => {
    try {
      if (kept) localStorage.setItem(key, kept);
      return localStorage.getItem(key);
    } catch {}
  };

  const keep = () => {
    shared = false;
    return stored(JSON.stringify([written(rules, answers), all("[data-tick]:checked").map((tick) => tick.dataset.tick)]));
  };

  /* Whether an element that the answers decide is to be seen. */
  const holds = (one) => {
    const { state, failed, notice, verdict, sum, group, open, bring } = one.dataset;
    if (state) return (result.states[one.closest("[data-item]").dataset.item] || "maybe") === state;
    if (failed) return result.states[failed] === "failed";
    if (bring) return (bring === "papers") === result.groups.includes(true);
    if (notice) return result.notices[notice - 1];
    if (open) {
      const at = rules.questions.findIndex(({ id }) => id === open);
      return answers[at] < 0 && !result.hidden[at];
    }
    return sum ? sum == result.sum : group ? result.groups[group - 1] : verdict === result.verdict;
  };

  const update = () => {
    const given = new FormData(form);
    answers = rules.questions.map((one) => one.values.indexOf(given.get(one.id)));
    result = judge(rules, answers);
    const some = answers.some((answer) => answer >= 0);
    const open = !result.final || find("#unfold").checked;
    for (const one of [ask, form]) show(one, true, "block");
    for (const one of all("[data-item]")) show(one, result.states[one.dataset.item] !== "not_needed");
    for (const one of all("[data-group], [data-open]")) show(one, holds(one));
    for (const one of all("[data-state]")) show(one, holds(one), "inline");
    for (const one of all("[data-failed], [data-notice], [data-verdict]")) show(one, holds(one), "block");
    for (const one of all("[data-bring]")) show(one, holds(one), "revert");
    for (const one of all("[data-sum]")) one.style.visibility = holds(one) ? "visible" : "hidden";
    for (const one of all("[data-lists]")) show(one, open);
    for (const one of all(".asking")) show(one, result.notices.includes(true), "block");
    for (const one of all("[data-range]")) show(one, !all("[data-item]", one.parentNode).some(({ dataset }) => result.states[dataset.item] === "needed"));
    for (const [name, when] of Object.entries(under)) {
      for (const one of all("." + name)) show(one, when.test(result.verdict) && (some || name !== "left"), name === "due" ? "" : "block");
    }
    for (const [why, whole] of whys) {
      const { item } = why.closest("[data-item]").dataset;
      const used = result.states[item] === "needed" ? reason(rules, item, answers) : [];
      why.replaceChildren(...(used.length ? [used.map(chosen).join(words.between)] : whole));
      why.parentNode.classList.toggle("own", used.some((at) => rules.questions[at].sensitive));
    }
    rules.questions.forEach((one, at) => {
      const question = find(`#q-${one.id}`);
      show(question, !result.hidden[at] || question.contains(document.activeElement));
    });
    tools.hidden = find("[data-do=print]").hidden = !some && !stored();
    find("[data-do=forget]").hidden = !stored();
    if (send) send.href = some ? "https://wa.me/?text=" + encodeURIComponent(brief()) : sent;
  };

  /* What the page says to these answers, as a message; what is sensitive, and what unfolds, is not sent. */
  const brief = () => {
    const unsent = all(".own, .more");
    for (const one of unsent) one.hidden = true;
    const parts = [find("h1"), ...all("#result > :not(.unfold, .aloud, .left), #details .facts").filter((one) => one.offsetHeight)];
    const text = parts.map((one) => one.innerText).concat(here).join("\n\n");
    for (const one of unsent) one.hidden = false;
    return text;
  };

  const changed = () => {
    update();
    if (stored() && !shared) keep();
    clearTimeout(timer);
    timer = setTimeout(() => {
      const left = answers.filter((answer, at) => answer < 0 && !result.hidden[at]).length;
      const seen = all("[data-verdict], [data-failed], [data-notice]", find("#result")).filter(holds);
      status.textContent = [
        ...seen.map((one) => one.innerText.trim()),
        result.final ? "" : words.count.replace("{n}", counted("needed")).replace("{m}", counted("maybe")),
        words.left.replace("{n}", left),
      ].join(" ");
    }, 800);
  };

  const give = (given) => {
    for (const [id, value] of given) find(`[name="${id}"][value="${value}"]`).checked = ask.open = true;
    update();
  };

  /* Answers in an address are somebody's: they stand alone, and are kept only when asked. */
  const follow = () => {
    const given = read(rules, location.hash.slice(1));
    if (!given.length) return false;
    for (const radio of all(":checked", form)) radio.checked = false;
    give(given);
    return (shared = true);
  };

  /* What the browser itself restored goes before an address, and an address before what was kept. */
  const restore = () => {
    if (matchMedia("(min-width:62rem)").matches) ask.open = true;
    if (find("[data-question] :checked") || follow()) return update();
    const [kept, ticked] = JSON.parse(stored() || '["",[]]');
    for (const tick of ticks) if (ticked.includes(tick.dataset.tick)) tick.checked = true;
    return give(read(rules, kept));
  };

  const copy = async (what, button) => {
    try {
      await navigator.clipboard.writeText(what);
      say(words.copied);
    } catch {
      prompt(button.textContent, what);
    }
  };

  const actions = {
    link: (button) => copy(here + "#" + written(rules, answers), button),
    text: (button) => copy(brief(), button),
    print: () => print(),
    keep: () => say(keep() ? words.kept : words.not_kept),
    forget: () => {
      localStorage.removeItem(key);
      find("[data-do=keep]").focus();
      say(words.forgotten);
    },
  };
  document.addEventListener("click", ({ target }) => {
    if (target.dataset.do) {
      actions[target.dataset.do](target);
      update();
    }
  });
  document.addEventListener("change", ({ target }) => {
    if (target.form === form) {
      changed();
      // Touched, an answered question folds: where it began above the window, the next one would too.
      if (!target.matches(":focus-visible")) target.closest("fieldset").scrollIntoView({ block: "nearest" });
    } else {
      update();
      if (target.dataset.tick && stored() && !shared) keep();
    }
  });
  form.addEventListener("reset", () => setTimeout(changed));
  addEventListener("beforeprint", () => {
    find("#printed").textContent = new Date().toLocaleDateString(document.documentElement.lang, { dateStyle: "long" });
  });
  addEventListener("pageshow", update);
  addEventListener("hashchange", follow);
  restore();
};

if (typeof document !== "undefined") start();
