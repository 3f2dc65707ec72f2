import fc from "fast-check";
import { expect, it } from "vitest";
import { contextNames, scoreContext } from "../../../src/extract/features/score-context.ts";
import { type MeasuredPage, measurePage } from "../../../src/extract/page-measures.ts";
import { parseHtml } from "../../../src/html/parse-html.ts";
import { tagSoup } from "../tag-soup.ts";

const pageAndScores = tagSoup.chain((html) => {
  const page = measurePage(parseHtml(html));
  const score = fc.double({ min: 0, max: 1, noNaN: true });
  return fc.tuple(fc.constant(page), fc.array(score, { minLength: page.blocks.count, maxLength: page.blocks.count }));
});

/** The mean of the others in a range, weighed by words, the plain way. */
function mean(page: MeasuredPage, scores: readonly number[], own: number, from: number, to: number): number {
  let [mass, weight] = [0, 0];
  for (let b = Math.max(0, from); b < Math.min(scores.length, to); b++) {
    if (b === own) continue;
    weight += page.measures.words[b]! + 0.5;
    mass += scores[b]! * (page.measures.words[b]! + 0.5);
  }
  return weight === 0 ? 0 : mass / weight;
}

it("says what the score is around each block, as the plain way does", () => {
  fc.assert(
    fc.property(pageAndScores, ([page, scores]) => {
      const names = contextNames("s");
      const columns = scoreContext(scores, page);
      const of = (name: string): Float32Array => columns[names.indexOf(name)]!;
      expect(columns).toHaveLength(names.length);
      for (let b = 0; b < scores.length; b++) {
        expect(of("s")[b]).toBeCloseTo(scores[b]!, 5);
        expect(of("s:@-1")[b]).toBeCloseTo(scores[b - 1] ?? -1, 5);
        expect(of("s:@4")[b]).toBeCloseTo(scores[b + 4] ?? -1, 5);
        expect(of("s:around4")[b]).toBeCloseTo(mean(page, scores, b, b - 4, b + 5), 4);
        expect(of("s:around25")[b]).toBeCloseTo(mean(page, scores, b, b - 25, b + 26), 4);
        const { host } = page.blocks;
        const { path } = page.elements;
        const alike = scores.filter((_, other) => path[host[other]!] === path[host[b]!]);
        expect(of("s:pathBest")[b]).toBeCloseTo(Math.max(...alike), 5);
      }
    }),
    { numRuns: 300 },
  );
});
