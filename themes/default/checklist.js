// The checklist's script: it says the same as the styles, says why, and announces, keeps, shares and prints what was
// answered. The rules stand in the page as data.

/* What the answers decide: an answer is its place among those of its question, -1 while it is open. */

const matches = (term, answers) => term.every(([question, ...places]) => places.includes(answers[question]));

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
  const root = document.documentElement;
  const form = find("form[data-checklist]");
  const rules = JSON.parse(find("#rules").textContent);
  const words = rules.words;
  const [status, tools, list, papers] = ["status", "tools", "answers", "papers"].map((id) => find("#" + id));
  const key = "maklumat:" + location.pathname;
  const here = location.href.split("#")[0];
  const ticks = all("[data-tick]");
  const show = (element, on, how = "block") => { element.style.display = on ? how : "none"; };
  const make = (name, textContent, into) => into.appendChild(Object.assign(document.createElement(name), { textContent }));
  const picked = (at) => find(`[name="${CSS.escape(rules.questions[at].id)}"]:checked`, form);
  const asked = (at) => find("legend", picked(at).closest("fieldset")).textContent;
  const chosen = (at) => find("span", picked(at).parentNode).firstChild.textContent.trim();
  const label = (tick) => tick.getAttribute("aria-label").split(": ").slice(1).join(": ");
  const say = (text) => { status.textContent = text; };
  const fill = (text, values) => text.replace(/{(\w+)}/g, (_, name) => values[name]);
  let answers;
  let result;
  let timer;

  /* Why an item is as it is; empty while it is open, and where the rules are too many to name a reason. */
  const why = (path) => {
    const questions = (result.states[path] || "maybe") === "maybe" ? [] : reason(rules, path, answers);
    const given = questions.map((at) => `“${asked(at)}”: ${chosen(at)}`).join("; ");
    return given && fill(words.because, { reason: given });
  };

  const explain = (item, path) => {
    let line = find(".why", item);
    if (!line) {
      line = make("p", "", item);
      line.className = "why quiet";
      const last = all(".state", item).pop();
      if (last) last.after(line);
    }
    line.textContent = why(path);
    line.hidden = !line.textContent;
  };

  const wanted = (state) => ticks.filter((tick) => (result.states[tick.dataset.tick] || "needed") === state);

  const verdict = () => find(`[data-verdict=${result.verdict}]`).firstChild.textContent.trim();

  const summary = () => {
    if (result.final) return verdict();
    return `${verdict()} ${fill(words.count, { n: wanted("needed").length, m: wanted("maybe").length })}`;
  };

  const listAnswers = () => {
    list.textContent = "";
    answers.forEach((answer, at) => {
      if (answer < 0) return;
      const line = make("li", "", list);
      make("a", asked(at), line).href = "#q-" + rules.questions[at].id;
      line.append(" " + chosen(at));
    });
  };

  /* The papers to bring, by where they come from, and those that are not certain. */
  const listPapers = () => {
    const groups = {};
    for (const tick of wanted("needed")) {
      const from = tick.dataset.from || "";
      groups[from] = [...(groups[from] || []), tick];
    }
    groups[words.maybe] = wanted("maybe");
    papers.textContent = "";
    for (const [from, some] of Object.entries(groups)) {
      if (from && some.length) make("p", `${from}: ${some.length}`, papers);
      const part = make("ul", "", papers);
      for (const tick of some) make("small", why(tick.dataset.tick), make("li", label(tick), part));
    }
    papers.parentNode.hidden = result.final;
  };

  /* What is not needed leaves its list, and is named below it with its reason. */
  const fold = (open) => {
    for (const box of all("[data-unneeded]")) {
      const names = find("ul", box);
      names.textContent = "";
      for (const item of all("[data-item]", box.parentNode)) {
        const unneeded = result.states[item.dataset.item] === "not_needed";
        show(item, !unneeded, "");
        if (unneeded) make("li", `${find(".what", item).textContent.trim()}: ${why(item.dataset.item)}`.replace(/: $/, ""), names);
      }
      find("summary", box).textContent = fill(words.unneeded, { n: names.children.length });
      box.hidden = !open || !names.firstChild;
    }
  };

  /* What is kept on this device: null where nothing is, or where the browser allows nothing. */
  const stored = () => { try { return localStorage.getItem(key); } catch { return null; } };

  const keep = () => {
    const ticked = ticks.filter((tick) => tick.checked).map((tick) => tick.dataset.tick);
    try { localStorage.setItem(key, JSON.stringify([written(rules, answers), ticked])); } catch {}
    return stored();
  };

  const update = () => {
    const given = new FormData(form);
    answers = rules.questions.map((one) => one.values.indexOf(given.get(one.id)));
    result = judge(rules, answers);
    const { states, final, notices, hidden } = result;
    const open = !final || find("#unfold").checked;
    show(form, true);
    for (const state of all("[data-state]")) show(state, states[state.closest("[data-item]").dataset.item] === state.dataset.state);
    for (const item of all("[data-item]")) if (item.dataset.item in states) explain(item, item.dataset.item);
    for (const line of all("[data-failed]")) {
      show(line, states[line.dataset.failed] === "failed");
      explain(line, line.dataset.failed);
    }
    for (const notice of all("[data-notice]")) show(notice, notices[notice.dataset.notice - 1]);
    for (const one of all("[data-verdict]")) show(one, one.dataset.verdict === result.verdict);
    for (const one of all("[data-lists]")) show(one, open, "");
    for (const one of all(".folded")) show(one, !open);
    show(find(".unfold"), final);
    rules.questions.forEach((one, at) => show(find("#q-" + CSS.escape(one.id)), !hidden[at]));
    tools.hidden = answers.every((answer) => answer < 0);
    find("[data-do=forget]").hidden = !stored();
    fold(open);
    listAnswers();
    listPapers();
  };

  const changed = () => {
    update();
    if (stored()) keep();
    clearTimeout(timer);
    timer = setTimeout(() => say(summary()), 800);
  };

  const give = (given) => {
    for (const [id, value] of given) find(`[name="${CSS.escape(id)}"][value="${CSS.escape(value)}"]`, form).checked = true;
    update();
  };

  /* An address with answers goes before what was kept. */
  const restore = () => {
    const shared = read(rules, location.hash.slice(1));
    try {
      const [kept, ticked] = JSON.parse(stored());
      if (!shared.length) shared.push(...read(rules, kept));
      for (const tick of ticks) if (ticked.includes(tick.dataset.tick)) tick.checked = true;
    } catch {}
    give(shared);
  };

  const copy = (what) => {
    const byHand = () => prompt(words.copy, what);
    if (!navigator.clipboard) return byHand();
    return navigator.clipboard.writeText(what).then(() => say(words.copied), byHand);
  };

  const shown = (selector) => all(selector).filter((one) => one.style.display !== "none").map((one) => one.innerText.replace(/\s+/g, " ").trim());

  const brief = () => [
    find("h1").textContent.trim(),
    verdict(),
    ...shown("[data-failed] > p:first-child, [data-notice]"),
    ...(result.final ? [] : [...wanted("needed").map((tick) => "- " + label(tick)), ...wanted("maybe").map((tick) => `- ${label(tick)} (?)`)]),
    find("#result > .quiet").textContent,
    here,
  ].join("\n");

  const actions = {
    link: () => copy(here + "#" + written(rules, answers)),
    text: () => copy(brief()),
    print: () => {
      root.dataset.sheet = "";
      print();
    },
    keep: () => say(keep() ? words.kept : words.not_kept),
    forget: () => {
      localStorage.removeItem(key);
      say(words.forgotten);
    },
  };
  tools.addEventListener("click", ({ target }) => {
    actions[target.dataset.do]?.();
    update();
  });
  document.addEventListener("change", ({ target }) => { if (target.form === form) changed(); });
  form.addEventListener("reset", () => setTimeout(changed));
  addEventListener("beforeprint", () => {
    find("#printed").textContent = fill(words.printed, { date: new Date().toLocaleDateString(root.lang, { dateStyle: "long" }) });
  });
  addEventListener("afterprint", () => { delete root.dataset.sheet; });
  addEventListener("pageshow", update);
  addEventListener("hashchange", () => give(read(rules, location.hash.slice(1))));
  restore();
};

if (typeof document !== "undefined") start();
