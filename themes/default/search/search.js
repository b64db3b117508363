// Finds services as one types. The words of all services are loaded once, at the first letter; their services come in
// shards, of which only those are loaded that the words need. All are classic scripts, which also work from a folder.

const SHOWN = 8;
const WORDS_FOR_ONE = 4;

/* The words of what is typed, in small letters; a hyphen joins. */
export const fold = (text) =>
  text.toLowerCase().normalize("NFC").replace(/[-.'’‑]/g, "").match(/[\p{Alphabetic}\p{N}]+/gu) || [];

const pairs = (list) => list.split(" ").map((one) => one.split(">"));

/* What a word may be made of: with a prefix less, one or two suffixes less, or both; itself first. */
export const stems = (word, { prefixes, suffixes }) => {
  const ends = new Set([word]);
  for (const end of [word, ""]) {
    for (const one of end ? [end] : [...ends]) {
      for (const [suffix, instead = ""] of pairs(suffixes)) {
        const rest = one.slice(0, -suffix.length) + instead;
        if (one.endsWith(suffix) && rest.length > 3) ends.add(rest);
      }
    }
  }
  const all = new Set(ends);
  for (const end of ends) {
    for (const [prefix, instead = ""] of pairs(prefixes)) {
      const rest = end.slice(prefix.length);
      if (end.startsWith(prefix) && (!instead || /^[aeiou]/.test(rest)) && (instead + rest).length >= 3) all.add(instead + rest);
    }
  }
  return all;
};

/* The words of a vocabulary, which holds of each what the one before does not. */
export const unpack = (coded) => {
  let before = "";
  return coded.match(/[A-Z][^A-Z]*/g).map((one) => (before = before.slice(0, one.charCodeAt(0) - 65) + one.slice(1)));
};

/* How many letters must be put, taken, changed or exchanged to make one word the beginning of another, or all of it. */
export const distance = (typed, word, beginning) => {
  let [older, old, row] = [[], [], Array.from({ length: word.length + 1 }, (_, i) => i)];
  for (let i = 1; i <= typed.length; i++) {
    [older, old, row] = [old, row, [i]];
    for (let j = 1; j <= word.length; j++) {
      row[j] = Math.min(old[j] + 1, row[j - 1] + 1, old[j - 1] + (typed[i - 1] !== word[j - 1]));
      if (typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1]) row[j] = Math.min(row[j], older[j - 2] + 1);
    }
  }
  return beginning ? Math.min(...row) : row[word.length];
};

/* Which words of the vocabulary one typed word may mean: place → how surely, from 0 to 1. */
export const meant = (typed, words, affixes, last) => {
  const found = new Map();
  const add = (place, sure) => place >= 0 && found.set(place, Math.max(sure, found.get(place) || 0));
  const place = (word) => {
    let [low, high] = [0, words.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (words[middle] < word) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  if (words[place(typed)] === typed) add(place(typed), 1);
  for (const stem of stems(typed, affixes)) {
    // A prefix may have taken the first letter of the stem, not the others.
    const core = stem.slice(1);
    words.forEach((word, at) => word.includes(core) && word !== typed && stems(word, affixes).has(stem) && add(at, 0.8));
  }
  if (typed.length > (last ? 1 : 3)) {
    for (let at = place(typed); at < words.length && words[at].startsWith(typed); at++) {
      add(at, (last ? 0.9 : 0.6) * (typed.length / words[at].length) ** (last ? 0.15 : 0.5));
    }
  }
  if (!found.size && typed.length > 2) {
    const most = typed.length > 7 ? 2 : 1;
    words.forEach((word, at) => {
      // One of the first two letters is right, or the first was left out, put before, or exchanged with the second.
      if (word[0] !== typed[0] && word[1] !== typed[1] && word[0] !== typed[1] && word[1] !== typed[0]) return;
      const whole = Math.abs(word.length - typed.length) <= most;
      if (!whole && !(last && word.length > typed.length && typed.length > 3)) return;
      const far = distance(typed, word, !whole);
      if (far <= most) add(at, (whole ? 0.6 : 0.4) / far);
    });
  }
  const best = [...found].sort((a, b) => b[1] - a[1]);
  return new Map(best.slice(0, WORDS_FOR_ONE));
};

/* What each word of a question may mean. Two words may be one (`e ktp`), and one may be two (`aktekelahiran`). */
export const read = (question, words, affixes, ignored) => {
  let typed = fold(question);
  const told = typed.filter((word) => !ignored.includes(word));
  if (told.length) typed = told;
  const meanings = [];
  for (let i = 0; i < typed.length; i++) {
    const joined = i + 1 < typed.length && words.indexOf(typed[i] + typed[i + 1]);
    if (joined > -1 && joined !== false) {
      meanings.push(new Map([[joined, 1]]));
      i++;
      continue;
    }
    const last = i === typed.length - 1;
    const own = meant(typed[i], words, affixes, last);
    if (own.size || typed[i].length < 6) {
      meanings.push(own);
      continue;
    }
    let best = [];
    for (let at = 3; at < typed[i].length - 2; at++) {
      const two = [typed[i].slice(0, at), typed[i].slice(at)].map((half) => meant(half, words, affixes, false));
      const sure = Math.min(...two.map((half) => Math.max(0, ...half.values())));
      if (sure > (best.sure || 0)) best = Object.assign(two, { sure });
    }
    meanings.push(...best);
  }
  return meanings;
};

/* The best of what was found. `services` gives for a word its list of [link, what it is worth], the best first. */
export const rank = (meanings, services) => {
  const scores = new Map();
  for (const meaning of meanings) {
    const best = new Map();
    for (const [word, sure] of meaning) {
      const list = services(word);
      // What many say tells little.
      const rare = 1 / (1 + Math.log(list.length || 1));
      for (const [link, worth] of list) best.set(link, Math.max(sure * worth * rare, best.get(link) || 0));
    }
    for (const [link, score] of best) {
      const known = scores.get(link) || [0, 0];
      scores.set(link, [known[0] + score, known[1] + 1]);
    }
  }
  const worth = ([score, words]) => score * (words / meanings.length) ** 2;
  const all = [...scores].map(([link, score]) => [link, worth(score)]);
  return all.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, SHOWN).map(([link]) => link);
};

const start = () => {
  const form = document.querySelector("form[data-search]");
  if (!form) return;
  const field = form.querySelector("input");
  const list = form.querySelector("[role=listbox]");
  const status = form.querySelector("[role=status]");
  const { root, index, prefixes, suffixes, ignored, none, many, failed } = form.dataset;
  const affixes = { prefixes, suffixes };
  const types = window.trustedTypes;
  const policy = types && types.createPolicy("maklumat-search", { createScriptURL: (url) => url });
  const parts = new Map();
  const shards = new Map();
  let vocabulary;
  let again = "";
  let active = -1;

  window.maklumatSearch = (data) => {
    if (data.starts) vocabulary = { ...data, words: unpack(data.words) };
    else if (data.version === vocabulary.version) shards.set(data.number, data);
  };
  const load = (name) => {
    const url = root + index + name + ".js" + (vocabulary ? "?v=" + vocabulary.version : again);
    if (!parts.has(url)) {
      parts.set(url, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = policy ? policy.createScriptURL(url) : url;
        script.onload = resolve;
        script.onerror = () => (parts.delete(url), reject());
        document.head.append(script);
      }));
    }
    return parts.get(url);
  };
  const shard_of = (word) => vocabulary.starts.filter((start) => start <= word).length - 1;

  const close = () => {
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
    active = -1;
  };
  const choose = (place) => {
    const options = [...list.children];
    active = (place + options.length) % options.length;
    options.forEach((option, at) => option.setAttribute("aria-selected", at === active));
    field.setAttribute("aria-activedescendant", options[active].id);
    options[active].scrollIntoView({ block: "nearest" });
  };
  const show = (found) => {
    list.replaceChildren(...found.map(([title, beside, link], at) => {
      const option = document.createElement("li");
      Object.assign(option, { id: "hit-" + at, role: "option" });
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dataset.link = root + link;
      const place = document.createElement("span");
      place.textContent = beside;
      option.append(title, " ", place);
      return option;
    }));
    close();
    list.hidden = !found.length;
    field.setAttribute("aria-expanded", !!found.length);
    status.textContent = found.length ? many.replace("{n}", found.length) : none;
  };
  /* The site was built anew while the page stood open: words and shards of two builds do not fit. */
  const renew = () => {
    if (again) throw new Error("two builds");
    again = "?" + Date.now();
    vocabulary = undefined;
    parts.clear();
    shards.clear();
    return search();
  };
  const search = async () => {
    const question = field.value;
    if (fold(question).join("").length < 2) return close(), (status.textContent = "");
    try {
      if (!vocabulary) await load("kata");
      const meanings = read(question, vocabulary.words, affixes, ignored.split(" "));
      const words = meanings.flatMap((meaning) => [...meaning.keys()]);
      await Promise.all([...new Set(words.map(shard_of))].map((number) => load(number + 1)));
      if (question !== field.value) return;
      if (words.some((word) => !shards.has(shard_of(word)))) return renew();
      const known = new Map();
      const links = rank(meanings, (word) => {
        const data = shards.get(shard_of(word));
        const flat = data.words[word - vocabulary.starts[data.number]];
        const services = [];
        for (let i = 0; i < flat.length; i += 2) {
          const found = data.found[flat[i]];
          known.set(found[2], found);
          services.push([found[2], flat[i + 1]]);
        }
        return services;
      });
      show(links.map((link) => known.get(link)));
    } catch {
      close();
      status.textContent = failed;
    }
  };

  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id })) {
    field.setAttribute(name, value);
  }
  field.addEventListener("input", search);
  field.addEventListener("keydown", (event) => {
    const { key } = event;
    if (key === "Escape" && !list.hidden) close();
    else if ((key === "ArrowDown" || key === "ArrowUp") && !list.hidden) choose(active + (key === "ArrowDown" ? 1 : active < 0 ? 0 : -1));
    else return;
    event.preventDefault();
  });
  list.addEventListener("click", (event) => {
    const option = event.target.closest("li");
    if (option) location.href = option.dataset.link;
  });
  form.addEventListener("focusout", (event) => form.contains(event.relatedTarget) || close());
  list.addEventListener("mousedown", (event) => event.preventDefault());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (active > -1) location.href = list.children[active].dataset.link;
    else search();
  });
  const asked = new URLSearchParams(location.search).get("q");
  if (asked) {
    field.value = asked;
    search();
  }
};

if (typeof document === "object") start();
