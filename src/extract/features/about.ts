import { hashSequence } from "../../text/hash.ts";
import { WordList } from "../../text/words.ts";
import { type FeatureGroup, share } from "./feature-group.ts";

/** How much of a block is in what the page says of itself elsewhere: its title, description and JSON-LD body. */
export const about: FeatureGroup = {
  names: ["inTitle", "titleIn", "inDescription", "descriptionIn", "inBody", "hasBody"],
  fill({ blocks, measures, about: page }, columns) {
    const [inTitle, titleIn, inDescription, descriptionIn, inBody, hasBody] = columns as Float32Array[];
    const title = wordsOf(page.title);
    const description = wordsOf(page.description);
    const body = shinglesOf(page.body);
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
        if (body.size > 0 && i + 3 <= to && body.has(hashSequence(list.low, i, i + 3))) repeated++;
      }
      inTitle![b] = share(hits, to - from);
      titleIn![b] = share(hits, title.size);
      inDescription![b] = share(described, to - from);
      descriptionIn![b] = share(described, description.size);
      inBody![b] = share(repeated, Math.max(0, to - from - 2));
      hasBody![b] = body.size;
    }
  },
};

function wordsOf(text: string | undefined): ReadonlySet<number> {
  const list = new WordList();
  if (text !== undefined) list.append(text);
  return new Set(list.low.subarray(0, list.count));
}

function shinglesOf(text: string | undefined): ReadonlySet<number> {
  const list = new WordList();
  if (text !== undefined) list.append(text);
  const shingles = new Set<number>();
  for (let i = 0; i + 3 <= list.count; i++) shingles.add(hashSequence(list.low, i, i + 3));
  return shingles;
}
