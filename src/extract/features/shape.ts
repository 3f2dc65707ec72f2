import { type FeatureGroup, perBlock, share } from "./feature-group.ts";

const TIME = /\b\d{1,2}:\d{2}\b/;
const YEAR = /\b(?:19|20)\d\d\b/;
const MAIL = /\S@[^\s.@]+\.\S/;
/** Patterns are tried on the beginning only: dates, prices and marks stand early in the lines they matter in. */
const BEGINNING = 200;

/** What a block's text looks like by itself. */
export const shape: FeatureGroup = perBlock({
  words: ({ measures }, b) => measures.words[b]!,
  letters: ({ measures }, b) => measures.counts.letters[b]!,
  stops: ({ measures }, b) => measures.counts.stops[b]!,
  wordsPerStop: ({ measures }, b) => measures.words[b]! / (measures.counts.stops[b]! + 1),
  commas: ({ measures }, b) => share(measures.counts.commas[b]!, measures.words[b]!),
  titled: ({ measures }, b) => share(measures.counts.titled[b]!, measures.words[b]!),
  capitals: ({ measures }, b) => share(measures.counts.capitals[b]!, measures.counts.letters[b]!),
  digits: ({ measures }, b) =>
    share(measures.counts.digits[b]!, measures.counts.digits[b]! + measures.counts.letters[b]!),
  short: ({ measures }, b) => share(measures.counts.short[b]!, measures.words[b]!),
  longest: ({ measures }, b) => measures.counts.longest[b]!,
  lettersPerWord: ({ measures }, b) => share(measures.counts.letters[b]!, measures.words[b]!),
  marks: ({ measures }, b) => share(measures.counts.marks[b]!, measures.counts.letters[b]!),
  quotes: ({ measures }, b) => measures.counts.quotes[b]!,
  bars: ({ measures }, b) => measures.counts.bars[b]!,
  currency: ({ measures }, b) => measures.counts.currency[b]!,
  lines: ({ measures }, b) => measures.counts.lines[b]!,
  ending: ({ measures }, b) => measures.counts.ending[b]!,
  beginning: ({ measures }, b) => measures.counts.beginning[b]!,
  prose: ({ measures }, b) => measures.prose[b]!,
  question: ({ blocks }, b) => Number(blocks.text[b]!.includes("?")),
  copyright: ({ blocks }, b) => Number(blocks.text[b]!.includes("©")),
  time: ({ blocks }, b) => Number(TIME.test(blocks.text[b]!.slice(0, BEGINNING))),
  year: ({ blocks }, b) => Number(YEAR.test(blocks.text[b]!.slice(0, BEGINNING))),
  mail: ({ blocks }, b) => Number(MAIL.test(blocks.text[b]!.slice(0, BEGINNING))),
});
