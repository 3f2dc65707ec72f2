import fc from "fast-check";
import { expect, it } from "vitest";
import { cleanText } from "../../src/index.ts";

/** Code as tutorials show it, full of what is debris elsewhere. */
const CODE = [
  'const link = document.querySelector("a.quay");\nif (link) {\n  link.title = "The quay &amp; its bell";\n}',
  "def ring(times):\n    for _ in range(times):\n        print('cafÃ©', '[edit]')\n    return None",
  '.quay {\n  color: #333;\n  background: url("/bell.png");\n}\n\n.quay > a {\n  margin: 0;\n}',
  '{\n  "name": "quay",\n  "url": "/places/quay\\"",\n  "tags": ["[vc_row]", "&lt;b&gt;"]\n}',
  "<div class=\"quay\">\n  <a href='/bell'>{{ bell.title }}</a><br>\n</div>",
  '(adsbygoogle = window.adsbygoogle || []).push({});\ngtag("config", "%%ID%%");',
  '[caption id="7" align="left"]The bell[/caption]\n[gallery ids="1,2"]\n{{ page.title }}',
  'echo "&nbsp;" > bell.html;\nsed -e "s/<br>//" bell.html;',
];
const indented = (code: string): string => code.replace(/^(?=.)/gm, "    ");

/** Ways to show code that need no words around them. */
const SHOWN: readonly ((code: string) => string)[] = [
  (code) => `\`\`\`\n${code}\n\`\`\``,
  (code) => `~~~html\n${code}\n~~~`,
];
const INTRODUCTIONS = [
  "Put this HTML into the template of the page:",
  "The JavaScript of the widget looks like this:",
  "In CSS or PHP, the same code would be written so:",
  "Copy the snippet below, tags and attributes included.",
];
const PROSE = [
  "The quay was shut on Monday, and nobody could say for how long it would be before the ferry came back.",
  "Its keeper has rung the bell for thirty years, twice a day, and once more when there is fog on the river.",
  "When it has been saved, load the page again and look at it.",
];

const withoutEnds = (code: string): string => code.replace(/[^\S\n]+$/gm, "");

it("keeps what stands in a fence, byte by byte, in any text", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...PROSE), fc.constantFrom(...CODE), fc.constantFrom(...SHOWN)), {
        minLength: 1,
        maxLength: 4,
      }),
      (parts) => {
        const { text } = cleanText(parts.flatMap(([prose, code, show]) => [prose, show(code)]).join("\n\n"));
        for (const [, code, show] of parts) expect(text).toContain(show(code));
      },
    ),
    { numRuns: 1000 },
  );
});

it("keeps each line of code in a text that speaks of it, however it is shown", () => {
  const show = fc.constantFrom((code: string) => code, indented, ...SHOWN);
  const part = fc.tuple(fc.constantFrom(...INTRODUCTIONS), fc.constantFrom(...CODE), show, fc.constantFrom(...PROSE));
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (parts) => {
      const source = parts.flatMap(([words, code, how, prose]) => [words, how(code), prose]).join("\n\n");
      const { text, ledger } = cleanText(source);
      for (const [, code] of parts) for (const line of code.split("\n")) expect(text).toContain(line.trim());
      expect(ledger.filter(({ rule }) => rule.startsWith("repair/"))).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});

it("keeps indentation and line breaks of code that shows itself", () => {
  for (const code of CODE.slice(0, 4)) {
    for (const shown of [code, indented(code)]) {
      const { text, blocks, ledger } = cleanText(`${PROSE[0]}\n\n${shown}\n\n${PROSE[1]}`);
      expect(text).toBe(`${PROSE[0]}\n\n${withoutEnds(shown)}\n\n${PROSE[1]}`);
      expect(blocks.map(({ kind }) => kind)).toEqual(["paragraph", "code", "paragraph"]);
      expect(ledger).toEqual([]);
    }
  }
});

it("keeps code between backticks", () => {
  const inline = fc.constantFrom('<a class="x">', "&nbsp;", "[vc_row]", 'x" class="y">z', "{{ title }}", "cafÃ© {}");
  fc.assert(
    fc.property(fc.array(fc.tuple(inline, fc.constantFrom(...PROSE)), { minLength: 1, maxLength: 5 }), (parts) => {
      const source = parts.map(([code, prose]) => `${prose} It reads \`${code}\` there.`).join("\n\n");
      expect(cleanText(source)).toMatchObject({ text: source, ledger: [] });
    }),
    { numRuns: 1000 },
  );
});
