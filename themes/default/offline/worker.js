// Keeps the site on the phone. A page comes from the network while there is one, and from a copy where there is none;
// whoever reads a copy is told so, with its day.
//
// A *copy* is the site as one build made it: every file is compared with the hash in that build's list before the copy
// is used at all. A page that came from a copy gets its pictures and data from the same copy, and a page that came from
// the network gets them from there: no page ever stands beside parts of another version.

/* `SAID` stands before this script: what a reader is told, by language, the content's own first. */
const LIST = "offline.json";
const MOST_VISITED = 60;

const scope = new URL("./", location.href).href;
// Several sites may share one origin; each keeps to the caches that carry its own path.
const own = "maklumat:" + new URL(scope).pathname;
const name = (of) => own + ":" + of;

/* Notes of the worker itself: which copy is whole, and which copy each open page came from. */
const notes = {
  at: (key) => scope + "?" + encodeURIComponent(key),
  async get(key) {
    const note = await (await caches.open(name("notes"))).match(notes.at(key));
    return note ? note.text() : null;
  },
  set: async (key, value) => (await caches.open(name("notes"))).put(notes.at(key), new Response(value)),
};

/* The file that an address asks for, without what does not name it. */
const file = (address) => {
  const url = new URL(address);
  if (url.pathname.endsWith("/")) url.pathname += "index.html";
  url.hash = url.search = "";
  return url.href;
};

const kept = (response, body, reader = "") =>
  new Response(body, {
    headers: {
      "content-type": response.headers.get("content-type") || "application/octet-stream",
      "x-kept": new Date().toISOString(),
      "x-reader": reader,
    },
  });

const hash = async (bytes) => {
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("").slice(0, 16);
};

/* Takes the copy of a list: what is the same in the copy before it comes from there, the rest over the network. */
const take = async (list, before) => {
  const into = await caches.open(name(list.version));
  const old = before && (await caches.open(name(before)));
  for (const [address, expected] of Object.entries(list.files)) {
    const url = new URL(address, scope).href;
    if (await into.match(url)) continue;
    const same = old && (await old.match(url));
    const bytes = same && (await same.clone().arrayBuffer());
    if (same && (await hash(bytes)) === expected) {
      await into.put(url, kept(same, bytes));
      continue;
    }
    const response = await fetch(url, { cache: "no-cache" });
    const fresh = await response.arrayBuffer();
    if (!response.ok || (await hash(fresh)) !== expected) throw new Error(address);
    await into.put(url, kept(response, fresh));
  }
};

/* Removes everything that this site keeps, and the worker. */
const leave = async () => {
  const all = await caches.keys();
  await Promise.all(all.filter((one) => one.startsWith(own + ":")).map((one) => caches.delete(one)));
  await registration.unregister();
};

/* Copies that neither new pages nor open ones need. */
const tidy = async (current) => {
  const used = new Set([name("notes"), name("visited"), name(current)]);
  const open = new Set((await clients.matchAll({ includeUncontrolled: true })).map((client) => client.id));
  const written = await caches.open(name("notes"));
  for (const request of await written.keys()) {
    const key = decodeURIComponent(new URL(request.url).search.slice(1));
    if (!key.startsWith("page ")) continue;
    if (open.has(key.slice(5))) used.add(name((await notes.get(key)).split(" ")[0]));
    else await written.delete(request);
  }
  const visited = await caches.open(name("visited"));
  const read = (await visited.keys()).filter((request) => !request.url.includes("?"));
  for (const { url } of read.slice(0, -MOST_VISITED)) await forget(visited, (one) => one === url || one.startsWith(url + "?"));
  for (const one of await caches.keys()) if (one.startsWith(own + ":") && !used.has(one)) await caches.delete(one);
};

/* Looks whether there is another build, and takes its copy. A site that is gone for good takes its worker along; a
   network that fails says nothing. */
let looking;
const look = () => (looking ||= update().catch(() => {}).finally(() => (looking = null)));
const update = async () => {
  const response = await fetch(new URL(LIST, scope), { cache: "no-cache" });
  if (response.status === 404 || response.status === 410) return leave();
  if (!response.ok) return;
  const list = await response.json();
  const before = await notes.get("copy");
  if (list.version === before) return tidy(before);
  if (navigator.connection && navigator.connection.saveData) return;
  await take(list, before);
  await notes.set("copy", list.version);
  await tidy(list.version);
};

/* Keeps a page that someone read, and under its own name the pictures and data that came with that very reading. */
const visit = async (response, page, reader, part) => {
  if (!response.ok || response.type !== "basic") return;
  const visited = await caches.open(name("visited"));
  const own = page + "?" + reader;
  const body = await response.arrayBuffer();
  await visited.put(part ? own + encodeURIComponent(part) : page, kept(response, body, reader));
  if (!part) await forget(visited, (one) => one.startsWith(page + "?") && !one.startsWith(own));
};

const forget = async (cache, which) => {
  for (const one of await cache.keys()) if (which(one.url)) await cache.delete(one);
};

/* The pages that were open before there was a worker. */
const first = async () => {
  const open = await clients.matchAll({ includeUncontrolled: true, type: "window" });
  const within = open.filter((client) => client.url.startsWith(scope));
  await Promise.all(within.map(async ({ url, id }) => visit(await fetch(url), file(url), id).catch(() => {})));
};

const speaks = (lang) => Object.keys(SAID).includes(lang);
const told = (lang) => (speaks(lang) ? SAID[lang] : Object.values(SAID)[0]);
const escape = (text) => text.replace(/[&<>"]/g, (sign) => "&#" + sign.charCodeAt(0) + ";");

/* A page of a copy, which says so. */
const dated = async (response) => {
  if (!/html/.test(response.headers.get("content-type"))) return response;
  const html = await response.text();
  const lang = (/<html[^>]*\slang="?([\w-]+)/.exec(html) || [])[1];
  const day = new Date(response.headers.get("x-kept")).toLocaleDateString(lang, { dateStyle: "long" });
  const notice = '<aside class="example" role="status"><p>' + escape(told(lang).copy.replace("{date}", day)) + "</p></aside>";
  return new Response(html.replace(/<header class="?masthead/, notice + "$&"), { headers: response.headers });
};

/* What stands for a page that nobody kept. */
const nothing = (url) => {
  const lang = url.slice(scope.length).split("/")[0];
  const said = told(lang);
  const in_language = speaks(lang) ? lang + "/index.html" : "index.html";
  return new Response(
    "<!doctype html><html lang=" + (speaks(lang) ? lang : Object.keys(SAID)[0]) + "><meta charset=utf-8>" +
      '<meta name=viewport content="width=device-width"><title>' + escape(said.title) + "</title><h1>" +
      escape(said.title) + "</h1><p>" + escape(said.text) + "<p><a href=" + JSON.stringify(scope + in_language) + ">" +
      escape(said.home) + "</a>",
    { status: 503, headers: { "content-type": "text/html" } },
  );
};

/* The page from the network; where that or the server fails, or says nothing for ten seconds, from the copy, else from what
   was visited. */
const page = async (event) => {
  const url = file(event.request.url);
  const online = fetch(event.request);
  // Also what comes too late for this reading is kept, and taken as news.
  const read = online.then((response) => response.clone());
  event.waitUntil(read.then((response) => Promise.all([visit(response, url, event.resultingClientId), look()])).catch(() => {}));
  const late = new Promise((resolve) => setTimeout(resolve, 10_000));
  const response = await Promise.race([online.catch(() => null), late]);
  if (response && response.status < 500) return response;
  const version = await notes.get("copy");
  for (const from of [version, "visited"]) {
    const cache = from && (await caches.open(name(from)));
    const found = cache && ((await cache.match(url)) || (await cache.match(url + ".html")));
    if (!found) continue;
    const reader = from === "visited" ? " " + found.headers.get("x-reader") : "";
    await notes.set("page " + event.resultingClientId, from + reader);
    return dated(found);
  }
  return online.catch(() => nothing(event.request.url));
};

/* A picture or data: from where its page came. */
const part = async (event) => {
  const url = event.request.url;
  const from = await notes.get("page " + event.clientId);
  const client = await clients.get(event.clientId);
  const of = client && file(client.url);
  if (from) {
    const [copy, reader] = from.split(" ");
    const cache = await caches.open(name(copy));
    const key = copy === "visited" ? of + "?" + reader + encodeURIComponent(url) : file(url);
    return (await cache.match(key)) || Response.error();
  }
  const response = await fetch(event.request);
  if (of) event.waitUntil(visit(response.clone(), of, event.clientId, url));
  return response;
};

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => {
  event.waitUntil(clients.claim());
  event.waitUntil(look());
  event.waitUntil(first());
});
addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(scope) || request.url.endsWith(LIST)) return;
  if (request.mode === "navigate") event.respondWith(page(event));
  else if (event.clientId) event.respondWith(part(event));
});
