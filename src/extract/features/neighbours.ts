import { type FeatureGroup, type FeatureInput, share } from "./feature-group.ts";

const OFFSETS = [-3, -2, -1, 1, 2, 3];
const WINDOWS = [4, 10, 25];

/** The blocks before and after. */
export const neighbours: FeatureGroup = {
  names: [
    ...OFFSETS.flatMap((offset) =>
      ["words", "linkShare", "prose", "heading", "samePath"].map((name) => `${name}@${offset}`),
    ),
    ...WINDOWS.flatMap((size) => ["Words", "LinkShare", "Prose"].map((name) => `around${size}${name}`)),
  ],
  fill(input, columns, spare) {
    for (const [i, offset] of OFFSETS.entries()) {
      const own = columns.slice(5 * i, 5 * i + 5);
      if (own.some((column) => column !== spare)) fillNeighbour(input, offset, own);
    }
    for (const [i, size] of WINDOWS.entries()) fillWindow(input, size, columns.slice(5 * OFFSETS.length + 3 * i));
  },
};

function fillNeighbour(input: FeatureInput, offset: number, columns: readonly Float32Array[]): void {
  const { blocks, measures, elements, outline } = input;
  for (let b = 0; b < blocks.count; b++) {
    const other = b + offset;
    if (other < 0 || other >= blocks.count) {
      for (const column of columns) column[b] = -1;
      continue;
    }
    columns[0]![b] = measures.words[other]!;
    columns[1]![b] = measures.linkShare[other]!;
    columns[2]![b] = measures.prose[other]!;
    columns[3]![b] = Number(outline.kind[blocks.host[other]!] === "heading");
    columns[4]![b] = Number(elements.path[blocks.host[other]!] === elements.path[blocks.host[b]!]);
  }
}

/** Sums over the blocks up to `size` away on both sides, by running totals. */
function fillWindow({ blocks, measures }: FeatureInput, size: number, columns: readonly Float32Array[]): void {
  const count = blocks.count;
  const links = runningTotal(measures.linkLetters);
  const letters = runningTotal(measures.counts.letters);
  const prose = runningTotal(measures.prose);
  for (let b = 0; b < count; b++) {
    const from = Math.max(0, b - size);
    const to = Math.min(count, b + size + 1);
    const words = measures.wordFrom[to]! - measures.wordFrom[from]!;
    columns[0]![b] = words;
    columns[1]![b] = share(links[to]! - links[from]!, letters[to]! - letters[from]!);
    columns[2]![b] = share(prose[to]! - prose[from]!, words);
  }
}

function runningTotal(values: ArrayLike<number>): Float64Array {
  const totals = new Float64Array(values.length + 1);
  for (let i = 0; i < values.length; i++) totals[i + 1] = totals[i]! + values[i]!;
  return totals;
}
