import { type FeatureGroup, type FeatureInput, share } from "./feature-group.ts";

/** Shares of the page's prose; the deepest element that holds as much is a good guess at the article. */
const SHARES = [0.3, 0.5, 0.6, 0.75, 0.9];
/** What a word outside of prose costs an element that is judged by prose less the rest. */
const COSTS = [0.3, 1, 3];

/** How a block stands to the elements that by one measure or another hold the main content. */
export const candidates: FeatureGroup = {
  names: [...SHARES.map((part) => `prose${part * 100}`), ...COSTS.map((cost) => `net${cost}`), "readable"].flatMap(
    (name) => [`${name}:outside`, `${name}:inside`, `${name}:share`],
  ),
  fill(input, columns) {
    const found = [
      ...SHARES.map((part) => deepestWith(input, part)),
      ...COSTS.map((cost) => bestNet(input, cost)),
      mostReadable(input),
    ];
    for (const [i, candidate] of found.entries()) fillDistances(input, candidate, columns.slice(3 * i, 3 * i + 3));
  },
};

/** The deepest element with at least a part of the prose, followed from the top along the heaviest child. */
function deepestWith({ outline, elements }: FeatureInput, part: number): number {
  const needed = (elements.prose[0] ?? 0) * part;
  let best = 0;
  // Ranks below an element are higher, and at most one child can hold more than half; below that the first wins.
  for (let rank = 1; rank < outline.count; rank++)
    if (elements.prose[rank]! >= needed && needed > 0 && isBelow(outline.exit, rank, best)) best = rank;
  return best;
}

function isBelow(exit: Int32Array, rank: number, above: number): boolean {
  return rank > above && rank < exit[above]!;
}

function bestNet({ outline, elements }: FeatureInput, cost: number): number {
  let best = 0;
  let highest = Number.NEGATIVE_INFINITY;
  for (let rank = 0; rank < outline.count; rank++) {
    const net = elements.prose[rank]! - cost * (elements.words[rank]! - elements.prose[rank]!);
    if (net >= highest && elements.blocks[rank]! > 0) [best, highest] = [rank, net];
  }
  return best;
}

/** Prose gives points to its parent, and half of them to the one above, weighed by the absence of links. */
function mostReadable({ outline, blocks, measures, elements }: FeatureInput): number {
  const points = new Float64Array(outline.count);
  for (let b = 0; b < blocks.count; b++) {
    if (measures.prose[b] === 0) continue;
    const worth = 1 + measures.counts.commas[b]! + Math.min(3, measures.words[b]! / 20);
    const above = outline.parent[blocks.host[b]!]!;
    if (above < 0) continue;
    points[above]! += worth;
    if (outline.parent[above]! >= 0) points[outline.parent[above]!]! += worth / 2;
  }
  let best = 0;
  let highest = 0;
  for (let rank = 0; rank < outline.count; rank++) {
    const worth = points[rank]! * (1 - elements.linkShare(rank));
    if (worth > highest) [best, highest] = [rank, worth];
  }
  return best;
}

function fillDistances(
  { outline, blocks, elements }: FeatureInput,
  candidate: number,
  columns: readonly Float32Array[],
): void {
  const [outside, inside, part] = columns as [Float32Array, Float32Array, Float32Array];
  const { depth } = outline;
  const size = share(elements.words[candidate] ?? 0, elements.words[0] ?? 0);
  const shared = sharedAncestors(outline, candidate);
  for (let b = 0; b < blocks.count; b++) {
    const host = blocks.host[b]!;
    const above = shared[host]!;
    // Steps from the candidate up to the lowest element around it that also holds the block.
    outside[b] = depth[candidate]! - (above < 0 ? -1 : depth[above]!);
    inside[b] = above < 0 ? depth[host]! : depth[host]! - depth[above]!;
    part[b] = size;
  }
}

/** Of each element the lowest one that holds it and the candidate, -1 for none: in one pass, however deep a page is. */
function sharedAncestors({ parent, exit, count }: FeatureInput["outline"], candidate: number): Int32Array {
  const shared = new Int32Array(count);
  for (let rank = 0; rank < count; rank++) {
    const holds = rank <= candidate && candidate < exit[rank]!;
    shared[rank] = holds ? rank : parent[rank]! < 0 ? -1 : shared[parent[rank]!]!;
  }
  return shared;
}
