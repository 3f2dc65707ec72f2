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

/** Which elements a block stands in, and how far above it they are. */
export const tags: FeatureGroup = {
  names: [...AROUND.map(([name]) => `above:${name}`), "depth", "level", "noscript", "ownTag"],
  fill({ outline, blocks }, columns) {
    const { parent, tag, depth, host, texts, state } = outline;
    for (let b = 0; b < blocks.count; b++) {
      const inner = host[texts[blocks.from[b]!]!]!;
      for (const column of columns.slice(0, AROUND.length)) column[b] = NONE;
      for (let rank = inner, steps = 0; rank >= 0 && steps < NONE; rank = parent[rank]!, steps++)
        for (let i = 0; i < AROUND.length; i++)
          if (AROUND[i]![1][tag[rank]!] === 1 && columns[i]![b] === NONE) columns[i]![b] = steps;
      const own = blocks.host[b]!;
      columns[AROUND.length]![b] = depth[own]!;
      columns[AROUND.length + 1]![b] = HEADING_LEVEL[tag[own]!] ?? 0;
      columns[AROUND.length + 2]![b] = (state[inner]! & IN_NOSCRIPT) === 0 ? 0 : 1;
      columns[AROUND.length + 3]![b] = tag[own]!;
    }
  },
};
