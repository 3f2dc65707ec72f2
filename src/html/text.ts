import { type CharacterReference, characterReference } from "./character-reference.ts";
import { TAG } from "./tags.ts";
import { ENCODED, FOREIGN_MATH, FOREIGN_SVG, type HtmlTree, RAW } from "./tree.ts";

/** A stretch of the source and the text a reader sees there: the source's own, or what stands for it as a whole. */
export interface TextPiece {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly verbatim: boolean;
}

/** What a reader sees of a text: references decoded, line ends made line feeds, NULs as HTML has them. */
export function textOf(tree: HtmlTree, node: number): string {
  if (!(tree.flags[node]! & ENCODED)) return tree.source.slice(tree.start[node], tree.end[node]);
  let text = "";
  eachPiece(tree, node, (_start, _end, piece) => {
    text += piece;
  });
  return text;
}

/** The same in pieces: runs of the source's own characters, and what references and line ends stand for. */
export function textPieces(tree: HtmlTree, node: number): TextPiece[] {
  const [start, end] = [tree.start[node]!, tree.end[node]!];
  if (!(tree.flags[node]! & ENCODED)) return [{ start, end, text: tree.source.slice(start, end), verbatim: true }];
  const pieces: TextPiece[] = [];
  eachPiece(tree, node, (start, end, text, verbatim) => {
    if (text !== "") pieces.push({ start, end, text, verbatim });
  });
  return pieces;
}

type Visit = (start: number, end: number, text: string, verbatim: boolean) => void;

function eachPiece(tree: HtmlTree, node: number, visit: Visit): void {
  const start = tree.start[node]!;
  const written = tree.source.slice(start, tree.end[node]);
  const mapped = tree.flags[node]! & RAW ? /[\r\0]/g : /[&\r\0]/g;
  const nul = keepsNul(tree, node) ? "\ufffd" : "";
  let from = 0;
  for (let match = mapped.exec(written); match; match = mapped.exec(written)) {
    const { index } = match;
    const stands = standsFor(written, index, nul);
    if (!stands) continue;
    if (index > from) visit(start + from, start + index, written.slice(from, index), true);
    from = mapped.lastIndex = index + stands.length;
    visit(start + index, start + from, stands.text, false);
  }
  if (from < written.length) visit(start + from, start + written.length, written.slice(from), true);
}

function standsFor(written: string, at: number, nul: string): CharacterReference | undefined {
  const unit = written.charCodeAt(at);
  if (unit === 0) return { text: nul, length: 1 };
  // HTML reads CR LF and CR as LF.
  if (unit === 13) return { text: written.charCodeAt(at + 1) === 10 ? "" : "\n", length: 1 };
  return characterReference(written, at);
}

/** HTML drops NULs from its own text, and shows them as U+FFFD where it reads in another way. */
function keepsNul(tree: HtmlTree, node: number): boolean {
  if (tree.flags[node]! & (RAW | FOREIGN_SVG | FOREIGN_MATH)) return true;
  const parent = tree.parent[node]!;
  if (parent < 0 || tree.flags[parent]! & (FOREIGN_SVG | FOREIGN_MATH)) return false;
  return tree.tag[parent] === TAG.title || tree.tag[parent] === TAG.textarea;
}
