import type { CleanOptions } from "./clean-options.ts";
import type { Cleaned } from "./core/cleaned.ts";
import type { CorpusStage } from "./core/corpus-stage.ts";
import type { Rule } from "./core/rule.ts";
import { applyDrops } from "./dedupe/apply-drops.ts";
import { decideOver } from "./dedupe/decide-over.ts";
import { nameDrops } from "./dedupe/name-drops.ts";
import { cleanHtml, cleanText, corpusStages } from "./pipeline.ts";
import { compilePack, type FramedPack, type Pack } from "./rules/pack.ts";
import { phrasebooks } from "./stages/strip/phrasebooks.ts";

/** An example that does not show what it is meant to. */
export interface BrokenExample {
  readonly rule: Rule;
  readonly input: string;
  readonly message: string;
}

const BETWEEN_DOCUMENTS = "\n\f\n";

/** Runs a rule's examples. Those of corpus rules are corpora: documents parted by a form feed on a line of its own. */
export function* brokenExamples(rule: Rule, options: CleanOptions = {}): Generator<BrokenExample> {
  for (const { input, output } of rule.changes) {
    const cleaned = run(rule, input, options);
    const kept = cleaned.filter(({ blocks }) => blocks.length > 0);
    const text = kept.map((document) => document.text).join(BETWEEN_DOCUMENTS);
    if (text !== output) yield { rule, input, message: `becomes "${text}", not "${output}"` };
    else if (!fires(rule, cleaned)) yield { rule, input, message: "is changed by other rules only" };
  }
  for (const input of rule.leavesAlone)
    if (fires(rule, run(rule, input, options))) yield { rule, input, message: "is changed and should not be" };
}

function run(rule: Rule, input: string, options: CleanOptions): readonly Cleaned[] {
  const stage = corpusStages.find(({ rules }) => rules.includes(rule));
  if (stage) return settle(input.split(BETWEEN_DOCUMENTS), stage);
  const given = { ...options, ...rule.options };
  return [rule.id.startsWith("extract/") ? cleanHtml(input, given) : cleanText(input, given)];
}

/** What one stage leaves of documents of one source; a title that is known keeps first lines from being lifted. */
function settle(texts: readonly string[], stage: CorpusStage): Cleaned[] {
  const documents = texts.map((text) => cleanText(text, { title: "" }));
  const drops = decideOver(documents, [stage], () => "example");
  return documents.map((cleaned, index) => applyDrops(cleaned, nameDrops(drops, index, String)));
}

function fires({ id, flag }: Rule, cleaned: readonly Cleaned[]): boolean {
  return cleaned.some(
    ({ ledger, flags }) =>
      ledger.some((entry) => entry.rule === id || entry.absorbed?.includes(id)) ||
      (flag !== undefined && flags.includes(flag)),
  );
}

/** The rules of a user's pack with their examples; where it has no sentences to set them into, dehusk's are taken. */
export function rulesOfPack(pack: Pack): Rule[] {
  return compilePack({ ...pack, frame: pack.frame ?? phrasebooks.frameFor(pack.language) } satisfies FramedPack).map(
    ({ rule }) => rule,
  );
}
