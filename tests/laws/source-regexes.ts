import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import ts from "typescript";

const SOURCE = fileURLToPath(new URL("../../src", import.meta.url));
/** Modules that act when they are loaded. */
const ENTRIES: ReadonlySet<string> = new Set(["cli/bin.ts", "run/worker.ts"]);

/** A regular expression of the product. */
export interface SourceRegex {
  readonly source: string;
  readonly flags: string;
}

const files = readdirSync(SOURCE, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));

/** Every expression of `src/`: the literals as they are written, and what modules construct when they are loaded. */
export async function sourceRegexes(): Promise<SourceRegex[]> {
  const found = new Map<string, SourceRegex>();
  const add = (source: string, flags: string) => found.set(`/${source}/${flags}`, { source, flags });
  for (const literal of files.flatMap(literalsOf)) {
    const end = literal.lastIndexOf("/");
    add(literal.slice(1, end), literal.slice(end + 1));
  }
  for (const { source, flags } of await constructed()) add(source, flags);
  return [...found.values()];
}

function literalsOf(file: string): string[] {
  const literals: string[] = [];
  walk(file, (node) => {
    if (node.kind === ts.SyntaxKind.RegularExpressionLiteral) literals.push((node as ts.LiteralLikeNode).text);
  });
  return literals;
}

/** Where an expression is constructed inside a function, so that loading its module does not show it. */
export function constructedLater(): string[] {
  return files.flatMap((file) => {
    const places: string[] = [];
    walk(file, (node, insideFunction) => {
      const isRegExp = ts.isNewExpression(node) && node.expression.getText() === "RegExp";
      if (isRegExp && insideFunction) places.push(`${file}: ${node.getText()}`);
    });
    return places;
  });
}

/** Whether a function is handed on where it stands, as to `map`. */
function isArgument(node: ts.Node): boolean {
  return ts.isCallExpression(node.parent) && node.parent.expression !== node;
}

function walk(file: string, see: (node: ts.Node, insideFunction: boolean) => void): void {
  const text = readFileSync(join(SOURCE, file), "utf8");
  const visit = (node: ts.Node, insideFunction: boolean): void => {
    see(node, insideFunction);
    ts.forEachChild(node, (child) => visit(child, insideFunction || (ts.isFunctionLike(node) && !isArgument(node))));
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true), false);
}

/** Loads all modules anew and writes down what they hand to `RegExp`. */
async function constructed(): Promise<SourceRegex[]> {
  const made: RegExp[] = [];
  const original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(original, {
    construct(target, args: [string, string?], newTarget) {
      const regex = Reflect.construct(target, args, newTarget) as RegExp;
      made.push(regex);
      return regex;
    },
  });
  try {
    for (const file of files) if (!ENTRIES.has(file)) await import(pathToFileURL(join(SOURCE, file)).href);
  } finally {
    globalThis.RegExp = original;
  }
  return made.map(({ source, flags }) => ({ source, flags }));
}
