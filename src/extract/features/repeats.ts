import { PairIndex } from "../../text/pair-index.ts";
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
  const [pathCount, pathPlace, pathWords, pathPageShare, pathLinkShare, pathProseShare] = columns;
  const sums = new Map<number, PathSums>();
  const places = new Int32Array(blocks.count);
  for (let b = 0; b < blocks.count; b++) {
    const path = elements.path[blocks.host[b]!]!;
    const sum = sums.get(path) ?? { count: 0, words: 0, letters: 0, linkLetters: 0, prose: 0 };
    sums.set(path, sum);
    places[b] = sum.count++;
    sum.words += measures.words[b]!;
    sum.letters += measures.counts.letters[b]! + measures.counts.digits[b]!;
    sum.linkLetters += measures.linkLetters[b]!;
    sum.prose += measures.prose[b]!;
  }
  const whole = elements.words[0] ?? 0;
  for (let b = 0; b < blocks.count; b++) {
    const { count, words, letters, linkLetters, prose } = sums.get(elements.path[blocks.host[b]!]!)!;
    pathCount![b] = count;
    pathPlace![b] = share(places[b]!, count);
    pathWords![b] = words / count;
    pathPageShare![b] = share(words, whole);
    pathLinkShare![b] = share(linkLetters, letters);
    pathProseShare![b] = share(prose, words);
  }
}

function fillSiblings({ outline, blocks, elements }: FeatureInput, columns: readonly Float32Array[]): void {
  const { size, place } = countSiblings(outline.parent, elements.attributes.shape, outline.count);
  const [mostSiblings, words, linkShare, prose, levelOfMost] = columns.slice(2 * LEVELS);
  for (let b = 0; b < blocks.count; b++) {
    let [most, mostRank, mostLevel] = [0, blocks.host[b]!, 0];
    for (let rank = blocks.host[b]!, level = 0; rank >= 0 && level < 12; rank = outline.parent[rank]!, level++) {
      if (level < LEVELS) {
        columns[2 * level]![b] = size[rank]!;
        columns[2 * level + 1]![b] = share(place[rank]!, size[rank]!);
      }
      if (size[rank]! > most) [most, mostRank, mostLevel] = [size[rank]!, rank, level];
    }
    mostSiblings![b] = most;
    words![b] = elements.words[mostRank]!;
    linkShare![b] = elements.linkShare(mostRank);
    prose![b] = elements.prose[mostRank]!;
    levelOfMost![b] = mostLevel;
  }
}

/** For each element how many siblings, itself counted, are of its shape, and which of them it is. */
function countSiblings(parent: Int32Array, shape: Int32Array, count: number): { size: Int32Array; place: Int32Array } {
  const size = new Int32Array(count);
  const place = new Int32Array(count);
  const equals = new PairIndex(count);
  const group = new Int32Array(count);
  const members = new Int32Array(count);
  for (let rank = 0; rank < count; rank++) {
    const own = equals.add(parent[rank]!, shape[rank]!);
    group[rank] = own;
    place[rank] = members[own]!++;
  }
  for (let rank = 0; rank < count; rank++) size[rank] = members[group[rank]!]!;
  return { size, place };
}
