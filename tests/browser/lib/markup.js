// Reads a page's elements and attributes as a browser would, minified or not, without a browser.

const RAW = new Set(["script", "style", "textarea", "title"]);
const NAMED = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };

/** The text with its character references read. */
export function decode(text) {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));?/gi, (whole, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(parseInt(hex, 16));
    if (decimal) return String.fromCodePoint(Number(decimal));
    return NAMED[name.toLowerCase()] ?? whole;
  });
}

/** All elements in their order: `{ name, attributes, content, offset }`; `content` only for raw text elements. */
export function elements(html) {
  const found = [];
  const tag = /<!--[\s\S]*?-->|<!doctype[^>]*>|<\/[a-z][^>]*>|<([a-z][a-z0-9-]*)((?:\s+|\/|[^\s"'>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)\s*>/gi;
  for (let match = tag.exec(html); match; match = tag.exec(html)) {
    if (!match[1]) continue;
    const element = { name: match[1].toLowerCase(), attributes: attributes(match[2]), offset: match.index };
    if (RAW.has(element.name)) {
      const close = html.toLowerCase().indexOf(`</${element.name}`, tag.lastIndex);
      const end = close < 0 ? html.length : close;
      element.content = html.slice(tag.lastIndex, end);
      tag.lastIndex = end;
    }
    found.push(element);
  }
  return found;
}

function attributes(text) {
  const found = {};
  for (const [, name, , double, single, bare] of text.matchAll(
    /([^\s"'>/=]+)(\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g,
  )) {
    found[name.toLowerCase()] ??= decode(double ?? single ?? bare ?? "");
  }
  return found;
}
