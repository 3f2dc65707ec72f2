import type { BlockKind } from "../core/block.ts";
import { isProse } from "../text/prose.ts";
import { zonesOf } from "../text/zones.ts";
import { lineTemplate, runsOf, templateContext } from "./line-template.ts";

/** Where a line stands: above the first prose, below the last, or anywhere else. */
export type Position = "head" | "between" | "tail";
export const POSITIONS: readonly Position[] = ["head", "between", "tail"];

/** A line of a document that could be furniture. */
export interface Line {
  /** Index of its block. */
  readonly block: number;
  readonly position: Position;
  readonly isHeading: boolean;
  readonly template: string;
  /** Openings and closings of the template; only in the tail, where rows of teasers and credits stand. */
  readonly runs: readonly string[];
}

interface Lines {
  readonly title?: string;
  readonly lang?: string;
  readonly blocks: readonly { readonly kind: BlockKind; readonly text: string }[];
}

/** Longest line, in UTF-16 code units: what is longer counts as prose. */
const LONGEST = 200;
/** Lists, tables, quotations and code repeat on purpose. */
const KINDS: ReadonlySet<BlockKind> = new Set<BlockKind>(["paragraph", "heading"]);
const QUOTED = /^\s*["'“„«»‘‚‹「『《]/;

/** The lines of a document that could be furniture, in order; prose, quotations and lists never are. */
export function readLines({ blocks, title, lang }: Lines): Line[] {
  const zones = zonesOf(blocks);
  const hasProse = zones.last >= 0;
  const context = templateContext({ ...(title !== undefined && { title }), ...(lang !== undefined && { lang }) });
  const lines: Line[] = [];
  for (const [block, { kind, text }] of blocks.entries()) {
    if (!KINDS.has(kind) || text.length > LONGEST || QUOTED.test(text) || isProse(text)) continue;
    const template = lineTemplate(text, context);
    if (template === "") continue;
    const position = !hasProse ? "between" : block < zones.first ? "head" : block > zones.last ? "tail" : "between";
    const runs = position === "tail" ? runsOf(template) : [];
    lines.push({ block, position, isHeading: kind === "heading", template, runs });
  }
  return lines;
}
