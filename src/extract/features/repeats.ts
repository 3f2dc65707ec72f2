import { type FeatureGroup, type FeatureInput, share } from "./feature-group.ts";

/** Levels up to which an element's likeness to its siblings is looked at. */
const LEVELS = 5;

/** Blocks on one path of tags and classes, and elements in a row of equals: lists of teasers, posts, products, menus. */
export const repeats: FeatureGroup = {
  names: [
    ...["pathCount", "pathPlace", "pathWords", "pathPageShare", "pathLinkShare", "pathProseShare"],
    ...Array.from({ length: LEVELS }, (_, level) => [`siblings${level + 1}`, `sibling${level + 1}Place`]).flat(),
    ...["mostSiblings", "mostSiblingsWords", "mostSiblingsLinkShare", "mostSiblingsProse", "mostSiblingsLevel"],
  ],
  fill(input, columns) {
    fillPaths(input, columns.slice(0, 6));
    fillSiblings(input, columns.slice(6));
  },
};

interface PathSums {
  count: number;
  words: number;
  letters: number;
  linkLetters: number;
  prose: number;
}

function fillPaths({ blocks, measures, elements }: FeatureInput, columns: readonly Float32Array[]): void {
  const sums = new Map<number, PathSums>();
  const places: number[] = [];
  for (let b = 0; b < blocks.count; b++) {
    const path = elements.path[blocks.host[b]!]!;
    const sum = sums.get(path) ?? { count: 0, words: 0, letters: 0, linkLetters: 0, prose: 0 };
    sums.set(path, sum);
    places.push(sum.count++);
    sum.words += measures.words[b]!;
    sum.letters += measures.counts.letters[b]! + measures.counts.digits[b]!;
    sum.linkLetters += measures.linkLetters[b]!;
    sum.prose += measures.prose[b]!;
  }
  const whole = elements.words[0] ?? 0;
  for (let b = 0; b < blocks.count; b++) {
    const { count, words, letters, linkLetters, prose } = sums.get(elements.path[blocks.host[b]!]!)!;
    const row = [count, share(places[b]!, count), words / count, share(words, whole), share(linkLetters, letters)];
    row.push(share(prose, words));
    for (const [i, value] of row.entries()) columns[i]![b] = value;
  }
}

function fillSiblings({ outline, blocks, elements }: FeatureInput, columns: readonly Float32Array[]): void {
  const { size, place } = countSiblings(outline.parent, elements.shape, outline.count);
  const summary = columns.slice(2 * LEVELS);
  for (let b = 0; b < blocks.count; b++) {
    let [most, mostRank, mostLevel] = [0, blocks.host[b]!, 0];
    for (let rank = blocks.host[b]!, level = 0; rank >= 0 && level < 12; rank = outline.parent[rank]!, level++) {
      if (level < LEVELS) {
        columns[2 * level]![b] = size[rank]!;
        columns[2 * level + 1]![b] = share(place[rank]!, size[rank]!);
      }
      if (size[rank]! > most) [most, mostRank, mostLevel] = [size[rank]!, rank, level];
    }
    const row = [most, elements.words[mostRank]!, elements.linkShare(mostRank), elements.prose[mostRank]!, mostLevel];
    for (const [i, value] of row.entries()) summary[i]![b] = value;
  }
}

/** For each element how many siblings, itself counted, are of its shape, and which of them it is. */
function countSiblings(parent: Int32Array, shape: Int32Array, count: number): { size: Int32Array; place: Int32Array } {
  const size = new Int32Array(count);
  const place = new Int32Array(count);
  const seen = new Map<number, number>();
  const key = (rank: number): number => (parent[rank]! + 1) * 4294967296 + (shape[rank]! >>> 0);
  for (let rank = 0; rank < count; rank++) {
    const before = seen.get(key(rank)) ?? 0;
    place[rank] = before;
    seen.set(key(rank), before + 1);
  }
  for (let rank = 0; rank < count; rank++) size[rank] = seen.get(key(rank))!;
  return { size, place };
}
