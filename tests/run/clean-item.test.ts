import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { encodeDraft } from "../../src/run/draft.ts";
import { numbersFrom, paragraphs } from "./generated-corpus.ts";
import { folderWith, problemsOf, runOver } from "./written-run.ts";

vi.mock("../../src/run/draft.ts", async (original) => {
  const module = await original<typeof import("../../src/run/draft.ts")>();
  return { ...module, encodeDraft: vi.fn(module.encodeDraft) };
});

const [first, second] = paragraphs(numbersFrom(71), 2);

it.each([
  // As of a text that is longer than a string can be once it is escaped as JSON.
  ["too-large", new RangeError("Invalid string length")],
  ["crashed", new TypeError("cannot read properties of undefined")],
])("makes a failure `%s` of what goes wrong after cleaning, also on the calling thread", async (reason, error) => {
  const folder = folderWith({ "a.txt": first!, "b.txt": second! });
  vi.mocked(encodeDraft).mockImplementationOnce(() => {
    throw error;
  });
  const { documents, failures, out } = await runOver([folder]);
  expect(failures).toEqual([expect.objectContaining({ path: "a.txt", reason })]);
  expect(documents.map(({ source }) => source.path)).toEqual(["b.txt"]);
  expect(await problemsOf(join(out))).toEqual([]);
});
