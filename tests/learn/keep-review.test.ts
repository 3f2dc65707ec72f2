import { expect, it } from "vitest";
import { keepReview } from "../../src/learn/keep-review.ts";
import type { Profile, ProfileLine } from "../../src/learn/profile.ts";

const profileOf = (sources: Readonly<Record<string, readonly ProfileLine[]>>): Profile => ({
  schema: "dehusk/profile/1",
  sources: Object.fromEntries(Object.entries(sources).map(([name, lines]) => [name, { pages: 9, lines }])),
});

it("keeps marks and lines of one's own, takes counts anew, and learns again what was only counted", () => {
  const reviewed = profileOf({
    a: [
      { line: "üles tagasi", pages: 5, keep: true },
      { line: "avaleht", pages: 6 },
      { line: "Jaga seda!" },
      { line: "loetud 0 korda", positions: ["tail"] },
    ],
    gone: [{ line: "vana", pages: 4 }],
    own: [{ line: "minu" }],
  });
  const fresh = profileOf({
    a: [
      { line: "üles tagasi", pages: 9 },
      { line: "loetud 0 korda", pages: 8 },
      { line: "uus", pages: 7 },
    ],
  });
  expect(keepReview(fresh, reviewed).sources).toEqual({
    a: {
      pages: 9,
      lines: [
        { line: "üles tagasi", pages: 9, keep: true },
        { line: "loetud 0 korda", positions: ["tail"] },
        { line: "uus", pages: 7 },
        { line: "Jaga seda!" },
      ],
    },
    own: { lines: [{ line: "minu" }] },
  });
  expect(keepReview(fresh, profileOf({ a: [{ line: "avaleht", pages: 6 }] }))).toEqual(fresh);
});
