/** A field of what is written: where it goes and what of the record stands there, both as keys from the top. */
export interface SelectedField {
  readonly name: readonly string[];
  readonly path: readonly string[];
}

/** As it is written on a command line: `url=source.url`. */
export function sayField({ name, path }: SelectedField): string {
  const [written, read] = [name.join("."), path.join(".")];
  return written === read ? written : `${written}=${read}`;
}

type Values = Readonly<Record<string, unknown>>;

/** An object that is to be written: its parts by name. */
interface Branch {
  readonly parts: Map<string, Branch | readonly string[]>;
}

/**
 * Makes records into what is written of them. A field at the top is always there, `null` where a record has none, so that
 * tables have the same columns in every line; inside an object unknown things are left out.
 */
export class FieldSelector {
  private readonly root: Branch = { parts: new Map() };

  constructor(fields: readonly SelectedField[]) {
    for (const { name, path } of fields) this.plant(name, path);
  }

  select(record: object): Values {
    return this.grow(this.root, record as Values, true);
  }

  /** The line of a record that stands in `line`, as bytes. */
  selectLine(line: Uint8Array): Uint8Array {
    const record = JSON.parse(Buffer.from(line.buffer, line.byteOffset, line.length).toString()) as object;
    return Buffer.from(`${JSON.stringify(this.select(record))}\n`);
  }

  private plant(name: readonly string[], path: readonly string[]): void {
    let { parts } = this.root;
    for (const key of name.slice(0, -1)) {
      const branch = (parts.get(key) as Branch | undefined) ?? { parts: new Map() };
      parts.set(key, branch);
      parts = branch.parts;
    }
    parts.set(name.at(-1)!, path);
  }

  private grow({ parts }: Branch, record: Values, isTop: boolean): Values {
    // Without a prototype, so that no name means anything by itself.
    const values: Record<string, unknown> = Object.create(null);
    for (const [key, part] of parts) {
      const value = Array.isArray(part) ? valueAt(record, part) : this.grow(part as Branch, record, false);
      if (value !== undefined) values[key] = value;
      else if (isTop) values[key] = null;
    }
    return values;
  }
}

function valueAt(record: Values, path: readonly string[]): unknown {
  let at: unknown = record;
  for (const key of path) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Values)[key];
  }
  return at;
}
