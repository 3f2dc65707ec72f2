import fc, { type Arbitrary } from "fast-check";
import type { Container } from "../../../src/core/shape.ts";
import type { WritableBlock } from "../../../src/core/written.ts";

/** Blocks as a page nests them. */
type Tree =
  | { readonly type: "paragraph"; readonly text: string }
  | { readonly type: "heading"; readonly text: string; readonly level: number }
  | { readonly type: "code"; readonly text: string; readonly language: string }
  | { readonly type: "table"; readonly rows: readonly (readonly string[])[] }
  | { readonly type: "quote"; readonly inside: readonly Tree[] }
  | { readonly type: "list"; readonly first: number | undefined; readonly entries: readonly (readonly Tree[])[] };

/** Words of prose and of what could be taken for syntax, with single spaces between them. */
const WORDS =
  "mill quay *bold* a_b __x__ `tick # ## - + 1. 2) > | \\ \\| [x] [a](b) <b> &amp; ~~ === --- ``` 橋 😀 *".split(" ");
const CODE = ["x = 1;", "  if (a)", "\ttab", "", "```", "~~~~", "- a", "> b", "    deep"];

const text = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 }).map((words) => words.join(" "));
const code = fc
  .array(fc.constantFrom(...CODE), { minLength: 1, maxLength: 5 })
  .map((lines) => ["begin", ...lines, "end"].join("\n"));
const cells = fc.array(text, { minLength: 2, maxLength: 4 });

const paragraph: Arbitrary<Tree> = fc.record({ type: fc.constant("paragraph"), text });
const leaf: Arbitrary<Tree> = fc.oneof(
  { weight: 3, arbitrary: paragraph },
  fc.record({ type: fc.constant("heading"), text, level: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ type: fc.constant("code"), text: code, language: fc.constantFrom("", "js", "c++") }),
  fc.record({ type: fc.constant("table"), rows: fc.array(cells, { minLength: 2, maxLength: 3 }) }),
);

/** An entry begins with text of its own: without, it would get no mark. */
const treeOf = (depth: number): Arbitrary<Tree> => {
  if (depth === 0) return leaf;
  const inner = treeOf(depth - 1);
  const entry = fc.tuple(paragraph, fc.array(inner, { maxLength: 2 })).map(([first, rest]) => [first, ...rest]);
  return fc.oneof(
    leaf,
    fc.record({ type: fc.constant("quote"), inside: fc.array(inner, { minLength: 1, maxLength: 3 }) }),
    fc.record({
      type: fc.constant("list"),
      first: fc.option(fc.nat({ max: 12 }), { nil: undefined }),
      entries: fc.array(entry, { minLength: 1, maxLength: 3 }),
    }),
  );
};

/** A block, and the names that a parser of Markdown has for what it is in. */
export interface NestedBlock {
  readonly block: WritableBlock;
  readonly names: readonly string[];
}

/** Random documents of headings, lists, quotations, code and tables in each other. */
export const nestedBlocks: Arbitrary<NestedBlock[]> = fc
  .array(treeOf(3), { minLength: 1, maxLength: 4 })
  .map((trees) => {
    const flat = new Flattening();
    for (const tree of trees) flat.add(tree, [], []);
    return flat.blocks;
  });

class Flattening {
  readonly blocks: NestedBlock[] = [];
  private next = 0;

  add(tree: Tree, within: readonly Container[], names: readonly string[]): void {
    if (tree.type === "quote") {
      const quote = { id: this.next++ };
      for (const inner of tree.inside) this.add(inner, [...within, quote], [...names, "blockquote"]);
    } else if (tree.type === "list") this.list(tree, within, names);
    else if (tree.type === "table") this.table(tree.rows, within, names);
    else {
      const level = tree.type === "heading" ? { level: tree.level } : {};
      const language = tree.type === "code" && tree.language !== "" ? { language: tree.language } : {};
      const shape = { within, ...level, ...language };
      this.blocks.push({ block: { kind: tree.type, text: tree.text, start: 0, end: 0, shape }, names });
    }
  }

  private list(tree: Tree & { readonly type: "list" }, within: readonly Container[], names: readonly string[]): void {
    const list = this.next++;
    for (const [i, entry] of tree.entries.entries()) {
      const number = tree.first === undefined ? {} : { number: tree.first + i };
      const container = { id: this.next++, list, ...number };
      for (const inner of entry) this.add(inner, [...within, container], [...names, "list", "listItem"]);
    }
  }

  private table(rows: readonly (readonly string[])[], within: readonly Container[], names: readonly string[]): void {
    const table = this.next++;
    for (const cells of rows) {
      let at = 0;
      const parts = cells.map((cell) => {
        const start = at;
        at += cell.length + 1;
        return { start, end: start + cell.length };
      });
      const shape = { within, row: { table, columns: cells.map((_, column) => column) }, parts };
      const block = { kind: "table" as const, text: cells.join(" "), start: 0, end: 0, shape };
      this.blocks.push({ block, names: [...names, "table"] });
    }
  }
}
