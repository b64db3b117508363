// The page's script: it says the same as the styles, says why, and announces, keeps, shares and prints what was answered.
// The rules stand in the page as data. Lines are joined as they are, so each statement ends with its semicolon.

/* What the answers decide: an answer is its place among those of its question, -1 while it is open. */

export const matches = (term, answers) => term.every(([question, ...places]) => places.includes(answers[question]));

export const holds = (decision, answers) => {
  if (Array.isArray(decision)) return decision.some((term) => matches(term, answers));
  const walk = (node) => {
    if (node < 2) return node === 1;
    const [question, ...next] = decision.nodes[node];
    return answers[question] < 0 ? next.every(walk) : walk(next[answers[question]]);
  };
  return walk(decision.root);
};

export const judge = (rules, answers) => {
  const made = rules.decisions.map((decision) => holds(decision, answers));
  const states = {};
  for (const [path, yes, no] of rules.items) states[path] = made[yes] ? "needed" : made[no] ? "not_needed" : "maybe";
  for (const [path, yes, no] of rules.criteria) states[path] = made[yes] ? "met" : made[no] ? "failed" : "maybe";
  let verdict = "eligible";
  for (const kind of ["not_eligible", "not_needed", "do_first"]) {
    if (rules.failing.some(([own, decision]) => own === kind && made[decision])) verdict = kind;
    else if (rules.criteria.some(([, yes, , own]) => own === kind && !made[yes])) verdict = "incomplete";
    if (verdict !== "eligible") break;
  }
  const final = verdict === "not_eligible" || verdict === "not_needed";
  const idle = (all, at) => answers[at] < 0 && (final || all.every((decision) => made[decision]));
  const notices = rules.notices.map((decision) => made[decision]);
  return { states, verdict, final, notices, hidden: rules.indifferent.map(idle) };
};

/* The questions whose answers suffice for a state. */
export const reason = (rules, path, answers) => {
  const own = [...rules.items, ...rules.criteria].find(([other]) => other === path);
  const terms = own.slice(1, 3).map((at) => rules.decisions[at]).flatMap((one) => (Array.isArray(one) ? one : []));
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
  const [status, tools, list, papers] = ["status", "tools", "answers", "papers"].map((id) => find("#" + id));
  const key = "maklumat:" + location.pathname;
  const ticks = all("[data-tick]");
  const text = (element) => element.innerText.replace(/\s+/g, " ").trim();
  const show = (element, on, how) => { element.style.display = on ? how : "none"; };
  const make = (name, said, into) => into.appendChild(Object.assign(document.createElement(name), { textContent: said }));
  const picked = (at) => find(`[name="${CSS.escape(rules.questions[at].id)}"]:checked`, form);
  const asked = (at) => find("legend", picked(at).closest("fieldset")).textContent;
  const chosen = (at) => find("span", picked(at).parentNode).firstChild.textContent.trim();
  const label = (tick) => tick.getAttribute("aria-label").split(": ").slice(1).join(": ");
  let answers;
  let result;
  let timer;

  const because = (item, path) => {
    let why = find(".why", item);
    const questions = /maybe/.test(result.states[path]) ? [] : reason(rules, path, answers);
    if (!why) {
      why = document.createElement("p");
      why.className = "why quiet";
      const states = all(".state", item);
      if (states.length) states.pop().after(why);
      else item.append(why);
    }
    why.textContent = questions.length
      ? words.because.replace("{reason}", questions.map((at) => `“${asked(at)}”: ${chosen(at)}`).join("; "))
      : "";
    why.hidden = !questions.length;
  };

  const wanted = (state) => ticks.filter((tick) => (result.states[tick.dataset.tick] || "needed") === state);

  const verdict = () => find(`[data-verdict=${result.verdict}]`).firstChild.textContent.trim();

  const summary = () => {
    if (result.final) return verdict();
    const counts = words.count.replace("{n}", wanted("needed").length).replace("{m}", wanted("maybe").length);
    return `${verdict()} ${counts}`;
  };

  const listed = () => {
    list.textContent = papers.textContent = "";
    answers.forEach((answer, at) => {
      if (answer < 0) return;
      const line = make("li", "", list);
      make("a", asked(at), line).href = "#q-" + rules.questions[at].id;
      line.append(" " + chosen(at));
    });
    papers.parentNode.hidden = result.final;
    if (result.final) return;
    const groups = new Map();
    for (const tick of wanted("needed")) {
      const from = tick.dataset.from || "";
      groups.set(from, [...(groups.get(from) || []), tick]);
    }
    for (const [from, some] of groups) {
      if (from) make("p", `${from}: ${some.length}`, papers);
      const part = make("ul", "", papers);
      for (const tick of some) make("li", label(tick), part);
    }
  };

  const keep = (forced) => {
    try {
      if (!forced && !localStorage[key]) return;
      const ticked = ticks.filter((tick) => tick.checked).map((tick) => tick.dataset.tick);
      localStorage[key] = JSON.stringify([written(rules, answers), ticked]);
    } catch {}
  };

  const update = () => {
    const given = new FormData(form);
    answers = rules.questions.map((one) => one.values.indexOf(given.get(one.id)));
    result = judge(rules, answers);
    const open = !result.final || find("#unfold").checked;
    show(form, true, "block");
    all("[data-state]").forEach((one) => {
      show(one, result.states[one.closest("[data-item]").dataset.item] === one.dataset.state, "block");
    });
    all("[data-item]").forEach((one) => one.dataset.item in result.states && because(one, one.dataset.item));
    all("[data-failed]").forEach((one) => {
      show(one, result.states[one.dataset.failed] === "failed", "block");
      because(one, one.dataset.failed);
    });
    all("[data-notice]").forEach((one) => show(one, result.notices[one.dataset.notice - 1], "block"));
    all("[data-verdict]").forEach((one) => show(one, one.dataset.verdict === result.verdict, "block"));
    all("[data-lists]").forEach((one) => show(one, open, ""));
    all(".folded").forEach((one) => show(one, !open, "block"));
    show(find(".unfold"), result.final, "block");
    rules.questions.forEach((one, at) => show(find("#q-" + CSS.escape(one.id)), !result.hidden[at], "block"));
    tools.hidden = answers.every((answer) => answer < 0);
    listed();
  };

  const changed = () => {
    update();
    keep();
    clearTimeout(timer);
    timer = setTimeout(() => { status.textContent = summary(); }, 800);
  };

  const restore = () => {
    let given = read(rules, location.hash.slice(1));
    let ticked = [];
    try {
      const [text, marks] = JSON.parse(localStorage[key]);
      ticked = marks;
      if (!given.length) given = read(rules, text);
    } catch {}
    if (given.length) all("[data-question] input").forEach((radio) => { radio.checked = false; });
    for (const [id, value] of given) find(`[name="${CSS.escape(id)}"][value="${CSS.escape(value)}"]`, form).checked = true;
    for (const tick of ticks) if (ticked.includes(tick.dataset.tick)) tick.checked = true;
    update();
  };

  const give = (what) => {
    const by_hand = () => prompt(words.copy, what);
    if (!navigator.clipboard) return by_hand();
    return navigator.clipboard.writeText(what).then(() => { status.textContent = words.copied; }, by_hand);
  };
  const here = location.href.split("#")[0];
  const shown = (selector) => all(selector).filter((one) => one.style.display !== "none").map(text);
  const brief = () => [
    text(find("h1")),
    verdict(),
    ...shown("[data-failed] > p:first-child, [data-notice]"),
    ...(result.final ? [] : [...wanted("needed").map((tick) => "- " + label(tick)), ...wanted("maybe").map((tick) => `- ${label(tick)} (?)`)]),
    words.no_decision,
    here,
  ].join("\n");

  const actions = {
    link: () => give(here + "#" + written(rules, answers)),
    text: () => give(brief()),
    print: () => print(),
    keep: () => { keep(true); status.textContent = words.kept; },
    forget: () => { try { localStorage.removeItem(key); } catch {} status.textContent = words.forgotten; },
  };
  tools.addEventListener("click", ({ target }) => actions[target.dataset.do] && actions[target.dataset.do]());
  document.addEventListener("change", (event) => { if (event.target.form === form) changed(); });
  form.addEventListener("reset", () => setTimeout(changed));
  addEventListener("beforeprint", () => { find("#printed").textContent = new Date().toLocaleDateString(document.documentElement.lang, { dateStyle: "long" }); });
  addEventListener("pageshow", update);
  addEventListener("hashchange", restore);
  restore();
};

if (typeof document !== "undefined") start();
