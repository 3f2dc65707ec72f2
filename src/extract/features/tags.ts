import { TAG, TAG_NAMES, type TagName, tagTable } from "../../html/tags.ts";
import { IN_NOSCRIPT } from "../outline.ts";
import type { FeatureGroup } from "./feature-group.ts";

/** Farther away than any element. */
const NONE = 99;

const HEADING_LEVEL: Uint8Array = new Uint8Array(TAG_NAMES.length);
for (let level = 1; level <= 6; level++) HEADING_LEVEL[TAG[`h${level}` as TagName]] = level;

/** Elements whose distance above a block tells something, those of one line alike. */
const AROUND: readonly (readonly [string, Uint8Array])[] = [
  ["p", tagTable("p")],
  ["heading", tagTable("h1", "h2", "h3", "h4", "h5", "h6")],
  ["link", tagTable("a")],
  ["button", tagTable("button", "label", "select", "option", "input", "textarea")],
  ["item", tagTable("li")],
  ["list", tagTable("ul", "ol", "menu")],
  ["terms", tagTable("dl")],
  ["cell", tagTable("td", "th")],
  ["table", tagTable("table")],
  ["quote", tagTable("blockquote", "q")],
  ["code", tagTable("pre", "code", "samp", "kbd")],
  ["figure", tagTable("figure", "figcaption", "picture")],
  ["emphasis", tagTable("strong", "b", "em", "i")],
  ["small", tagTable("small", "sub", "sup")],
  ["time", tagTable("time")],
  ["address", tagTable("address")],
  ["form", tagTable("form", "fieldset")],
  ["nav", tagTable("nav")],
  ["header", tagTable("header")],
  ["footer", tagTable("footer")],
  ["aside", tagTable("aside")],
  ["main", tagTable("main")],
  ["article", tagTable("article")],
  ["section", tagTable("section")],
  ["details", tagTable("details", "dialog")],
];

/** The lines of {@link AROUND} that an element is of, as bits. */
const AROUND_BITS: Int32Array = Int32Array.from(TAG_NAMES, (_, tag) =>
  AROUND.reduce((bits, [, table], i) => bits | (table[tag]! << i), 0),
);

/** Which elements a block stands in, and how far above it they are. */
export const tags: FeatureGroup = {
  names: [...AROUND.map(([name]) => `above:${name}`), "depth", "level", "noscript", "ownTag"],
  fill({ outline, blocks }, columns, spare) {
    const { parent, tag, depth, host, texts, state } = outline;
    let asked = 0;
    for (let i = 0; i < AROUND.length; i++) {
      if (columns[i] !== spare) asked |= 1 << i;
      columns[i]!.fill(NONE);
    }
    for (let b = 0; b < blocks.count; b++) {
      const inner = host[texts[blocks.from[b]!]!]!;
      let missing = asked;
      for (let rank = inner, steps = 0; rank >= 0 && steps < NONE && missing !== 0; rank = parent[rank]!, steps++) {
        const found = AROUND_BITS[tag[rank]!]! & missing;
        if (found === 0) continue;
        for (let i = 0; i < AROUND.length; i++) if (((found >>> i) & 1) === 1) columns[i]![b] = steps;
        missing &= ~found;
      }
      const own = blocks.host[b]!;
      columns[AROUND.length]![b] = depth[own]!;
      columns[AROUND.length + 1]![b] = HEADING_LEVEL[tag[own]!] ?? 0;
      columns[AROUND.length + 2]![b] = (state[inner]! & IN_NOSCRIPT) === 0 ? 0 : 1;
      columns[AROUND.length + 3]![b] = tag[own]!;
    }
  },
};
