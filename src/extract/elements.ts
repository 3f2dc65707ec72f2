import type { BlockKind } from "../core/block.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Elements whose text a reader never sees. */
export const INVISIBLE: ReadonlySet<string> = words("head title script style template noembed noframes iframe");

/** Elements that begin and end a line of their own. */
export const BLOCK_LEVEL: ReadonlySet<string> = words(
  "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure " +
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option p " +
    "plaintext pre search section select summary table tbody td textarea tfoot th thead tr ul xmp",
);

export const CELLS: ReadonlySet<string> = words("td th");

/** What the text in an element is, until an element further in says otherwise. */
export const KINDS: ReadonlyMap<string, BlockKind> = new Map<string, BlockKind>([
  ...["h1", "h2", "h3", "h4", "h5", "h6"].map((name): [string, BlockKind] => [name, "heading"]),
  ...["li", "dt", "dd"].map((name): [string, BlockKind] => [name, "list-item"]),
  ...["pre", "listing", "xmp", "plaintext"].map((name): [string, BlockKind] => [name, "code"]),
  ["blockquote", "quote"],
  ["td", "paragraph"],
  ["th", "paragraph"],
]);

/** How the tokenizer reads the text inside an element: `raw` knows no markup and no entities, `rcdata` no markup. */
export type TextMode = "data" | "rcdata" | "raw";

export const TEXT_MODES: ReadonlyMap<string, TextMode> = new Map<string, TextMode>([
  ["textarea", "rcdata"],
  ["title", "rcdata"],
  ["xmp", "raw"],
  ["plaintext", "raw"],
]);
