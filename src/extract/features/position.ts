import { TAG } from "../../html/tags.ts";
import { type FeatureGroup, type FeatureInput, share } from "./feature-group.ts";

/** Where a block stands on the page and under its heading. Distances are words unless the name says blocks. */
export const position: FeatureGroup = {
  names: [
    ...["index", "fromStart", "fromEnd", "wordsBefore", "wordsAfter", "proseBefore", "proseAfter"],
    ...["afterTitle", "afterTitleBlocks", "afterHeading", "afterHeadingBlocks", "headingLevel", "headingWords"],
    ...["headingLinkShare", "blocksSinceProse", "blocksToProse", "sectionWords", "sectionProse", "sectionBlocks"],
  ],
  fill(input, columns) {
    const [index, fromStart, fromEnd, wordsBefore, wordsAfter, proseBefore, proseAfter, afterTitle, afterTitleBlocks] =
      columns;
    const { measures, blocks } = input;
    const count = blocks.count;
    const total = measures.wordFrom[count]!;
    const allProse = measures.prose.reduce((sum, words) => sum + words, 0);
    const title = titleBlock(input);
    const titleAt = title < 0 ? 0 : measures.wordFrom[title]!;
    let prose = 0;
    for (let b = 0; b < count; b++) {
      const before = measures.wordFrom[b]!;
      index![b] = share(b, count);
      fromStart![b] = share(before, total);
      fromEnd![b] = share(total - before, total);
      wordsBefore![b] = before;
      wordsAfter![b] = total - before;
      proseBefore![b] = share(prose, allProse);
      proseAfter![b] = share(allProse - prose, allProse);
      afterTitle![b] = before - titleAt;
      afterTitleBlocks![b] = title < 0 ? b : b - title;
      prose += measures.prose[b]!;
    }
    fillSections(input, columns.slice(9));
  },
};

/** The first h1 with some words, else the first heading. */
function titleBlock({ blocks, outline, measures }: FeatureInput): number {
  let first = -1;
  for (let b = 0; b < blocks.count; b++) {
    if (outline.kind[blocks.host[b]!] !== "heading") continue;
    if (first < 0) first = b;
    if (outline.tag[blocks.host[b]!] === TAG.h1 && measures.words[b]! > 1) return b;
  }
  return first;
}

function fillSections({ blocks, outline, measures }: FeatureInput, columns: readonly Float32Array[]): void {
  const [afterWords, afterBlocks, level, words, links, since, until, sectionWords, sectionProse, sectionBlocks] =
    columns as Float32Array[];
  const count = blocks.count;
  let heading = -1;
  let lastProse = -1;
  for (let b = 0; b < count; b++) {
    const host = blocks.host[b]!;
    const isHeading = outline.kind[host] === "heading";
    afterWords![b] = measures.wordFrom[b]! - (heading < 0 ? 0 : measures.wordFrom[heading]!);
    afterBlocks![b] = b - Math.max(heading, 0);
    level![b] = heading < 0 ? 0 : outline.tag[blocks.host[heading]!]! - TAG.h1 + 1;
    words![b] = heading < 0 ? 0 : measures.words[heading]!;
    links![b] = heading < 0 ? 0 : measures.linkShare[heading]!;
    since![b] = b - lastProse;
    if (measures.prose[b]! > 0) lastProse = b;
    if (isHeading) heading = b;
  }
  let next = count;
  let [end, proseSum] = [count, 0];
  for (let b = count - 1; b >= 0; b--) {
    until![b] = next - b;
    if (measures.prose[b]! > 0) next = b;
    proseSum += measures.prose[b]!;
    if (b > 0 && outline.kind[blocks.host[b]!] !== "heading") continue;
    const sum = measures.wordFrom[end]! - measures.wordFrom[b]!;
    for (let i = b; i < end; i++) {
      sectionWords![i] = sum;
      sectionProse![i] = share(proseSum, sum);
      sectionBlocks![i] = end - b;
    }
    [end, proseSum] = [b, 0];
  }
}
