import { expect, it } from "vitest";
import { inCanonicalOrder, orderFailures, uniqueIds } from "../../src/run/canonical-order.ts";
import type { StoredDraft } from "../../src/run/draft-store.ts";
import { numbersFrom } from "./generated-corpus.ts";

const draft = (order: number, record: number | undefined, id: string): StoredDraft => ({
  order,
  ...(record !== undefined && { record }),
  id,
  lengths: [1, 0, 0],
  offset: 0,
});

it("orders by input, then by record, never by arrival", () => {
  const drafts = [draft(0, undefined, "a"), draft(1, 2, "b"), draft(1, 10, "c"), draft(2, 1, "d")];
  const next = numbersFrom(2);
  for (let i = 0; i < 20; i++) {
    const arrived = drafts.toSorted(() => next(3) - 1);
    expect(inCanonicalOrder(arrived).map((arrival) => arrived[arrival])).toEqual(drafts);
  }
});

it("orders failures by code units of their inputs' paths, then by member and record, whether found or listed", () => {
  const failed = (path: string, record?: number) =>
    ({ path, ...(record && { record }), reason: "empty", message: "", advice: "" }) as const;
  const inputs = ["a", "a.zip", "a.zip.txt", "b"].map((path) => ({ path }));
  const found = [
    { order: 0, failure: failed("a", 9) },
    { order: 0, failure: failed("a", 10) },
    { order: 1, part: 1, failure: failed("a.zip/z", 2) },
    { order: 1, part: 2, failure: failed("a.zip/y", 1) },
    { order: 1, part: 10, failure: failed("a.zip") },
    { order: 2, failure: failed("a.zip.txt") },
    { order: 3, failure: failed("b") },
  ];
  const listed = [failed("B"), failed("aa"), failed("\u{1f525}"), failed("\uffee")];
  const ordered = [
    failed("B"),
    ...found.slice(0, 6).map(({ failure }) => failure),
    failed("aa"),
    failed("b"),
    failed("\u{1f525}"),
    failed("\uffee"),
  ];
  expect(orderFailures(found.toReversed(), listed.toReversed(), inputs)).toEqual(ordered);
});

it("gives every document an id of its own, even where one brings the id another falls back on", () => {
  const drafts = ["x", "f-3", "x", "x", "f-3-2", "y"].map((id, i) => draft(i, undefined, id));
  const ids = uniqueIds(drafts, ({ order }) => `f-${order}`);
  expect(ids).toEqual(["x", "f-3", "f-2", "f-3-2", "f-4", "y"]);
});
