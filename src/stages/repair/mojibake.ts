import { type Block, holds } from "../../core/block.ts";
import type { Document } from "../../core/document.ts";
import { type Edit, note, replaceWithin } from "../../core/edit.ts";
import { defineRule, type Rule } from "../../core/rule.ts";
import { firstEndingAfter, outsideOf } from "../../core/span.ts";
import type { DocumentStage } from "../../core/stage.ts";
import { inlineCode } from "../../text/code.ts";
import { MISREAD } from "../../text/marks.ts";
import { findMojibake, type Mojibake } from "../../text/mojibake.ts";
import { findTorn, LOST_HYPHEN, losesHyphens } from "../../text/torn-mojibake.ts";

const rule: Rule = defineRule({
  id: "repair/mojibake",
  summary: "characters that a wrong encoding made of others, read as they were meant",
  changes: [
    { input: "The cafÃ© at Ellery’s quay.", output: "The café at Ellery’s quay." },
    { input: "The pilotâ€™s boat, âˆ’2 Â°C.", output: "The pilot’s boat, −2 °C." },
    { input: "EspaÃƒÂ±ol, twice: the pilotÃ¢â‚¬â„¢s.", output: "Español, twice: the pilot’s." },
    { input: "La caf√©t√©ria, c‚Äôest ferm√©.", output: "La cafétéria, c’est fermé." },
    { input: "РџСЂРёРІРµС‚, лоцман.", output: "Привет, лоцман." },
    { input: "The pilot\u0092s boat \u0096 late.", output: "The pilot’s boat – late." },
  ],
  leavesAlone: [
    "ATENÇÃO: A PONTE DA MANHû ESTÁ FECHADA, SÃO 3 KM.",
    "Der Buchstabe „Ä“ macht Spaß“, sagte er. Å” bleibt.",
    "В «Москве» и В\u00a0Перми ждали: √π und √2, ‚Ähre‘.",
    "« Déjà » l’été’” à l’œuvre : CAFÉ…",
    "Read as Latin-1, the letter ä of UTF-8 shows as “Ã¤” on the page.",
  ],
});

const left: Rule = defineRule({
  id: "repair/mojibake-left",
  summary: "a character that a wrong encoding took for good, or a text that speaks of encodings; the record is flagged",
  flag: "mojibake-left",
  changes: [
    { input: "The caf\ufffd of Ellery.", output: "The caf\ufffd of Ellery." },
    { input: "In UTF-8 it would be â€™, he wrote.", output: "In UTF-8 it would be â€™, he wrote." },
  ],
  leavesAlone: ["The caf? of Ellery.", "The café of Ellery."],
});

/** A record with one of these flags says already that characters are lost. */
const SAID = ["mojibake-left", "broken-utf8", "broken-charset"] as const;

/** A text that speaks of encodings may show what they do. */
const ENCODING_TALK =
  /\b(?:mojibake|utf-?8|unicode|iso[- ]8859|latin-?1|(?:windows-|cp)125\d|(?:character|text) (?:sets?|encodings?)|charsets?)\b/i;

/** Reads misread text as it was meant; the ledger says by which encodings it went. Code is left as it is. */
export const mojibake: DocumentStage = {
  name: "mojibake",
  rules: [rule, left],
  cap: 0.95,
  // Each round takes off one layer; the last one sees what was torn beside the restored characters.
  rounds: 5,
  *plan(document) {
    if (!document.blocks.some(mayBeMisread)) return;
    const blocks = document.blocks.filter(mayBeMisread);
    const found = findMojibake(blocks.map(({ text }) => text));
    const shown = found && document.blocks.some(({ text }) => ENCODING_TALK.test(text));
    const lost = shown ? blocks[0] : blocks.find(({ text }) => text.includes("\ufffd"));
    if (lost && !SAID.some((flag) => document.flags.includes(flag))) yield note(lost, left);
    if (shown) return;
    if (found) yield* restore(blocks, found, document);
    else yield* restoreTorn(blocks, document);
  },
};

function mayBeMisread(block: Block): boolean {
  return holds(block, MISREAD) && block.kind !== "code";
}

function* restore(blocks: readonly Block[], { readAs, sequences }: Mojibake, { edits }: Document): Iterable<Edit> {
  for (const [i, own] of sequences.entries()) {
    const block = blocks[i]!;
    const code = block.text.includes("`") ? inlineCode(block.text) : [];
    for (const { start, end, character } of outsideOf(own, code)) {
      const edit = replaceWithin(block, start, end, character, rule);
      // What an earlier round put here, if anything, was misread later.
      const later = edits[firstEndingAfter(edits, edit.start)];
      yield { ...edit, reason: explain(readAs, later && later.end <= edit.end ? later.reason : undefined) };
    }
  }
}

function* restoreTorn(blocks: readonly Block[], { edits }: Document): Iterable<Edit> {
  const own = edits.filter((edit) => edit.rule === rule);
  const lost = own.some(({ reason }) => reason === LOST_HYPHEN) || blocks.some(({ text }) => losesHyphens(text));
  const context = { evidence: own.length > 0, losesHyphens: lost };
  for (const block of blocks)
    for (const { start, end, restored, cause } of findTorn(block.text, context))
      yield { ...replaceWithin(block, start, end, restored, rule), reason: cause };
}

const TIMES = ["", ", twice", ", three times", ", four times"];
const OPENING = "UTF-8 read as ";

/** `UTF-8 read as windows-1252, twice`; where the encodings differ, in the order in which it happened. */
function explain(readAs: string, later: string | undefined): string {
  const first = OPENING + readAs;
  if (later === undefined) return first;
  const times = TIMES.findIndex((words) => later === first + words);
  return first + (times < 0 ? `, then as ${later.slice(OPENING.length)}` : TIMES[times + 1]);
}
