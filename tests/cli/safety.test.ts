import { spawnSync } from "node:child_process";
import { realpathSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { HOSTILE_PAGES } from "../../bench/hostile/hostile-pages.ts";
import { numbersFrom, paragraphs } from "../run/generated-corpus.ts";
import { folderWith, readRun } from "../run/written-run.ts";
import { BIN } from "./command.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const DENY = fileURLToPath(new URL("./deny-outside.ts", import.meta.url));
const [prose, other] = paragraphs(numbersFrom(51), 2);
const OUTSIDE = "http://127.0.0.1:9/x";

/** Pages that would have a browser load, connect, run or open something. */
const CALLING: Readonly<Record<string, string>> = {
  "scripts.html": `<script src="${OUTSIDE}.js"></script><script>fetch("${OUTSIDE}");document.write("x")</script>`,
  "resources.html": `<link rel=stylesheet href="${OUTSIDE}.css"><img src="${OUTSIDE}.png"><iframe src="${OUTSIDE}"></iframe>`,
  "plugins.html": `<object data="${OUTSIDE}"></object><embed src="${OUTSIDE}"><applet code="${OUTSIDE}"></applet>`,
  "events.html": `<img src=x onerror="new Image().src='${OUTSIDE}'"><svg onload="fetch('${OUTSIDE}')"></svg>`,
  "refresh.html": `<meta http-equiv=refresh content="0;url=${OUTSIDE}"><base href="${OUTSIDE}/">`,
  "frames.html": `<iframe srcdoc="<script>parent.fetch('${OUTSIDE}')</script>"></iframe><a ping="${OUTSIDE}" href=x>x</a>`,
  "entities.xhtml": `<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><p>&x;</p>`,
  "wasm.html": `<script type=module>import("${OUTSIDE}.mjs");new WebSocket("ws://127.0.0.1:9")</script>`,
};

function corpus(): Record<string, string> {
  const calling = Object.entries(CALLING).map(([name, head]) => [
    name,
    `${head}<article><p>${prose}<p>${other}</article>`,
  ]);
  const hostile = HOSTILE_PAGES.map(({ name, size, page }) => [`${name}.html`, page(Math.ceil(size / 1000))]);
  return Object.fromEntries([...calling, ...hostile, ["text.txt", `<script>fetch("${OUTSIDE}")</script>\n\n${prose}`]]);
}

/** Runs a program of ours with every way out shut, by Node's permission model and by a guard that tells. */
function shutIn(folder: string, args: readonly string[]) {
  const reads = [ROOT, folder, realpathSync(join(ROOT, "node_modules"))].map((path) => `--allow-fs-read=${path}`);
  const flags = [
    "--permission",
    ...reads,
    `--allow-fs-write=${join(folder, "out")}`,
    "--allow-worker",
    "--import",
    DENY,
  ];
  return spawnSync(process.execPath, [...flags, ...args], { cwd: folder, encoding: "utf8" });
}

it.each(["dehusk", "readability"])("cleans hostile pages with %s and touches nothing outside", (extractor) => {
  const files = corpus();
  const folder = realpathSync(
    folderWith({
      "out/.keep": "",
      ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`in/${name}`, text])),
    }),
  );
  const args = ["clean", "in", "--out", "out", "--extractor", extractor, "--workers", "2", "--no-dedupe", "--no-learn"];
  const { status, stderr } = shutIn(folder, [BIN, ...args]);
  expect(stderr.replaceAll(/^.*(?:PERM0006|trace-warnings).*\n/gm, "")).toBe("");
  expect([0, 1]).toContain(status);
  const { summary, documents } = readRun(join(folder, "out"));
  expect(summary.inputs).toBe(Object.keys(files).length);
  for (const name of Object.keys(CALLING).filter((file) => file !== "entities.xhtml"))
    expect(documents.find(({ source }) => source.path === name)?.text).toContain(prose!.slice(0, 60));
  expect(JSON.stringify(documents)).not.toContain("root:");
});

it("would tell of a way out", () => {
  const folder = realpathSync(folderWith({ "out/.keep": "" }));
  const code = 'import { connect } from "node:net"; try { connect(9, "127.0.0.1"); } catch {} process.exit(7);';
  const { status, stderr } = shutIn(folder, ["--input-type=module", "--eval", code]);
  expect(stderr).toContain("DENIED connect");
  expect(status).toBe(7);
});
