import type { CorpusStage } from "../core/corpus-stage.ts";
import { identicalParagraphs } from "./identical-paragraphs.ts";
import { nearCopies } from "./near-copies.ts";
import { nearIdenticalParagraphs } from "./near-identical-paragraphs.ts";

/**
 * Documents first: a paragraph kept in a document that is itself dropped afterwards would be lost. Identical paragraphs
 * before near ones, which then see each text once.
 */
export const corpusStages: readonly CorpusStage[] = [nearCopies, identicalParagraphs, nearIdenticalParagraphs];
