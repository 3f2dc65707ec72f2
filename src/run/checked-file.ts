import { readFileSync } from "node:fs";
import { LineCounter, parseDocument, type Document as YamlDocument } from "yaml";
import type { ZodType } from "zod";
import { UsageError } from "../core/usage-error.ts";

/** What is wrong with the value in a file: keys and indices from the top, and words. */
export interface Fault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** Faults that are named; a person mends some and tries again. */
const MOST_FAULTS = 5;

/**
 * Reads a file that a person has written, JSON or (as its name says) YAML, and checks it.
 *
 * @throws {UsageError} with the first faults, each with its file, line and column, when the file cannot be read or parsed
 * or is not what the schema and then `check` ask for.
 */
export function readChecked<Value>(
  file: string,
  schema: ZodType,
  check: (value: Value) => Iterable<Fault> = () => [],
): Value {
  const source = new Source(file, readText(file));
  const value = source.parse();
  const { data, error } = schema.safeParse(value);
  const faults = error ? error.issues.flatMap(faultsOf) : [...check(data as Value)];
  if (faults.length === 0) return data as Value;
  throw new UsageError(
    faults
      .slice(0, MOST_FAULTS)
      .map(({ path, message }) => `${source.placeOf(path)}: ${sayPath(path)}: ${message}`)
      .join("; "),
  );
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8").replace(/^\ufeff/, "");
  } catch (error) {
    throw new UsageError(`${file}: ${(error as Error).message}`);
  }
}

type Issue = NonNullable<ReturnType<ZodType["safeParse"]>["error"]>["issues"][number];

/** A key that nobody knows is itself the place, not the object around it. */
function faultsOf(issue: Issue): Fault[] {
  if (issue.code !== "unrecognized_keys") return [issue];
  return issue.keys.map((key) => ({ path: [...issue.path, key], message: "there is no such key" }));
}

/** `sites["news.example"].body`, as one would write it in code. */
function sayPath(path: readonly PropertyKey[]): string {
  const keys = path.map((key) => (typeof key === "number" ? `[${key}]` : sayKey(String(key))));
  return keys.length === 0 ? "the whole" : keys.join("").replace(/^\./, "");
}

const sayKey = (key: string): string => (/^[a-z$]\w*$/i.test(key) ? `.${key}` : `["${key}"]`);

/** A file's text with the places of what is in it: lines and columns, both from 1. JSON is read as the YAML it also is. */
class Source {
  private readonly file: string;
  private readonly text: string;
  private readonly counter = new LineCounter();
  private readonly document: YamlDocument;

  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
    this.document = parseDocument(text, { lineCounter: this.counter, prettyErrors: false, version: "1.2" });
  }

  /** @throws {UsageError} where the text is neither. */
  parse(): unknown {
    return /\.ya?ml$/i.test(this.file) ? this.parseYaml() : this.parseJson();
  }

  private parseYaml(): unknown {
    const [error] = this.document.errors;
    if (error) throw new UsageError(`${this.place(error.pos[0])}: ${error.message}`);
    try {
      return this.document.toJS();
    } catch (cause) {
      // Aliases could make much of little; the library stops at a hundred.
      throw new UsageError(`${this.file}: ${(cause as Error).message}`);
    }
  }

  private parseJson(): unknown {
    try {
      return JSON.parse(this.text);
    } catch (error) {
      const { message } = error as Error;
      const found = /\(line (\d+) column (\d+)\)/.exec(message);
      const place = found ? `${this.file}:${found[1]}:${found[2]}` : this.place(this.text.length);
      throw new UsageError(`${place}: is no JSON: ${message}`);
    }
  }

  /** The place of what a path leads to, or where it is missing, of what it should be in. */
  placeOf(path: readonly PropertyKey[]): string {
    for (let depth = path.length; depth > 0; depth--) {
      const node = this.document.getIn(path.slice(0, depth), true) as
        | { readonly range?: readonly number[] }
        | undefined;
      if (node?.range) return this.place(node.range[0]!);
    }
    return this.place(0);
  }

  private place(offset: number): string {
    const { line, col } = this.counter.linePos(offset);
    return `${this.file}:${line}:${col}`;
  }
}
