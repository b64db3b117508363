// A new site in an editor: the YAML language server that VS Code's extension uses completes, explains and checks by the
// program's own schemas, with the settings that `maklumat init` writes. PROGRAM is the program.

import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

const site = mkdtempSync(join(tmpdir(), "maklumat-editor-"));
execFileSync(process.env.PROGRAM, ["init", site], { stdio: "ignore" });
const settings = JSON.parse(readFileSync(join(site, ".vscode/settings.json"), "utf8"));

/** The settings of one section, `yaml` of `yaml.schemas`, as an editor sends them. */
const section = (name) => {
  const own = {};
  for (const [key, value] of Object.entries(settings)) {
    const [first, ...rest] = key.split(".");
    if (first !== name) continue;
    let at = own;
    for (const part of rest.slice(0, -1)) at = at[part] ??= {};
    at[rest.at(-1)] = value;
  }
  return { validate: true, hover: true, completion: true, ...own };
};

/** An editor over the server's standard input and output. */
class Editor {
  #server;
  #bytes = Buffer.alloc(0);
  #answers = new Map();
  #told = new Map();
  #next = 1;

  constructor() {
    const program = fileURLToPath(new URL("node_modules/yaml-language-server/bin/yaml-language-server", import.meta.url));
    this.#server = spawn(process.execPath, [program, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
    this.#server.stdout.on("data", (chunk) => this.#read(chunk));
  }

  #read(chunk) {
    this.#bytes = Buffer.concat([this.#bytes, chunk]);
    for (;;) {
      const head = this.#bytes.indexOf("\r\n\r\n");
      if (head < 0) return;
      const length = Number(/content-length: *(\d+)/i.exec(this.#bytes.subarray(0, head))[1]);
      const end = head + 4 + length;
      if (this.#bytes.length < end) return;
      const message = JSON.parse(this.#bytes.subarray(head + 4, end));
      this.#bytes = this.#bytes.subarray(end);
      this.#take(message);
    }
  }

  #take({ id, method, params, result, error }) {
    if (method === "workspace/configuration") {
      this.#send({ id, result: params.items.map((item) => section(item.section)) });
    } else if (method === "textDocument/publishDiagnostics") {
      this.#told.get(params.uri)?.(params.diagnostics);
    } else if (method && id !== undefined) {
      this.#send({ id, result: null });
    } else if (id !== undefined) {
      const { resolve, reject } = this.#answers.get(id);
      if (error) reject(new Error(error.message));
      else resolve(result);
    }
  }

  #send(message) {
    const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
    this.#server.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    this.#server.stdin.write(body);
  }

  ask(method, params) {
    const id = this.#next++;
    const answer = new Promise((resolve, reject) => this.#answers.set(id, { resolve, reject }));
    this.#send({ id, method, params });
    return answer;
  }

  tell(method, params) {
    this.#send({ method, params });
  }

  async start() {
    const folder = pathToFileURL(site).href;
    await this.ask("initialize", {
      processId: process.pid,
      rootUri: folder,
      workspaceFolders: [{ uri: folder, name: "situs" }],
      capabilities: {
        workspace: { configuration: true, workspaceFolders: true },
        textDocument: { completion: { completionItem: { snippetSupport: true } }, hover: {}, publishDiagnostics: {} },
      },
    });
    this.tell("initialized", {});
    this.tell("workspace/didChangeConfiguration", { settings: {} });
  }

  /** Opens a text as a file of the site and gives what is wrong with it; `|` is where the cursor stands. */
  async open(path, written) {
    const uri = pathToFileURL(join(site, path)).href;
    const at = written.indexOf("|");
    const text = at < 0 ? written : written.slice(0, at) + written.slice(at + 1);
    const before = text.slice(0, at).split("\n");
    const position = { line: before.length - 1, character: before.at(-1).length };
    const told = new Promise((resolve) => this.#told.set(uri, resolve));
    this.tell("textDocument/didOpen", { textDocument: { uri, languageId: "yaml", version: 1, text } });
    return { textDocument: { uri }, position, problems: await told };
  }

  async complete(path, written) {
    const { textDocument, position } = await this.open(path, written);
    const found = await this.ask("textDocument/completion", { textDocument, position });
    return (found.items ?? found).map((item) => item.label);
  }

  async hover(path, written) {
    const { textDocument, position } = await this.open(path, written);
    const { contents } = await this.ask("textDocument/hover", { textDocument, position });
    return contents.value ?? String(contents);
  }

  stop() {
    this.#server.kill();
  }
}

const editor = new Editor();
await editor.start();
after(() => {
  editor.stop();
  rmSync(site, { recursive: true });
});

test("keys are completed in both languages", async () => {
  const indonesian = await editor.complete("content/dinas-contoh/a.yaml", "judul: Contoh\nper|");
  assert.ok(indonesian.includes("persyaratan"), indonesian.join(" "));
  const english = await editor.complete("content/dinas-contoh/b.yaml", "title: Example\nreq|");
  assert.ok(english.includes("requirements"), english.join(" "));
  const agency = await editor.complete("content/dinas-contoh/agency.yaml", "nama: Dinas\njam|");
  assert.ok(agency.includes("jam_layanan"), agency.join(" "));
});

test("fixed values are completed in both languages", async () => {
  const found = await editor.complete("content/dinas-contoh/c.yaml", "judul: Contoh\nstatus: |");
  for (const word of ["aktif", "active", "dihentikan_sementara"]) assert.ok(found.includes(word), found.join(" "));
});

test("a key is explained in both languages", async () => {
  const text = await editor.hover("content/dinas-contoh/d.yaml", "ju|dul: Contoh\n");
  assert.match(text, /Nama layanan/);
  assert.match(text, /Name of the service/);
});

test("a wrong value and a wrong key are marked where they stand, right ones are not", async () => {
  const { problems } = await editor.open("content/dinas-contoh/e.yaml", "judul: Contoh\nstatus: salah\nringkassan: a\n");
  const lines = problems.map((problem) => problem.range.start.line).sort();
  assert.deepEqual([...new Set(lines)], [1, 2], JSON.stringify(problems));
  const right = await editor.open("content/dinas-contoh/f.yaml", "judul: Contoh\nstatus: aktif\nringkasan: a\n");
  assert.deepEqual(right.problems, []);
});
