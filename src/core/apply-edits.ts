import { hasInk } from "../text/whitespace.ts";
import type { Block } from "./block.ts";
import { type Document, visibleText } from "./document.ts";
import type { Edit, Note } from "./edit.ts";
import { EditError } from "./errors.ts";
import { placePieces } from "./place-pieces.ts";
import { type RuleId, stageOf } from "./rule.ts";
import { firstEndingAfter } from "./span.ts";
import type { DocumentStage } from "./stage.ts";

type StageLimits = Pick<DocumentStage, "name" | "cap">;

/**
 * The only place where text changes. Refuses edits that overlap, absorbs earlier edits that lie inside new ones, and
 * rolls the whole stage back, with the flag `rolled-back:<stage>`, when it would take more than its cap of the document.
 *
 * @throws {EditError} when two edits of the plan overlap, or one cuts through an earlier edit.
 */
export function applyEdits(document: Document, stage: StageLimits, plan: Iterable<Edit | Note>): Document {
  const edits: Edit[] = [];
  const reports: (Edit | Note)[] = [];
  for (const item of plan) {
    if (!("note" in item)) edits.push(item);
    if (item.rule.flag !== undefined || item.rule.lifts !== undefined) reports.push(item);
  }
  if (edits.length === 0) return reports.length === 0 ? document : withReports(document, reports);
  edits.sort((a, b) => a.start - b.start);
  refuseOverlap(edits, stage);
  if (exceedsCap(document, edits, stage.cap)) return withFlags(document, [`rolled-back:${stageOf(edits[0]!.rule.id)}`]);
  const merged = mergeEdits(document.edits, edits, stage);
  const changed = { ...document, edits: merged, blocks: rebuildBlocks(document, edits, merged) };
  return reports.length === 0 ? changed : withReports(changed, reports);
}

function refuseOverlap(edits: readonly Edit[], stage: StageLimits): void {
  for (let i = 0; i < edits.length; i++) {
    const { start, end, rule } = edits[i]!;
    if (end <= start) throw new EditError(`${stage.name}: ${rule.id} edits an empty span at ${start}`);
    const next = edits[i + 1];
    if (next && next.start < end) {
      const place = `${next.start}..${Math.min(end, next.end)}`;
      throw new EditError(`${stage.name}: ${rule.id} and ${next.rule.id} both edit ${place}`);
    }
  }
}

function exceedsCap(document: Document, edits: readonly Edit[], cap: number): boolean {
  if (cap >= 1) return false;
  let taken = 0;
  for (const edit of edits) taken += visibleText(document.visible, edit).length - edit.text.length;
  if (taken <= 0) return false;
  let whole = 0;
  for (const piece of document.visible) whole += piece.text.length;
  return taken > cap * whole;
}

/** Both lists are sorted; an earlier edit inside a new one disappears into it and leaves its rule's id there. */
function mergeEdits(earlier: readonly Edit[], fresh: readonly Edit[], stage: StageLimits): readonly Edit[] {
  if (earlier.length === 0) return fresh;
  const merged: Edit[] = [];
  let i = 0;
  for (const edit of fresh) {
    while (i < earlier.length && earlier[i]!.end <= edit.start) merged.push(earlier[i++]!);
    const absorbed = new Set<RuleId>();
    for (; i < earlier.length && earlier[i]!.start < edit.end; i++) {
      const inner = earlier[i]!;
      if (inner.start < edit.start || inner.end > edit.end)
        throw new EditError(
          `${stage.name}: ${edit.rule.id} cuts through an edit of ${inner.rule.id} at ${inner.start}`,
        );
      for (const id of [...(inner.absorbed ?? []), inner.rule.id]) absorbed.add(id);
    }
    absorbed.delete(edit.rule.id);
    merged.push(absorbed.size === 0 ? edit : { ...edit, absorbed: [...absorbed] });
  }
  for (; i < earlier.length; i++) merged.push(earlier[i]!);
  return merged;
}

/** Blocks that no new edit touches stay the same objects; those left without text are dropped. */
function rebuildBlocks(document: Document, fresh: readonly Edit[], all: readonly Edit[]): readonly Block[] {
  const blocks: Block[] = [];
  for (const block of document.blocks) {
    const edit = fresh[firstEndingAfter(fresh, block.start)];
    if (!edit || edit.start >= block.end) blocks.push(block);
    else if (edit.text !== "" || edit.start > block.start || edit.end < block.end) {
      const rebuilt = placePieces(block, document.visible, all);
      if (hasInk(rebuilt.text)) blocks.push(rebuilt);
    }
  }
  return blocks;
}

/** Sets the flags of the rules that fired, and the fields they lift unless something is there already. */
function withReports(document: Document, reports: readonly (Edit | Note)[]): Document {
  let { metadata } = document;
  for (const { rule, lifted } of reports) {
    if (rule.lifts === undefined || lifted === undefined || metadata[rule.lifts] !== undefined) continue;
    const metadataFrom = { ...metadata.metadataFrom, [rule.lifts]: rule.id };
    metadata = { ...metadata, [rule.lifts]: lifted, metadataFrom };
  }
  const flags = reports.flatMap(({ rule }) => rule.flag ?? []);
  return withFlags(metadata === document.metadata ? document : { ...document, metadata }, flags);
}

/** Adds flags that are not there yet. */
export function withFlags(document: Document, flags: readonly string[]): Document {
  const fresh = flags.filter((flag, i) => !document.flags.includes(flag) && flags.indexOf(flag) === i);
  return fresh.length === 0 ? document : { ...document, flags: [...document.flags, ...fresh] };
}
