import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const SOURCE = fileURLToPath(new URL("../../src", import.meta.url));

/** Which rooms a room may import from; itself is understood. `.` holds the files beside the rooms. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  text: [],
  scoring: [],
  html: ["text"],
  core: ["text"],
  rules: ["core", "text"],
  sources: ["core", "text"],
  decode: ["core", "text"],
  sinks: ["core", "text"],
  extract: ["core", "text", "html", "scoring"],
  segment: ["core", "text"],
  judge: ["core", "text", "scoring"],
  stages: ["core", "text", "rules", "judge"],
  learn: ["core", "text"],
  dedupe: ["core", "text"],
  ".": [
    "core",
    "text",
    "sources",
    "decode",
    "html",
    "extract",
    "segment",
    "rules",
    "judge",
    "stages",
    "learn",
    "dedupe",
  ],
  run: ["core", "text", "sources", "sinks", "decode", "learn", "dedupe", "."],
  cli: ["core", "text", "sources", "sinks", "learn", "run", "."],
};

interface Import {
  readonly from: string;
  readonly to: string;
}

const files = readdirSync(SOURCE, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
const imports = files.flatMap(importsOf);

function importsOf(file: string): Import[] {
  const code = readFileSync(join(SOURCE, file), "utf8");
  const specifiers = code.matchAll(/(?:from|import\()\s*"(\.[^"]+)"/g);
  return Array.from(specifiers, ([, target = ""]) => ({
    from: file,
    to: posix.normalize(relative(SOURCE, join(SOURCE, dirname(file), target))),
  }));
}

const roomOf = (file: string): string => (file.includes("/") ? file.slice(0, file.indexOf("/")) : ".");

it("sees the modules and their imports", () => {
  expect(files.length).toBeGreaterThan(80);
  expect(imports.length).toBeGreaterThan(200);
  for (const { to } of imports) expect(files).toContain(to);
});

it("knows every room", () => {
  expect(Object.keys(ALLOWED).sort()).toEqual([...new Set(files.map(roomOf))].sort());
});

it("lets no room import from where it may not", () => {
  const broken = imports.filter(
    ({ from, to }) => roomOf(from) !== roomOf(to) && !ALLOWED[roomOf(from)]?.includes(roomOf(to)),
  );
  expect(broken).toEqual([]);
});

it("has no cycles between modules", () => {
  const targets = Map.groupBy(imports, ({ from }) => from);
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) expect.fail(`cycle: ${[...path, file].join(" → ")}`);
    if (done.has(file)) return;
    for (const { to } of targets.get(file) ?? []) visit(to, [...path, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
});

it("prints and exits only in the cli room", () => {
  const loud = files.filter((file) => {
    const code = readFileSync(join(SOURCE, file), "utf8");
    return roomOf(file) !== "cli" && /\bconsole\.|process\.(?:exit|stdout|stderr)/.test(code);
  });
  expect(loud).toEqual([]);
});

it("has no barrel but the public one, and no room for leftovers", () => {
  expect(files.filter((file) => /(?:^|\/)index\.ts$/.test(file))).toEqual(["index.ts"]);
  expect(files.filter((file) => /(?:utils?|helpers?|common|manager|misc)\b/.test(file))).toEqual([]);
  for (const file of files) expect(readFileSync(join(SOURCE, file), "utf8"), file).not.toMatch(/export \* from/);
});
