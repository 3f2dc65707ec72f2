import { decodeHTMLStrict } from "entities/decode";
import { collapseWhitespace } from "../text/whitespace.ts";

/** Values kept for one key, and characters for one value: pages that repeat or bloat a field cannot slow it down. */
const MOST_VALUES = 32;
const MOST_CHARACTERS = 2000;

/** What a page says of itself: values by where they stand, for example `meta:og:title` or `json-ld:author`. */
export class PageFacts {
  private readonly facts = new Map<string, string[]>();

  /** Adds a value as the page means it: entities encoded twice are decoded, white space collapsed, empty ones ignored. */
  add(key: string, value: string | undefined): void {
    if (value === undefined || this.isFull(key)) return;
    const short = value.slice(0, MOST_CHARACTERS);
    const clean = collapseWhitespace(short.includes("&") ? decodeHTMLStrict(short) : short);
    if (clean === "") return;
    const values = this.facts.get(key);
    if (values) values.push(clean);
    else this.facts.set(key, [clean]);
  }

  /** Whether nothing more is taken for a key, so that the work of finding a value can be spared. */
  isFull(key: string): boolean {
    return this.get(key).length >= MOST_VALUES;
  }

  /** Values in the order of the page. */
  get(key: string): readonly string[] {
    return this.facts.get(key) ?? [];
  }
}
