import { expect, it } from "vitest";
import { visibleText } from "../../src/core/document.ts";
import { readPage } from "../../src/extract/page.ts";

it("gives what has no width of its own to the span that begins there, and only to it", () => {
  const { visible } = readPage("near<br>far");
  const see = (start: number, end: number) => visibleText(visible, { start, end });
  expect([see(0, 4), see(4, 11), see(0, 11)]).toEqual(["near", "\nfar", "near\nfar"]);
});
