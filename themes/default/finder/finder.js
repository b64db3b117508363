// The script of a page that sorts services: it says how many stand where, hands the answers on to their pages, and keeps
// them on this device for the other pages of the site, if asked to. What shows, the styles decide.

/* Of each question for a number the first numbers of the bands that a page cuts: `usia=0,17` of `menikah usia=0,17`. */
export const bandsOf = (asks) =>
  new Map(asks.split(" ").filter(Boolean).map((one) => one.split("=")).map(([id, bands]) => [id, bands?.split(",")]));

/* The band of a page that holds another one, from `first` to below `next`; nothing where no single one does. */
export const band = (bands, first, next) => {
  const at = bands.findLastIndex((own) => Number(own) <= Number(first));
  const end = bands[at + 1];
  return end === undefined || (next !== undefined && Number(next) <= Number(end)) ? bands[at] : undefined;
};

/* Answers, as `[value, first of the next band]` by question, as the page that asks `asks` reads them in its address. */
export const handedOn = (answers, asks) => {
  const given = new URLSearchParams();
  for (const [id, bands] of bandsOf(asks)) {
    const [value, next] = answers[id] || [];
    const own = value !== undefined && bands ? band(bands, value, next) : value;
    if (own !== undefined) given.set(id, own);
  }
  return given.toString();
};

const start = () => {
  const find = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const form = find("form[data-checklist]");
  const said = form.dataset;
  const links = all("[data-asks]").map((link) => [link, link.getAttribute("href")]);
  const numbers = new Set(links.flatMap(([link]) => [...bandsOf(link.dataset.asks)].filter(([, bands]) => bands).map(([id]) => id)));
  const key = "maklumat:" + new URL(said.root || ".", location.href).pathname;
  let timer;

  /* The answers that may be handed on and kept, each question's values in order. */
  const asked = all("[data-question]:not([data-sensitive])").map((one) => [one.dataset.question, all('input:not([value="-"])', one)]);
  const answers = () => Object.fromEntries(asked.flatMap(([id, radios]) => {
    const at = radios.findIndex((one) => one.checked);
    const next = numbers.has(id) ? radios[at + 1]?.value : undefined;
    return at < 0 ? [] : [[id, [radios[at].value, next]]];
  }));

  /* What is kept on this device; nothing where the browser allows nothing. */
  const stored = (kept) => {
    try {
      if (kept) localStorage.setItem(key, kept);
      return localStorage.getItem(key);
    } catch {}
  };
  const before = () => {
    try {
      return JSON.parse(stored()) || {};
    } catch {
      return {};
    }
  };
  const inside = (radios, id, [value, next] = []) =>
    numbers.has(id) && value !== undefined ? band(radios.map((one) => one.value), value, next ?? undefined) : value;
  /* What other pages asked stays, and so does a finer answer that lies in this page's. */
  const keep = () => {
    const [kept, given] = [before(), answers()];
    for (const [id, radios] of asked) {
      if (!given[id]) delete kept[id];
      else if (inside(radios, id, kept[id]) !== given[id][0]) kept[id] = given[id];
    }
    return stored(JSON.stringify(kept));
  };

  const update = () => {
    const given = answers();
    for (const [link, href] of links) {
      const end = handedOn(given, link.dataset.asks);
      link.href = end ? `${href}#${end}` : href;
    }
    const kept = stored();
    find(".keeping").hidden = !kept && !Object.keys(given).length;
    find("[data-do=forget]").hidden = !kept;
  };

  const announce = () => {
    const shown = (one) => one.offsetHeight > 0;
    const parts = all("[data-sorted]").filter(shown);
    const left = all("[data-question]").filter((one) => shown(one) && !find(':checked:not([value="-"])', one)).length;
    const counts = parts.map((part) => `${all("li", part).filter(shown).length} ${part.dataset.short}`);
    find("#status").textContent = `${counts.join(", ")}. ${said.left.replace("{n}", left)}`;
  };

  const changed = () => {
    update();
    if (stored()) keep();
    clearTimeout(timer);
    timer = setTimeout(announce, 800);
  };

  /* What the browser itself restored goes before what was kept. */
  const restore = () => {
    const kept = before();
    if (!find("[data-question] :checked")) {
      for (const [id, radios] of asked) {
        const own = inside(radios, id, kept[id]);
        for (const radio of radios) radio.checked = radio.value === own;
      }
    }
    update();
  };

  const actions = {
    keep: () => (keep() ? said.kept : said.not),
    forget: () => {
      localStorage.removeItem(key);
      find("[data-do=keep]").focus();
      return said.forgotten;
    },
  };
  document.addEventListener("click", ({ target }) => {
    if (target.dataset.do) {
      find("#done").textContent = actions[target.dataset.do]();
      update();
    }
  });
  form.addEventListener("change", ({ target }) => {
    changed();
    // Touched, an answered question folds: where it began above the window, the next one would too.
    if (!target.matches(":focus-visible")) target.closest("fieldset").scrollIntoView({ block: "nearest" });
  });
  form.addEventListener("reset", () => setTimeout(changed));
  addEventListener("pageshow", update);
  restore();
};

if (typeof document !== "undefined") start();
