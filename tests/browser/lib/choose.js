// Which pages are looked at: a run that is not full takes as few as have everything between them that pages have, so that
// a new kind of page, and a new part of one, is looked at without being named, and like pages are not.

/* Attributes of which each value is something else to look at. */
const STATES = ["role", "type", "data-verdict", "data-state", "data-bring", "data-range", "data-do"];

/** What there is in a page to go wrong: its kind and language, its elements with their classes and attributes. */
export function partsOf(page) {
  const found = new Set([`a page of the kind ${page.kind}`, `a page in ${page.lang}`]);
  for (const { name, attributes } of page.elements) {
    found.add(name);
    for (const one of (attributes.class ?? "").split(/\s+/).filter(Boolean)) found.add(`${name}.${one}`);
    for (const attribute of Object.keys(attributes)) found.add(`${name}[${attribute}]`);
    for (const state of STATES) if (attributes[state] !== undefined) found.add(`[${state}=${attributes[state]}]`);
  }
  return found;
}

/** Of `list` few that have between them every part that any has, those that are `sure` among them; all in a full run. */
export function fewest(list, { of = partsOf, sure = () => false, full = Boolean(process.env.FULL) } = {}) {
  if (full) return list;
  const parts = new Map(list.map((one) => [one, of(one)]));
  const left = new Set([...parts.values()].flatMap((own) => [...own]));
  const taken = new Set();
  const take = (one) => {
    taken.add(one);
    for (const part of parts.get(one)) left.delete(part);
  };
  for (const one of list.filter(sure)) take(one);
  while (left.size) {
    const news = (one) => [...parts.get(one)].filter((part) => left.has(part)).length;
    take(list.reduce((best, one) => (news(one) > news(best) ? one : best)));
  }
  return list.filter((one) => taken.has(one));
}
