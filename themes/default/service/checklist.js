// The checklist's script: it says why, and announces, keeps, shares and prints what was answered. What shows, the styles
// decide; where `:has()` is unknown it asks in their stead.

/* The rules that stand in a style sheet for who knows `:has()`, each as "selector{declarations". */
export const rulesOf = (css) =>
  css.split("@supports selector(:has(*)){").slice(1).flatMap((part) => part.split("}}")[0].split("}"));

/* A rule without its questions to the root: nothing where the answer is yes, else `@`, which no rule has of itself. Old
   browsers know no `:is()` either, and need none then. */
export const asked = (rule, holds) => rule
  .replace(/:has\(((\([^)]*\)|[^()])*)\)/g, (_, what) => holds(what) ? "" : "@")
  .replace(/:is\(([@,]*)\)/g, (_, terms) => terms.split(",").includes("") ? "" : "@")
  .replace(/ :is\((.*)\)\{/, " $1{");

/* Whether the answers make a rule, or a term of one, hold. */
export const made = (rule, holds) => !asked(rule, holds).includes("@");

/* The questions whose answers suffice for an item: those of the first term that holds. */
export const reason = (rules, item, holds) => {
  const own = rules.find((rule) => rule.includes(`[data-item="${item}"]`) && rule.endsWith("{--y:initial;--m:none")) || "";
  const term = own.split(/,(?=:has)/).find((term) => made(term, holds)) || "";
  return [...new Set([...term.matchAll(/\[name=([^\]]+)/g)].map(([, id]) => id))];
};

/* Answers as the end of an address and back. */
export const written = (radios) =>
  new URLSearchParams(radios.filter((one) => one.checked).map(({ name, value }) => [name, value])).toString();

export const read = (radios, text) => {
  const given = new URLSearchParams(text);
  return radios.filter(({ name, value }) => given.get(name) === value);
};

const start = () => {
  const find = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const form = find("form[data-checklist]");
  const [ask, status, tools, done, send] = ["ask", "status", "tools", "done", "send"].map((id) => find("#" + id));
  const { sheet, textContent } = find("style");
  const rules = rulesOf(textContent);
  const ends = sheet.cssRules.length;
  const given = '[data-question] :checked:not([value="-"])';
  const kept = all('[data-question]:not([data-sensitive]) input:not([value="-"])');
  const key = "maklumat:" + location.pathname;
  const here = location.href.split("#")[0];
  const sent = send && send.href;
  const ticks = all("[data-tick]");
  const whys = all("[data-state] ~ [data-why]").map((why) => [why, [...why.childNodes]]);
  const shows = (one) => getComputedStyle(one).display !== "none";
  let timer;
  let shared;

  /* What answers a button is shown and said. */
  const say = (said) => { done.textContent = done.dataset[said]; };

  /* What is kept on this device; nothing where the browser allows nothing. */
  const stored = (kept) => {
    try {
      if (kept) localStorage.setItem(key, kept);
      return localStorage.getItem(key);
    } catch {}
  };

  const keep = () => {
    shared = false;
    return stored(JSON.stringify([written(kept), ticks.filter((tick) => tick.checked).map((tick) => tick.dataset.tick)]));
  };

  const update = () => {
    if (!CSS.supports("selector(:has(*))")) {
      if (sheet.cssRules[ends]) sheet.deleteRule(ends);
      const held = rules.filter((rule) => made(rule, find)).map((rule) => asked(rule, find));
      sheet.insertRule(`@media all{${held.join("}")}}}`, ends);
    }
    const some = find(given);
    for (const [why, whole] of whys) {
      const used = reason(rules, why.closest("[data-item]").dataset.item, find).map((id) => find(`[data-question=${id}]`));
      why.replaceChildren(...(used.length ? [used.map((one) => find(":checked ~ b", one).textContent).join(form.dataset.and)] : whole));
      why.parentNode.classList.toggle("own", used.some(({ dataset }) => dataset.sensitive != null));
    }
    // An answered question stays, and one that holds the focus.
    for (const one of all("[data-question]")) {
      one.style.display = find(given, one) || one.contains(document.activeElement) ? "block" : "";
    }
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
      const papers = ticks.filter((tick) => tick.offsetHeight);
      const open = papers.filter((tick) => all("[data-state=maybe]", tick.parentNode).some(shows)).length;
      const left = all("[data-open]").filter(shows).length;
      const seen = all("[data-verdict], [data-failed], [data-notice]", find("#result")).filter(shows);
      status.textContent = [
        ...seen.map((one) => one.innerText.trim()),
        shows(find(".unfold")) ? "" : status.dataset.count.replace("{n}", papers.length - open).replace("{m}", open),
        status.dataset.left.replace("{n}", left),
      ].join(" ");
    }, 800);
  };

  const give = (radios) => {
    for (const radio of radios) radio.checked = ask.open = true;
    update();
  };

  /* Answers in an address are somebody's: they stand alone, and are kept only when asked. */
  const follow = () => {
    const radios = read(kept, location.hash.slice(1));
    if (!radios.length) return false;
    for (const radio of all(":checked", form)) radio.checked = false;
    give(radios);
    return (shared = true);
  };

  /* What the browser itself restored goes before an address, and an address before what was kept. */
  const restore = () => {
    if (matchMedia("(min-width:62rem)").matches) ask.open = true;
    if (find("[data-question] :checked") || follow()) return update();
    const [answers, ticked] = JSON.parse(stored() || '["",[]]');
    for (const tick of ticks) if (ticked.includes(tick.dataset.tick)) tick.checked = true;
    return give(read(kept, answers));
  };

  const copy = async (what, button) => {
    try {
      await navigator.clipboard.writeText(what);
      say("copied");
    } catch {
      prompt(button.textContent, what);
    }
  };

  const actions = {
    link: (button) => copy(here + "#" + written(kept), button),
    text: (button) => copy(brief(), button),
    print: () => print(),
    keep: () => say(keep() ? "kept" : "not"),
    forget: () => {
      localStorage.removeItem(key);
      find("[data-do=keep]").focus();
      say("forgotten");
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
