import fc from "fast-check";
import { expect, it } from "vitest";
import { FEATURES, measureFeatures } from "../../../src/extract/features/measure-features.ts";
import { pageAbout } from "../../../src/extract/page-about.ts";
import { measurePage } from "../../../src/extract/page-measures.ts";
import { parseHtml } from "../../../src/html/parse-html.ts";

const part = fc.constantFrom(
  '<div class="menu"><a href="/">Home</a></div>',
  "<h1>The river rose</h1>",
  "<p>The river rose by two metres in the night, and by morning the lower road was gone.</p>",
  '<ul class="list"><li>one</li><li>two</li></ul>',
  '<section role="main"><article><p>What is it? A mill.</p></article></section>',
  "<footer>© The Valley Post</footer>",
);

it("gives a wanted feature the values that it has when all are wanted", () => {
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), fc.subarray([...FEATURES]), (parts, names) => {
      const tree = parseHtml(`<title>The river rose</title>${parts.join("")}`);
      const input = { ...measurePage(tree), about: pageAbout(tree, "https://example.org/news/river") };
      const all = measureFeatures(input);
      const some = measureFeatures(input, new Set(names));
      for (const name of names) expect(some[FEATURES.indexOf(name)]).toEqual(all[FEATURES.indexOf(name)]);
    }),
  );
});
