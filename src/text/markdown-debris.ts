import { slugOf } from "./slug.ts";

/** The rest of a Markdown link that lost its opening bracket. Offsets are UTF-16 code units, end excluded. */
export interface MarkdownDebris {
  readonly start: number;
  readonly end: number;
  /** Whether the address itself says that the word around it is one: only then it is known what stood there. */
  readonly proven: boolean;
}

/** UTF-16 code units of a word that are looked at on either side. */
const REACH = 60;
const TARGET = /\]\((https?:\/\/[^\s()[\]<>"]{1,300})\)/g;
const WORD_BEFORE = /(?<![\p{L}\p{M}\p{N}’'-])[\p{L}\p{M}\p{N}’'-]{1,60}$/u;
const WORD_AFTER = /^[\p{L}\p{M}\p{N}’'-]{1,60}/u;

/** Finds `](address)` whose bracket was never opened on its line, as in `bes](https://x.example/best)t`. */
export function* findMarkdownDebris(text: string): Iterable<MarkdownDebris> {
  let line = 0;
  for (const { 0: whole, 1: address = "", index } of text.matchAll(TARGET)) {
    const open = text.slice(line, index);
    const end = index + whole.length;
    line = end;
    if (open.slice(open.lastIndexOf("\n") + 1).includes("[")) continue;
    const before = WORD_BEFORE.exec(open.slice(-REACH))?.[0] ?? "";
    const after = WORD_AFTER.exec(text.slice(end, end + REACH))?.[0] ?? "";
    yield { start: index, end, proven: endsIn(address, before + after) };
  }
}

/** The last part of the address is the word, or has it as one of its own. */
function endsIn(address: string, word: string): boolean {
  const slug = slugOf(word);
  if (slug.length < 3) return false;
  const path = address.split(/[?#]/)[0]!.split("/").filter(Boolean);
  return `-${slugOf(path.at(-1) ?? "")}-`.includes(`-${slug}-`);
}
