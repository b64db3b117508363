// Serves a built folder on this machine, under any path, as a plain web server would.

import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml",
};

/** Starts a server for `folder` under the path `base`; answers `{ url, close }`. */
export async function serve(folder, base = "/") {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const inside = path.startsWith(base) ? normalize(path.slice(base.length) || ".") : "..";
    const file = inside.startsWith("..") ? null : fileAt(join(folder, inside));
    const missing = fileAt(join(folder, "404.html"));
    response.statusCode = file ? 200 : 404;
    send(file ?? missing, response);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const url = `http://127.0.0.1:${server.address().port}${base}`;
  return { url, close: () => new Promise((done) => { server.closeAllConnections(); server.close(done); }) };
}

function fileAt(path) {
  if (!existsSync(path)) return null;
  return statSync(path).isDirectory() ? fileAt(join(path, "index.html")) : path;
}

function send(file, response) {
  if (!file) return response.end();
  response.setHeader("Content-Type", TYPES[extname(file)] ?? "application/octet-stream");
  response.setHeader("Cache-Control", "no-store");
  return createReadStream(file).pipe(response);
}
