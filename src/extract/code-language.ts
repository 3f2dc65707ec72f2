import { attribute } from "../html/attributes.ts";
import type { Outline } from "./outline.ts";

/**
 * How pages name the language of code: the classes that the HTML standard gives as an example and that most highlighters
 * take, those of GitHub and Sphinx, and the attribute of some site builders.
 */
const CLASS = /(?:^|\s)(?:lang(?:uage)?|highlight(?:-source)?)-([a-z][\w+#.-]{0,30})(?=\s|$)/i;
const NAME = /^[a-z][\w+#.-]{0,30}$/i;
/** What stands at that place and names no language. */
const NONE: ReadonlySet<string> = new Set([
  "none",
  "default",
  "text",
  "plaintext",
  "nohighlight",
  "wrapper",
  "container",
]);
/** Elements around the code that are asked: a block with its frame, never the page. */
const ABOVE = 2;

/** The language of code, as the page names it on the element, on the one inside of it or on its frame. */
export function codeLanguage(outline: Outline, pre: number): string | undefined {
  const inside = pre + 1 < outline.exit[pre]! ? [pre + 1] : [];
  const ranks = [pre, ...inside];
  for (let rank = outline.parent[pre]!, steps = 0; rank >= 0 && steps < ABOVE; rank = outline.parent[rank]!, steps++)
    ranks.push(rank);
  for (const rank of ranks) {
    const name = named(outline, rank);
    if (name !== undefined) return NONE.has(name) ? undefined : name;
  }
  return undefined;
}

function named({ tree, node }: Outline, rank: number): string | undefined {
  const element = node[rank]!;
  const language = CLASS.exec(attribute(tree, element, "class") ?? "")?.[1];
  const stated = language ?? attribute(tree, element, "data-lang") ?? attribute(tree, element, "data-language");
  return stated !== undefined && NAME.test(stated) ? stated.toLowerCase() : undefined;
}
