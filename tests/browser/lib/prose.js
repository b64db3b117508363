// How hard the program's own sentences are: those of the theme, and the conditions that it makes of rules.

const words = (text) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}{]/u.test(word));

/** The sentences of a text; a question inside quotes ends none. */
export function sentences(text) {
  return text.replace(/\s+/g, " ").trim().split(/(?<=[.?!])\s+(?=[\p{Lu}“{])/u).filter(Boolean);
}

/** How many words a text has; a place to fill in is one. */
export function length(text) {
  return words(text).length;
}

/** The sentences among a theme's words: of two words or more, ended as sentences are. */
export function themeSentences(yaml) {
  return yaml.split("\n").flatMap((line) => {
    const value = /^[\w.]+: +("(?:[^"\\]|\\.)*"|[^"#].*?)\s*$/.exec(line)?.[1];
    if (!value) return [];
    const text = value.startsWith('"') ? JSON.parse(value) : value;
    return sentences(text).filter((sentence) => /[.?!:]$/.test(sentence) && length(sentence) > 1);
  });
}

/** The conditions and reasons of an open page, each wording that may show, once. */
export function conditions(page) {
  return page.evaluate(() => {
    const found = new Set();
    const put = (element) => found.add(element.textContent.replace(/\s+/g, " ").trim());
    for (const element of document.querySelectorAll(".if")) {
      const count = element.querySelectorAll("[data-because]").length;
      if (!count) put(element);
      for (let at = 0; at < count; at += 1) {
        const one = element.cloneNode(true);
        [...one.querySelectorAll("[data-because]")].forEach((because, other) => other !== at && because.remove());
        put(one);
      }
    }
    found.delete("");
    return [...found];
  });
}
