// How the web editor reads and writes a file of the site: `read` makes what the forms show, `write` puts back what was
// changed.
//
// Every value is the text that stands in the file, so nothing is retyped. Short forms, the other language of keys, and
// what no form shows stay as they are written, comments too. `write` gives back the very text where nothing differs; else
// the blanks and line breaks of the whole file may become others, its content only where the form differs. The original
// travels with the entry as `asal`.

/* What holds the rest of the form, below the parts of the standard. */
const MORE = "lanjutan";
/* The keys that are known to be missing. */
const NOTHING = "belum_ada";
/* The doubts that an import left, each a comment of its own line. */
const DOUBTS = "keraguan";
const DOUBT = /^[ \t]*#[ \t]*(?:RAGU|DOUBT):[ \t]*(.*?)[ \t]*$/;
/* What the form does not show: the text that was read, and the place of an item in it. */
const ORIGIN = "asal";
const PLACE = "_no";
/* The name of a value whose name the author chooses, and a value that is no record. */
const NAME = "_nama";
const VALUE = "_isi";

/** Reading and writing with `yaml`, the library of that name. */
export function editing(YAML) {
  /* What the form shows of a file. */
  function read(text, form) {
    const { head, body } = parts(plainly(text), form);
    const shown = show(parsed(head).contents, form) ?? {};
    if (form.body && body.trim()) shown[form.body] = body.trim();
    const doubts = head.split("\n").flatMap((line) => DOUBT.exec(line)?.[1] ?? []);
    return { ...grouped(shown, form), ...(doubts.length && { [DOUBTS]: doubts }), [ORIGIN]: text };
  }

  /* Takes away the lines of doubts that are no longer in the form. */
  function settled(yaml, doubts) {
    const left = [...doubts];
    const stays = (line) => {
      const doubt = DOUBT.exec(line)?.[1];
      if (doubt === undefined) return true;
      const at = left.indexOf(doubt);
      return at >= 0 && left.splice(at, 1).length > 0;
    };
    return yaml.split("\n").filter(stays).join("\n");
  }

  /* The text of a file, from what stands in the form. */
  function write(content, form) {
    const written = typeof content[ORIGIN] === "string" ? content[ORIGIN] : "";
    return like(written, edited(plainly(written), content, form));
  }

  /* The text without a mark of its encoding, and with the line ends of Unix. */
  const plainly = (text) => text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");

  /* A text with the mark and the line ends of the one that it replaces; that very one where nothing else differs. */
  function like(before, text) {
    if (text === plainly(before)) return before;
    const mark = before.startsWith("\uFEFF") ? "\uFEFF" : "";
    return mark + (/^[^\n]*\r\n/.test(before) ? text.replace(/\n/g, "\r\n") : text);
  }

  /* What stands in the form, put into the text that was read. */
  function edited(origin, content, form) {
    const { head, body } = parts(origin, form);
    const { [DOUBTS]: doubts = [], ...value } = flat(content, form);
    const words = form.body ? (value[form.body] ?? "") : "";
    if (form.body) delete value[form.body];
    const document = parsed(head);
    const before = clean(show(document.contents, form)) ?? {};
    const same = equal(bare(before), bare(value)) && equal(missing(document.contents, form), value[NOTHING] ?? []);
    const text = same && origin ? head : undefined;
    if (!same) {
      const nothing = value[NOTHING] ?? [];
      delete value[NOTHING];
      document.contents = put(document.contents, form, value) ?? new YAML.YAMLMap();
      if (form.as === "record") leave(document.contents, form, value, nothing);
    }
    const yaml = settled(text ?? document.toString({ lineWidth: 0, flowCollectionPadding: false, indentSeq: indented(head) }), doubts);
    if (yaml === head && origin && words === body.trim()) return origin;
    if (!form.body) return yaml;
    return `---\n${yaml.trimEnd()}\n---\n${words === body.trim() && origin ? body : `\n${words}\n`}`;
  }

  /* Whether the items of lists stand further in than their key. */
  function indented(yaml) {
    const items = (more) => new RegExp(`^( *)[^\\s#-][^\\n]*:[ \\t]*(?:#[^\\n]*)?\\n(?:[ \\t]*(?:#[^\\n]*)?\\n)*\\1${more}- `, "m").test(yaml);
    return items(" +") || !items("");
  }

  /* The YAML of a file, and what stands below it in Markdown. */
  function parts(text, form) {
    if (!form.body) return { head: text, body: "" };
    const found = /^---[ \t]*\n([\s\S]*?\n)??---[ \t]*(?:\n([\s\S]*))?$/.exec(text);
    return found ? { head: found[1] ?? "", body: found[2] ?? "" } : { head: "", body: text };
  }

  /* Every scalar a text. What cannot be read is no entry, rather than half of one. */
  function parsed(text) {
    const document = YAML.parseDocument(text, { schema: "failsafe", keepSourceTokens: false });
    if (document.errors.length) throw document.errors[0];
    return document;
  }

  /* The rest of a form in its own group, and the keys that are known to be missing. */
  function grouped(shown, form) {
    if (form.as !== "record") return { [form.name]: shown };
    const top = {};
    const rest = {};
    for (const { key, more } of form.fields) {
      if (key in shown) (more ? rest : top)[key] = shown[key];
    }
    if (form.body && form.body in shown) rest[form.body] = shown[form.body];
    if (shown[NOTHING]) rest[NOTHING] = shown[NOTHING];
    return Object.keys(rest).length ? { ...top, [MORE]: rest } : top;
  }

  /* What stands in the form, as the file has it. */
  function flat(content, form) {
    if (form.as !== "record") return clean(content[form.name]) ?? [];
    const { [MORE]: rest, [ORIGIN]: _, ...top } = content;
    return clean({ ...top, ...rest }) ?? {};
  }

  /* A value without what is empty; nothing if all of it is. The place of an item alone is nothing. */
  function clean(value) {
    if (value === "" || value === null || value === undefined) return undefined;
    if (Array.isArray(value)) {
      const items = value.map(clean).filter((item) => item !== undefined);
      return items.length ? items : undefined;
    }
    if (typeof value === "object") {
      const pairs = Object.entries(value).map(([key, inner]) => [key, clean(inner)]);
      const kept = pairs.filter(([, inner]) => inner !== undefined);
      return kept.some(([key]) => key !== PLACE) ? Object.fromEntries(kept) : undefined;
    }
    return typeof value === "string" ? value : String(value);
  }

  function bare({ [NOTHING]: _, ...value }) {
    return value;
  }

  function equal(a, b) {
    if (a === b) return true;
    if (typeof a !== "object" || typeof b !== "object" || !a || !b || Array.isArray(a) !== Array.isArray(b)) return false;
    const keys = Object.keys(a);
    return keys.length === Object.keys(b).length && keys.every((key) => key in b && equal(a[key], b[key]));
  }

  const kind = (node) => (YAML.isMap(node) ? "map" : YAML.isSeq(node) ? "list" : YAML.isScalar(node) ? "value" : "none");

  /* Whether a node says that nothing is there. */
  const isNothing = (node) => kind(node) === "none" || (kind(node) === "value" && node.type === "PLAIN" && /^(|~|null|Null|NULL)$/.test(node.source ?? node.value ?? ""));

  const word = (node) => (kind(node) === "value" && !isNothing(node) ? String(node.value) : undefined);

  /* The pair of a field, whichever of its two keys is written. */
  const pairOf = (map, { key, other }) => map.items.find((pair) => [key, other].includes(String(pair.key?.value)));

  /* What a form shows of a node; nothing where it cannot show it. */
  function show(node, form) {
    if (isNothing(node)) return undefined;
    switch (form.as) {
      case "record":
        return showRecord(node, form);
      case "list":
        return kind(node) === "list" ? node.items.map((item, at) => placed(show(item, form.of), at)).filter((item) => item !== undefined) : undefined;
      case "rows":
        if (kind(node) !== "list") return [placed(show(node, form.of), 0)].filter((row) => row !== undefined);
        return show(node, { ...form, as: "list" });
      case "lines":
        return kind(node) === "list" ? node.items.map(word).filter((line) => line !== undefined) : word(node) && [word(node)];
      case "named":
        return kind(node) === "map" ? node.items.map((pair, at) => placed(showNamed(pair, form.of), at)) : undefined;
      case "rule":
        return kind(node) === "value" ? word(node) : YAML.stringify(plain(node), { collectionStyle: "flow", lineWidth: 0 }).trim();
      case "choice":
        return form.words.find((words) => words.includes(word(node)?.toLowerCase()))?.[0] ?? word(node);
      default:
        return word(node);
    }
  }

  function showRecord(node, form) {
    if (kind(node) === "value") return form.short && { [form.short]: word(node) };
    if (kind(node) !== "map") return undefined;
    const shown = {};
    for (const field of form.fields) {
      const value = show(pairOf(node, field)?.value, field.form);
      if (value !== undefined) shown[field.key] = value;
    }
    if (form.top) {
      const nothing = missing(node, form);
      if (nothing.length) shown[NOTHING] = nothing;
    }
    return shown;
  }

  function showNamed(pair, of) {
    const value = show(pair.value, of);
    const inner = of.as === "record" ? value : { [VALUE]: value };
    return clean({ [NAME]: String(pair.key.value), ...inner });
  }

  /* An item with its place, by which it is found again. */
  const placed = (item, at) => (typeof item === "object" && item !== null && !Array.isArray(item) ? { ...item, [PLACE]: String(at) } : item);

  /* The keys of a mapping whose value is nothing. */
  function missing(node, form) {
    if (kind(node) !== "map" || form.as !== "record") return [];
    const nothing = form.fields.filter((field) => {
      const pair = pairOf(node, field);
      return pair && isNothing(pair.value);
    });
    return nothing.map(({ key }) => key);
  }

  /* A node as plain data, every scalar a text. */
  function plain(node) {
    switch (kind(node)) {
      case "map":
        return Object.fromEntries(node.items.map((pair) => [String(pair.key.value), plain(pair.value)]));
      case "list":
        return node.items.map(plain);
      default:
        return isNothing(node) ? null : String(node.value);
    }
  }

  /* The node for a value: the one that is there where it says the same. */
  function put(node, form, value) {
    if (equal(clean(show(node, form)), value)) return node;
    if (value === undefined) return show(node, form) === undefined ? node : undefined;
    switch (form.as) {
      case "record":
        return putRecord(node, form, value);
      case "list":
        return putList(node, form.of, value);
      case "rows":
        return putRows(node, form.of, value);
      case "lines":
        return value.length === 1 && kind(node) !== "list" ? scalar(node, form, value[0]) : putList(node, { as: "text" }, value);
      case "named":
        return putNamed(node, form.of, value);
      case "rule":
        return putRule(node, form, value);
      default:
        return scalar(node, form, value);
    }
  }

  function putRecord(node, form, value) {
    const { [PLACE]: _, ...values } = value;
    const keys = Object.keys(values);
    if (form.short && keys.length === 1 && keys[0] === form.short && (form.brief || kind(node) === "value")) {
      return scalar(node, { as: "text" }, values[form.short]);
    }
    const map = kind(node) === "map" ? node : new YAML.YAMLMap();
    if (kind(node) === "value" && !isNothing(node)) map.items.push(new YAML.Pair(new YAML.Scalar(form.short), node));
    form.fields.forEach((field, at) => {
      const pair = pairOf(map, field);
      const made = put(pair?.value, field.form, values[field.key]);
      if (pair && made === undefined) map.items.splice(map.items.indexOf(pair), 1);
      else if (pair) pair.value = made;
      else if (made !== undefined) insert(map, form, at, made);
    });
    return map;
  }

  /* A new pair stands before the first that comes after it in the form's order. */
  function insert(map, form, at, made) {
    const later = form.fields.slice(at + 1).map((field) => pairOf(map, field));
    const before = map.items.findIndex((pair) => later.includes(pair));
    const pair = new YAML.Pair(new YAML.Scalar(form.fields[at].key), made);
    map.items.splice(before < 0 ? map.items.length : before, 0, pair);
  }

  /* Items are found by their place, texts by what they say; what no form shows stays where it was. */
  function putList(node, of, values) {
    const list = kind(node) === "list" ? node : new YAML.YAMLSeq();
    const old = [...list.items];
    const shown = old.map((item, at) => clean(placed(show(item, of), at)));
    const taken = new Set();
    const find = (value) => {
      const at = typeof value === "object" ? (value[PLACE] === undefined ? -1 : Number(value[PLACE])) : shown.findIndex((one, at) => one === value && !taken.has(at));
      return at in old && !taken.has(at) ? (taken.add(at), at) : -1;
    };
    const made = values.map((value) => {
      const at = find(value);
      const { [PLACE]: _, ...rest } = typeof value === "object" ? value : {};
      const inner = typeof value === "object" ? rest : value;
      return put(at < 0 ? undefined : old[at], of, inner);
    });
    shown.forEach((one, at) => {
      if (one === undefined) made.splice(Math.min(at, made.length), 0, old[at]);
    });
    // What is noted above the first item is noted above the list; it goes where the item goes.
    if (list.commentBefore && made[0] !== old[0] && old[0]) {
      old[0].commentBefore = list.commentBefore;
      delete list.commentBefore;
    }
    list.items = made;
    return list;
  }

  function putRows(node, of, values) {
    if (kind(node) === "list" || isNothing(node)) return putList(node, of, values);
    const list = new YAML.YAMLSeq();
    list.items.push(node);
    const made = putList(list, of, values);
    return made.items.length === 1 ? made.items[0] : made;
  }

  function putNamed(node, of, values) {
    const map = kind(node) === "map" ? node : new YAML.YAMLMap();
    const old = [...map.items];
    map.items = values.map(({ [NAME]: name = "", [PLACE]: at, ...rest }) => {
      const pair = old[at] ?? new YAML.Pair(new YAML.Scalar(name), null);
      if (old[at]) delete old[at];
      if (String(pair.key.value) !== name) pair.key = scalar(pair.key, { as: "plain" }, name);
      pair.value = put(pair.value ?? undefined, of, of.as === "record" ? rest : rest[VALUE]) ?? bareNull();
      return pair;
    });
    return map;
  }

  /* A rule is written as a sentence, or as a mapping in braces. */
  function putRule(node, form, value) {
    if (/^[{[]/.test(value)) {
      const document = YAML.parseDocument(value, { schema: "failsafe" });
      if (!document.errors.length) return document.contents;
    }
    return scalar(node, form, value);
  }

  /* A text as it was quoted before, in quotes where YAML would read something else without. */
  function scalar(node, form, value) {
    const made = kind(node) === "value" ? node : new YAML.Scalar(value);
    made.value = value;
    delete made.source;
    if (value.includes("\n")) made.type = "BLOCK_LITERAL";
    else if (!/^QUOTE/.test(made.type ?? "")) made.type = form.as !== "plain" && retyped(value) ? "QUOTE_DOUBLE" : "PLAIN";
    return made;
  }

  /* Whether other programs would make something else of a bare text. */
  function retyped(value) {
    try {
      return typeof YAML.parse(value, { logLevel: "silent" }) !== "string";
    } catch {
      return false;
    }
  }

  /* Writes what is known to be missing, and takes away what no longer is. */
  function leave(map, form, value, nothing) {
    form.fields.forEach((field, at) => {
      const pair = pairOf(map, field);
      const empty = !pair || isNothing(pair.value);
      if (nothing.includes(field.key) && !pair) insert(map, form, at, bareNull());
      else if (pair && empty && !nothing.includes(field.key) && value[field.key] === undefined) map.items.splice(map.items.indexOf(pair), 1);
    });
  }

  function bareNull() {
    const made = new YAML.Scalar("null");
    made.type = "PLAIN";
    made.source = "null";
    return made;
  }

  return { read, write };
}
