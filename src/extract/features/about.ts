import { hashSequence } from "../../text/hash.ts";
import { PairIndex } from "../../text/pair-index.ts";
import { WordList } from "../../text/words.ts";
import { type FeatureGroup, share } from "./feature-group.ts";

/** How much of a block is in what the page says of itself elsewhere: its title, description and JSON-LD body. */
export const about: FeatureGroup = {
  names: ["inTitle", "titleIn", "inDescription", "descriptionIn", "inBody", "hasBody"],
  fill({ blocks, measures, about: page }, columns, spare) {
    const [inTitle, titleIn, inDescription, descriptionIn, inBody, hasBody] = columns as Float32Array[];
    const title = wordsOf(page.title);
    const description = wordsOf(page.description);
    // The body is long, and what it is compared with is every word of the page.
    const body = shinglesOf(inBody === spare && hasBody === spare ? undefined : page.body);
    const { wordFrom, list } = measures;
    for (let b = 0; b < blocks.count; b++) {
      const from = wordFrom[b]!;
      const to = wordFrom[b + 1]!;
      let hits = 0;
      let described = 0;
      let repeated = 0;
      for (let i = from; i < to; i++) {
        if (title.has(list.low[i]!)) hits++;
        if (description.has(list.low[i]!)) described++;
        if (body.count > 0 && i + 3 <= to && body.has(hashSequence(list.low, i, i + 3))) repeated++;
      }
      inTitle![b] = share(hits, to - from);
      titleIn![b] = share(hits, title.count);
      inDescription![b] = share(described, to - from);
      descriptionIn![b] = share(described, description.count);
      inBody![b] = share(repeated, Math.max(0, to - from - 2));
      hasBody![b] = body.count;
    }
  },
};

function wordsOf(text: string | undefined): PairIndex {
  const list = new WordList();
  if (text !== undefined) list.append(text);
  const words = new PairIndex(list.count);
  for (let i = 0; i < list.count; i++) words.add(list.low[i]!);
  return words;
}

function shinglesOf(text: string | undefined): PairIndex {
  const list = new WordList();
  if (text !== undefined) list.append(text);
  const shingles = new PairIndex(list.count);
  for (let i = 0; i + 3 <= list.count; i++) shingles.add(hashSequence(list.low, i, i + 3));
  return shingles;
}
