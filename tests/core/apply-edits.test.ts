import { describe, expect, it } from "vitest";
import { applyEdits } from "../../src/core/apply-edits.ts";
import { finish } from "../../src/core/cleaned.ts";
import type { Document } from "../../src/core/document.ts";
import { type Edit, note, remove, replaceWithin } from "../../src/core/edit.ts";
import { EditError } from "../../src/core/errors.ts";
import { defineRule, type Rule, type RuleId } from "../../src/core/rule.ts";
import { openDocument } from "../../src/pipeline.ts";

const ruleOf = (id: RuleId, more: Partial<Rule> = {}): Rule =>
  defineRule({ id, summary: "a rule", changes: [{ input: "a", output: "b" }], leavesAlone: ["c"], ...more });

const first = ruleOf("repair/first");
const second = ruleOf("strip/second");
const anything = { name: "test", cap: 1 };

const open = (text: string): Document => openDocument(text, "text/plain", {}).document;

const edit = (start: number, end: number, text: string, rule = first): Edit => ({ start, end, text, rule });

describe("applyEdits", () => {
  it("changes the text of the blocks it touches and keeps the other blocks as they are", () => {
    const document = open("One two.\n\nThree four.");
    const changed = applyEdits(document, anything, [edit(4, 7, "2")]);
    expect(changed.blocks.map(({ text }) => text)).toEqual(["One 2.", "Three four."]);
    expect(changed.blocks[1]).toBe(document.blocks[1]);
    expect(finish(changed).ledger).toEqual([
      { stage: "repair", rule: "repair/first", start: 4, end: 7, text: "two", replacement: "2" },
    ]);
  });

  it("gives the same document back when there is nothing to do", () => {
    const document = open("One two.");
    expect(applyEdits(document, anything, [])).toBe(document);
  });

  it("drops a block that is left without text", () => {
    const changed = applyEdits(open("One.\n\nTwo."), anything, [edit(0, 3, ""), edit(3, 4, "")]);
    expect(changed.blocks.map(({ text }) => text)).toEqual(["Two."]);
  });

  it("refuses overlapping edits and names both rules", () => {
    const plan = [edit(0, 5, ""), edit(4, 7, "", second)];
    expect(() => applyEdits(open("One two."), anything, plan)).toThrow(EditError);
    expect(() => applyEdits(open("One two."), anything, plan)).toThrow(
      /repair\/first and strip\/second both edit 4\.\.5/,
    );
  });

  it("refuses an edit of nothing, and one that cuts through an earlier one", () => {
    expect(() => applyEdits(open("One two."), anything, [edit(3, 3, "x")])).toThrow(/empty span/);
    const once = applyEdits(open("One two."), anything, [edit(0, 5, "x")]);
    expect(() => applyEdits(once, anything, [edit(4, 7, "", second)])).toThrow(/cuts through an edit of repair\/first/);
  });

  it("lets a later edit absorb the earlier ones inside it, and quotes the source", () => {
    const once = applyEdits(open("One two three."), anything, [edit(4, 7, "2")]);
    const [block] = once.blocks;
    const twice = applyEdits(once, anything, [replaceWithin(block!, 0, 5, "X", second)]);
    expect(twice.blocks[0]!.text).toBe("X three.");
    expect(finish(twice).ledger).toEqual([
      {
        stage: "strip",
        rule: "strip/second",
        start: 0,
        end: 7,
        text: "One two",
        replacement: "X",
        absorbed: ["repair/first"],
      },
    ]);
  });

  it("grows an edit that ends inside a replacement and carries the rest of it along", () => {
    const once = applyEdits(open("ab cd ef"), anything, [edit(3, 5, "wxyz")]);
    const [block] = once.blocks;
    const twice = applyEdits(once, anything, [replaceWithin(block!, 0, 5, "-", second)]);
    expect(twice.blocks[0]!.text).toBe("-yz ef");
    expect(twice.edits).toMatchObject([{ start: 0, end: 5, text: "-yz" }]);
  });

  it("rolls a stage back that takes more than its cap, and says so", () => {
    const document = open("One two three.");
    const changed = applyEdits(document, { name: "greedy", cap: 0.5 }, [edit(0, 8, "", second)]);
    expect(changed.blocks).toBe(document.blocks);
    expect(changed.flags).toEqual(["rolled-back:strip"]);
  });

  it("takes up to the cap, and counts what is put in place", () => {
    const cut = applyEdits(open("One two three."), { name: "fair", cap: 0.5 }, [edit(0, 7, "")]);
    expect(cut.flags).toEqual([]);
    const replaced = applyEdits(open("One two three."), { name: "fair", cap: 0 }, [edit(0, 7, "One TWO")]);
    expect(replaced.blocks[0]!.text).toBe("One TWO three.");
  });

  it("sets the flag of a rule that fires, also for a note, once", () => {
    const flagging = ruleOf("strip/flagging", { flag: "seen" });
    const document = open("One two.");
    const noted = applyEdits(document, anything, [note(document.blocks[0]!, flagging)]);
    expect(noted.flags).toEqual(["seen"]);
    expect(noted.edits).toEqual([]);
    expect(applyEdits(noted, anything, [edit(0, 3, "", flagging)]).flags).toEqual(["seen"]);
  });

  it("lifts what a rule says into the record, unless something is there", () => {
    const lifting = ruleOf("title/test", { lifts: "title" });
    const document = open("A title\n\nText.");
    const lifts = { ...remove(document.blocks[0]!, lifting), lifted: "A title" };
    expect(applyEdits(document, anything, [lifts]).metadata.title).toBe("A title");
    const kept = applyEdits(document, anything, [{ ...note(document.blocks[0]!, lifting), lifted: "A title" }]);
    expect(kept.metadata.title).toBe("A title");
    expect(kept.blocks).toBe(document.blocks);
    const known = { ...document, metadata: { title: "Known" } };
    expect(applyEdits(known, anything, [lifts]).metadata.title).toBe("Known");
  });
});
