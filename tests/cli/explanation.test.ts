import { expect, it } from "vitest";
import { explanationHtml } from "../../src/cli/explanation-html.ts";
import { explanationText } from "../../src/cli/explanation-text.ts";
import { explainFile } from "../../src/run/explain-file.ts";
import { defaultFields } from "../../src/sources/json-record.ts";
import { numbersFrom, paragraphs } from "../run/generated-corpus.ts";
import { folderWith } from "../run/written-run.ts";
import { STEERING } from "./command.ts";

const [first, second] = paragraphs(numbersFrom(61), 2);
const EVIL = '<script>alert("1")</script> \x1b[31m\u202e';
const DEBRIS = 'He met <a href="/tag/jack-wood-1" title="View all posts about Wood">General Wood</a> on Monday.';

const explain = async (text: string) =>
  explainFile(`${folderWith({ "a.jsonl": `${JSON.stringify({ text, title: EVIL })}\n` })}/a.jsonl`, 1, {
    fields: defaultFields,
  });

it("shows in plain text what went and why", async () => {
  const shown = explanationText(await explain(`${first}\n\n${DEBRIS}\n\n${second}`), false);
  expect(shown).toContain("He met [-<a ");
  expect(shown).toContain(first);
  expect(shown).toMatch(/-\]\(repair\/[a-z-]+\)General Wood\[-.*-\]\(repair\/[a-z-]+\) on Monday\./);
  expect(shown).toMatch(/\nrepair\/[a-z-]+: \w.*\n$/);
  expect(shown).not.toMatch(STEERING);
});

it("shows the same in colour, with no other escapes than its own", async () => {
  const shown = explanationText(await explain(`${first} ${EVIL}\n\n${DEBRIS}`), true);
  expect(shown).toContain("\x1b[31m\x1b[9m<a ");
  expect(shown.replaceAll(/\x1b\[(?:3[129]|[29]|2[29])m/g, "")).not.toMatch(STEERING);
});

it("makes a page in which nothing of the document is markup", async () => {
  const page = explanationHtml('a"<b>.txt', await explain(`${first} ${EVIL} &amp; more.\r\n\r\n${DEBRIS}`));
  expect(page).toContain("<title>a&quot;&lt;b&gt;.txt</title>");
  expect(page).toMatch(/<del title="repair\/[a-z-]+">&lt;a href=/);
  expect(
    page
      .match(/<[a-z!][^>]*/gi)
      ?.filter(
        (tag) =>
          !/^<(?:!doctype html|meta charset="utf-8"|title|style|h1|p|del title="[a-z/-]+"|ins|small|hr|dl|dt|dd)$/.test(
            tag,
          ),
      ),
  ).toEqual([]);
  expect(page).not.toMatch(STEERING);
  expect(page).not.toContain("\\u000d");
});
