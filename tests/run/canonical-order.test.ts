import { expect, it } from "vitest";
import { compareFailures, inCanonicalOrder, uniqueIds } from "../../src/run/canonical-order.ts";
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

it("orders failures by code units of their paths, then by record", () => {
  const failure = { reason: "empty" as const, message: "", advice: "" };
  const failures = [
    { ...failure, path: "B" },
    { ...failure, path: "a" },
    { ...failure, path: "a", record: 9 },
    { ...failure, path: "a", record: 10 },
    { ...failure, path: "\u{1f525}" },
    { ...failure, path: "\uffee" },
  ];
  expect(failures.toReversed().sort(compareFailures)).toEqual(failures);
});

it("gives every document an id of its own, even where one brings the id another falls back on", () => {
  const drafts = ["x", "f-3", "x", "x", "f-3-2", "y"].map((id, i) => draft(i, undefined, id));
  const ids = uniqueIds(drafts, ({ order }) => `f-${order}`);
  expect(ids).toEqual(["x", "f-3", "f-2", "f-3-2", "f-4", "y"]);
});
