import { type RankedNodes, rankNodes } from "./ranked-nodes.ts";
import type { TreesData } from "./trees-data.ts";

/** Rows that go down a tree side by side: one waits for memory while the others go on. */
const ABREAST = 4;
/** What {@link RankedNodes} has in a way; here, as imported constants would be read again at each step. */
const CHILD = 0xffff;
const FEATURE = 16;

/** A model ready to be evaluated. */
export class BoostedTrees {
  readonly inputs: readonly string[];
  private readonly trees: number;
  private readonly nodes: RankedNodes;

  constructor(data: TreesData) {
    this.inputs = data.inputs;
    this.trees = data.roots.length;
    this.nodes = rankNodes(data);
  }

  /** The sum of all trees for each row: log-odds. `columns` are in the order of `inputs`, all of one length. */
  score(columns: readonly Float32Array[]): Float64Array {
    const count = columns[0]?.length ?? 0;
    const stride = Math.ceil(count / ABREAST) * ABREAST;
    const values = new Float32Array(stride * columns.length);
    for (const [c, column] of columns.entries()) values.set(column, c * stride);
    const scores = new Float64Array(stride);
    for (let tree = 0; tree < this.trees; tree++) this.addTree(tree, values, stride, scores);
    return scores.subarray(0, count);
  }

  /**
   * Which way a row goes is added, not branched on, since no processor guesses it well; so a row that has reached its leaf
   * stays there until the other rows beside it have reached theirs. The values stand column by column: the first nodes of a
   * tree ask the same few columns of all rows.
   */
  private addTree(root: number, values: Float32Array, stride: number, scores: Float64Array): void {
    const { way, threshold, value } = this.nodes;
    for (let a = 0; a < stride; a += ABREAST) {
      const b = a + 1;
      const c = a + 2;
      const d = a + 3;
      let i = root;
      let j = root;
      let k = root;
      let l = root;
      let moved = 0;
      do {
        const wayI = way[i]!;
        const wayJ = way[j]!;
        const wayK = way[k]!;
        const wayL = way[l]!;
        const nextI = (wayI & CHILD) + (Number(values[a + Math.imul(wayI >>> FEATURE, stride)]! > threshold[i]!) | 0);
        const nextJ = (wayJ & CHILD) + (Number(values[b + Math.imul(wayJ >>> FEATURE, stride)]! > threshold[j]!) | 0);
        const nextK = (wayK & CHILD) + (Number(values[c + Math.imul(wayK >>> FEATURE, stride)]! > threshold[k]!) | 0);
        const nextL = (wayL & CHILD) + (Number(values[d + Math.imul(wayL >>> FEATURE, stride)]! > threshold[l]!) | 0);
        moved = (i ^ nextI) | (j ^ nextJ) | (k ^ nextK) | (l ^ nextL);
        i = nextI;
        j = nextJ;
        k = nextK;
        l = nextL;
      } while (moved !== 0);
      scores[a]! += value[i]!;
      scores[b]! += value[j]!;
      scores[c]! += value[k]!;
      scores[d]! += value[l]!;
    }
  }
}

/** Log-odds as a probability. */
export function probability(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
