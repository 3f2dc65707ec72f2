import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const LIBRARY = new URL("../src/index.ts", import.meta.url).href;
const page = readFileSync(new URL("../docs/library.md", import.meta.url), "utf8");
const snippets = Array.from(page.matchAll(/^```js\n(.*?)^```/gms), ([, code = ""]) => code);

const MARK = "=== next";

/** What each snippet prints, in one process of their own, with the present library in place of the installed one. */
function runAll(): string[] {
  const modules = snippets.map((code) => code.replaceAll('from "dehusk"', `from ${JSON.stringify(LIBRARY)}`));
  const program = `for (const code of ${JSON.stringify(modules)}) {
    await import(\`data:text/javascript,\${encodeURIComponent(code)}\`);
    console.log(${JSON.stringify(MARK)});
  }`;
  const args = ["--input-type=module", "--eval", program];
  return execFileSync(process.execPath, args, { cwd: ROOT, encoding: "utf8" }).split(`${MARK}\n`);
}

it("has snippets to run", () => {
  expect(snippets.length).toBeGreaterThanOrEqual(4);
});

it("prints what the snippets say", () => {
  const printed = runAll();
  for (const [i, code] of snippets.entries()) {
    const said = Array.from(code.matchAll(/^ *console\.log\(.*\); \/\/ (.*)$/gm), ([, text]) => text);
    const lines = printed[i]!.split("\n").filter(Boolean);
    expect(lines.length).toBeGreaterThan(0);
    for (const text of said) expect(lines).toContain(text);
  }
});
