import { type RankedNodes, rankNodes } from "./ranked-nodes.ts";
import type { TreesData } from "./trees-data.ts";

/** Rows that go down a tree side by side: one waits for memory while the others go on. */
const ABREAST = 4;

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
    const width = columns.length;
    const scores = new Float64Array(Math.ceil(count / ABREAST) * ABREAST);
    const rows = new Float32Array(scores.length * width);
    for (let c = 0; c < width; c++) {
      const column = columns[c]!;
      for (let r = 0, at = c; r < count; r++, at += width) rows[at] = column[r]!;
    }
    for (let tree = 0; tree < this.trees; tree++) this.addTree(tree, rows, width, scores);
    return scores.subarray(0, count);
  }

  /**
   * Which way a row goes is added, not branched on, since no processor guesses it well; so a row that has reached its leaf
   * stays there until the other rows beside it have reached theirs.
   */
  private addTree(root: number, rows: Float32Array, width: number, scores: Float64Array): void {
    const { feature, threshold, child, value } = this.nodes;
    for (let r = 0, a = 0; r < scores.length; r += ABREAST, a += ABREAST * width) {
      const [b, c, d] = [a + width, a + 2 * width, a + 3 * width];
      let [i, j, k, l, moved] = [root, root, root, root, 0];
      do {
        const nextI = child[i]! + (Number(rows[a + feature[i]!]! > threshold[i]!) | 0);
        const nextJ = child[j]! + (Number(rows[b + feature[j]!]! > threshold[j]!) | 0);
        const nextK = child[k]! + (Number(rows[c + feature[k]!]! > threshold[k]!) | 0);
        const nextL = child[l]! + (Number(rows[d + feature[l]!]! > threshold[l]!) | 0);
        moved = (i ^ nextI) | (j ^ nextJ) | (k ^ nextK) | (l ^ nextL);
        i = nextI;
        j = nextJ;
        k = nextK;
        l = nextL;
      } while (moved !== 0);
      scores[r]! += value[i]!;
      scores[r + 1]! += value[j]!;
      scores[r + 2]! += value[k]!;
      scores[r + 3]! += value[l]!;
    }
  }
}

/** Log-odds as a probability. */
export function probability(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
