import { readFileSync } from "node:fs";
import { LineCounter, parseDocument, type Document as YamlDocument } from "yaml";
import { profileSchema } from "../core/schemas.ts";
import { foldTemplate } from "../learn/line-template.ts";
import type { Profile } from "../learn/profile.ts";
import { UsageError } from "./usage-error.ts";

type Path = readonly PropertyKey[];

/** Something wrong with a profile, and where. */
interface Fault {
  readonly path: Path;
  readonly message: string;
}

/** Faults that are named; a person mends one and tries again. */
const MOST_FAULTS = 5;

/**
 * Reads and checks a profile in YAML or JSON.
 *
 * @throws {UsageError} which names file, line and column, when it cannot be read or says what no profile may say.
 */
export function readProfile(file: string): Profile {
  const counter = new LineCounter();
  const document = parseDocument(readText(file), { lineCounter: counter, prettyErrors: false, version: "1.2" });
  const place = (offset: number): string => {
    const { line, col } = counter.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  const [error] = document.errors;
  if (error) throw new UsageError(`${place(error.pos[0])}: ${error.message}`);
  const value = toValue(document, file);
  const faults = faultsOf(value).slice(0, MOST_FAULTS);
  if (faults.length === 0) return value as Profile;
  throw new UsageError(
    faults.map(({ path, message }) => `${place(offsetOf(document, path))}: ${sayPath(path)}${message}`).join("; "),
  );
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8").replace(/^\ufeff/, "");
  } catch (error) {
    throw new UsageError(`${file}: ${(error as Error).message}`);
  }
}

/** Aliases could make much of little; the library stops at a hundred. */
function toValue(document: YamlDocument, file: string): unknown {
  try {
    return document.toJS();
  } catch (error) {
    throw new UsageError(`${file}: ${(error as Error).message}`);
  }
}

function faultsOf(value: unknown): Fault[] {
  const { data, error } = profileSchema.safeParse(value);
  if (error)
    return error.issues.map((issue) => {
      const [key] = issue.code === "unrecognized_keys" ? issue.keys : [];
      return { path: key === undefined ? issue.path : [...issue.path, key], message: issue.message };
    });
  return Object.entries((data as Profile).sources).flatMap(([source, { lines }]) =>
    lines.flatMap(({ line }, i) => {
      const fault = templateFault(line);
      return fault === undefined ? [] : [{ path: ["sources", source, "lines", i, "line"], message: fault }];
    }),
  );
}

function templateFault(line: string): string | undefined {
  const template = foldTemplate(line);
  if (template === "") return "has no word that could be found again";
  const slots = template.split(" ").filter((word) => word === "{}").length;
  if (slots > 1 || (slots === 1 && !/^\{\} | \{\}$/.test(template))) return "may have {} only once, at one end";
  return undefined;
}

/** Where a value stands, or where one is missing, what it should be in. */
function offsetOf(document: YamlDocument, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true) as { readonly range?: readonly number[] } | undefined;
    if (node?.range) return node.range[0]!;
  }
  return 0;
}

function sayPath(path: Path): string {
  return path.length === 0 ? "" : `${path.map(String).join(".")}: `;
}
