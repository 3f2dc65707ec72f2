import { describe, expect, it } from "vitest";
import { segmentText } from "../../src/segment/segment-text.ts";

const codeIn = (text: string): string[] =>
  segmentText(text)
    .filter(({ kind }) => kind === "code")
    .map((block) => block.text);

describe("a run of code without a fence", () => {
  it.each([
    ["of a language with braces", "function ring(bell) {\n  bell.strike(2);\n\n  return bell;\n}"],
    [
      "of one that indents",
      "import bell\n\nclass Quay(Place):\n    def ring(self):\n        # twice\n        self.bell.ring(2)",
    ],
    ["of style rules", ".quay {\n  color: red;\n}\n@media print {\n  .quay { color: black; }\n}"],
    ["of data", '{\n  "bell": 2,\n  "keepers": [\n    "Zoë"\n  ]\n}'],
    ["with what leads up to it", "x = 3\ny = 4\nprint(max(x, y));\nring(x);"],
  ])("%s", (_, code) => {
    expect(codeIn(`The bell rings.\n\n${code}\n\nAnd it stops.`)).toEqual([code]);
  });

  it.each([
    "Milk (fresh);\nBread (old);\nSalt;",
    "The keeper shall open the bridge (see 3); and\nnobody else may;\nunless it burns;",
    "Who came:\nthe miller;\nhis wife;",
    "He asked (twice):\n  where is the bell?",
    "Return to the mill;\nit is late;",
    "- bread;\n- salt {coarse};",
    "if it rains:\nelse we go.",
    "x = 3;",
    "Name: Zoë;\nPlace: Quay;",
    "“Ring it,”\nhe said,\nand left,",
    ":-)\n;-)",
  ])("is not %j", (text) => expect(codeIn(text)).toEqual([]));
});
