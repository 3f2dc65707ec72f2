import fc from "fast-check";
import { expect, it } from "vitest";
import { BoostedTrees } from "../../src/scoring/boosted-trees.ts";
import type { TreesData } from "../../src/scoring/trees-data.ts";

type Tree =
  | number
  | { readonly feature: number; readonly threshold: number; readonly left: Tree; readonly right: Tree };

/** The simple way, on trees as they are drawn. */
const walk = (tree: Tree, row: readonly number[]): number =>
  typeof tree === "number" ? tree : walk(row[tree.feature]! <= tree.threshold ? tree.left : tree.right, row);

function flatten(trees: readonly Tree[]): TreesData {
  const data = { inputs: ["a", "b", "c"], roots: [], feature: [], threshold: [], left: [], right: [], values: [] } as {
    inputs: string[];
  } & { [key in "roots" | "feature" | "threshold" | "left" | "right" | "values"]: number[] };
  const add = (tree: Tree): number => {
    if (typeof tree === "number") return ~(data.values.push(tree) - 1);
    const at = data.feature.push(tree.feature) - 1;
    data.threshold.push(tree.threshold);
    data.left.push(0);
    data.right.push(0);
    data.left[at] = add(tree.left);
    data.right[at] = add(tree.right);
    return at;
  };
  for (const tree of trees) data.roots.push(add(tree));
  return data;
}

const number = fc.float({ noNaN: true, noDefaultInfinity: true });
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    number,
    fc.record({ feature: fc.nat(2), threshold: number, left: tie("tree"), right: tie("tree") }),
  ),
}));

it("adds up the leaves that a walk down each tree reaches", () => {
  fc.assert(
    fc.property(fc.array(tree, { maxLength: 6 }), fc.array(fc.tuple(number, number, number)), (trees, rows) => {
      const columns = [0, 1, 2].map((i) => Float32Array.from(rows, (row) => row[i]!));
      const scores = new BoostedTrees(flatten(trees)).score(columns);
      const expected = rows.map((row) => trees.reduce<number>((sum, each) => sum + walk(each, row), 0));
      expect([...scores]).toEqual(expected);
    }),
  );
});

it("refuses more trees than its nodes can be numbered for", () => {
  const tree = { feature: 0, threshold: 0, left: 1, right: 2 };
  expect(() => new BoostedTrees(flatten(Array.from({ length: 22_000 }, () => tree)))).toThrow(RangeError);
});
