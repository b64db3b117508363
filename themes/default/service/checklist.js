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
  return { states, verdict, final, notices: rules.notices.map((one) => made[one]), hidden, sum: rules.sums.findIndex((one) => made[one]) + 1 };
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
  const root = document.documentElement;
  const form = find("form[data-checklist]");
  const rules = JSON.parse(find("#rules").textContent);
  const words = rules.words;
  const [status, tools, list, papers] = ["status", "tools", "answers", "papers"].map((id) => find("#" + id));
  const key = "maklumat:" + location.pathname;
  const here = location.href.split("#")[0];
  const ticks = all("[data-tick]");
  const text = (element) => element.textContent.trim();
  const show = ({ style }, on, how = "block") => { style.display = on ? how : "none"; };
  const make = (name, textContent, into) => into.appendChild(Object.assign(document.createElement(name), { textContent }));
  const picked = (at) => find(`[name="${rules.questions[at].id}"]:checked`);
  const asked = (at) => text(find(`#q-${rules.questions[at].id} legend`));
  const chosen = (at) => text(find("span", picked(at).parentNode).firstChild);
  const label = (tick) => tick.getAttribute("aria-label").replace(/.*?: /, "");
  let answers;
  let result;
  let timer;
  let shared;

  /* Said aloud; what answers a button is shown too. */
  const say = (said, seen) => {
    clearTimeout(timer);
    status.textContent = said;
    status.className = seen || "aloud";
  };

  /* Why an item is as it is; empty while it is open. */
  const why = (path) => {
    const given = reason(rules, path, answers).map((at) =>
      words.given.replace("{answer}", chosen(at)).replace("{question}", asked(at))).join(words.between);
    return given && words.because.replace("{reason}", given);
  };

  const wanted = (state) => ticks.filter((tick) => (result.states[tick.dataset.tick] || "needed") === state);

  /* The verdict and what goes with it: what is not met, and what the standard leaves open. */
  const verdict = () => [
    find(`[data-verdict=${result.verdict}]`).firstChild,
    ...all("[data-failed], [data-notice]").filter(holdsHere).flatMap((line) => all("p:not(.why)", line)),
  ].map(text);

  const listAnswers = () => {
    list.textContent = "";
    answers.forEach((answer, at) => {
      if (answer < 0) return;
      const line = make("li", "", list);
      make("a", asked(at), line).href = `#q-${rules.questions[at].id}`;
      line.append(" " + chosen(at));
    });
  };

  /* The papers to bring, by where they come from, and those that are not certain. */
  const listPapers = () => {
    const groups = { "": [] };
    for (const tick of wanted("needed")) {
      const from = tick.dataset.from || "";
      groups[from] = [...(groups[from] || []), tick];
    }
    groups[words.maybe] = wanted("maybe");
    papers.textContent = "";
    for (const [from, some] of Object.entries(groups)) {
      if (!some.length) continue;
      if (from) make("p", `${from} (${some.length})`, papers);
      const part = make("ul", "", papers);
      for (const tick of some) {
        const line = make("li", label(tick), part);
        line.className = tick.checked ? "has" : "";
        make("small", why(tick.dataset.tick), line);
      }
    }
    papers.parentNode.hidden = !ticks[0] || result.final;
  };

  /* What is not needed leaves its list, and is named below it with its reason; a group goes with its last part. */
  const fold = () => {
    const left = (item) => result.states[item.dataset.item] !== "not_needed";
    for (const box of all("[data-unneeded]")) {
      const names = find("ul", box);
      names.textContent = "";
      for (const item of all("[data-item]", box.parentNode)) {
        const line = item.closest("li");
        const parts = all("[data-item]", line).filter((part) => part !== item);
        const stays = left(item) || parts.some(left);
        show(line, stays, "");
        if (!stays && !parts[0]) make("small", why(item.dataset.item), make("li", text(find(".what, .figure", item)), names));
      }
      box.hidden = !(find("span", box).textContent = names.children.length);
    }
  };

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
  const holdsHere = (one) => {
    const { state, failed, notice, verdict, sum } = one.dataset;
    if (state) return result.states[one.closest("[data-item]").dataset.item] === state;
    if (failed) return result.states[failed] === "failed";
    if (notice) return result.notices[notice - 1];
    return sum ? sum == result.sum : verdict === result.verdict;
  };

  const update = () => {
    const given = new FormData(form);
    answers = rules.questions.map((one) => one.values.indexOf(given.get(one.id)));
    result = judge(rules, answers);
    const { final, hidden } = result;
    const open = !final || find("#unfold").checked;
    show(form, true);
    for (const line of all(".why")) {
      const { item, failed } = line.parentNode.dataset;
      line.hidden = !(line.textContent = why(item || failed));
    }
    for (const one of all("[data-state], [data-failed], [data-notice], [data-verdict]")) show(one, holdsHere(one));
    for (const one of all("[data-sum]")) one.style.visibility = holdsHere(one) ? "visible" : "hidden";
    for (const one of all("[data-lists], [data-lists] + details")) show(one, open, "");
    for (const one of all(".folded")) show(one, !open);
    show(find(".unfold"), final);
    rules.questions.forEach((one, at) => {
      const question = find(`#q-${one.id}`);
      show(question, !hidden[at] || question.contains(document.activeElement));
    });
    tools.hidden = !stored() && answers.every((answer) => answer < 0);
    find("[data-do=forget]").hidden = !stored();
    fold();
    listAnswers();
    listPapers();
  };

  const changed = () => {
    update();
    if (stored() && !shared) keep();
    clearTimeout(timer);
    // Where no paper is listed, the verdict says what is known of them.
    timer = setTimeout(() => say([
      ...verdict(),
      // Where no paper is listed, the verdict says what is known of them.
      papers.parentNode.hidden ? "" : words.count.replace("{n}", wanted("needed").length).replace("{m}", wanted("maybe").length),
    ].join(" ")), 800);
  };

  const give = (given) => {
    for (const [id, value] of given) find(`[name="${id}"][value="${value}"]`).checked = true;
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
    if (find("[data-question] :checked") || follow()) return update();
    const [kept, ticked] = JSON.parse(stored() || '["",[]]');
    for (const tick of ticks) if (ticked.includes(tick.dataset.tick)) tick.checked = true;
    return give(read(rules, kept));
  };

  const copy = async (what) => {
    try {
      await navigator.clipboard.writeText(what);
      say(words.copied, "seen");
    } catch {
      prompt(words.copy, what);
    }
  };

  const brief = () => [
    text(find("h1")),
    ...verdict(),
    find(".glance .cost").innerText.replace("\n", ": "),
    ...(result.final ? [] : all("p, li", papers).map((one) => (one.matches("li") ? "- " : "") + text(one.firstChild))),
    text(find("#result > .quiet")),
    here,
  ].join("\n");

  const actions = {
    link: () => copy(here + "#" + written(rules, answers)),
    text: () => copy(brief()),
    print: () => {
      root.dataset.sheet = "";
      print();
    },
    keep: () => say(keep() ? words.kept : words.not_kept, "seen"),
    forget: () => {
      localStorage.removeItem(key);
      find("[data-do=keep]").focus();
      say(words.forgotten, "seen");
    },
  };
  tools.addEventListener("click", (event) => {
    const { dataset, hash } = event.target;
    if (hash) {
      event.preventDefault();
      find(hash + " :checked").focus();
    }
    if (dataset.do) {
      actions[dataset.do]();
      update();
    }
  });
  document.addEventListener("change", ({ target }) => {
    if (target.form === form) changed();
    if (target.dataset.tick) {
      update();
      if (stored() && !shared) keep();
    }
  });
  form.addEventListener("reset", () => setTimeout(changed));
  addEventListener("beforeprint", () => {
    const now = new Date();
    find("#printed").textContent = words.date.replace("{day}", now.getDate())
      .replace("{month}", words.months[now.getMonth()]).replace("{year}", now.getFullYear());
  });
  addEventListener("afterprint", () => delete root.dataset.sheet);
  addEventListener("pageshow", update);
  addEventListener("hashchange", follow);
  restore();
};

if (typeof document !== "undefined") start();
