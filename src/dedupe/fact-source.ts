import type { Cleaned } from "../core/cleaned.ts";
import type { CorpusStage, Fact } from "../core/corpus-stage.ts";
import type { DropList } from "./drop-list.ts";
import { type FactVisitor, packFacts, visitDocument } from "./fact-codec.ts";

/** The facts of one stage, to be gone through in canonical order as often as is needed. */
export interface FactSource {
  /** At least the number of 32-bit values that all facts hold. */
  readonly size: number;
  visit(each: FactVisitor): void;
}

/** Of documents that are all in memory; `sourceOf` names where one of them comes from. */
export function factsInMemory(
  documents: readonly Cleaned[],
  stage: CorpusStage,
  sourceOf: (index: number) => string,
): FactSource {
  return packedSource(
    documents.flatMap((cleaned, document) =>
      Array.from(stage.facts(cleaned, sourceOf(document)), (fact) => ({ ...fact, document })),
    ),
  );
}

/** Of facts in canonical order. */
function packedSource(facts: readonly Fact[]): FactSource {
  const packed = packFacts(facts);
  return {
    size: packed.length,
    visit(each) {
      for (let at = 0; at < packed.length; ) at = visitDocument(packed, at, packed[at]!, each);
    },
  };
}

/** What is left when earlier stages have taken some blocks and documents. */
export function withoutDropped(source: FactSource, dropped: readonly DropList[]): FactSource {
  if (dropped.every(({ length }) => length === 0)) return source;
  return {
    size: source.size,
    visit(each) {
      const walks = dropped.map((list) => list.walk());
      source.visit((document, block, values, from, to) => {
        if (!walks.some((holds) => holds(document, block))) each(document, block, values, from, to);
      });
    },
  };
}
