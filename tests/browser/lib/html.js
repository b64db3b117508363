// The Nu HTML checker over whole folders, in one run of Java.

import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";

const JAR = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");

/** Everything that the checker calls an error in the HTML files of these folders. */
export function invalid(folders) {
  const run = spawnSync("java", ["-jar", JAR, "--stdout", "--format", "json", "--skip-non-html", "--exit-zero-always", ...folders], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (run.error) throw run.error;
  const start = run.stdout.indexOf("{");
  if (start < 0) throw new Error(`the checker said nothing: ${run.stderr}`);
  return JSON.parse(run.stdout.slice(start))
    .messages.filter(({ type }) => type === "error" || type === "non-document-error")
    .map(({ url, lastLine, firstColumn, message, extract }) => {
      const file = url?.startsWith("file:") ? relative(process.cwd(), fileURLToPath(url)) : url;
      return `${file}:${lastLine}:${firstColumn}: ${message} ${JSON.stringify(extract ?? "")}`;
    });
}
