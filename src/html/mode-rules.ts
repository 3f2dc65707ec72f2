import { TAG, TAG_NAMES, type TagName } from "./tags.ts";
import type { TreeBuilder } from "./tree-builder.ts";

/** Deals with a tag; true asks that it be dealt with again in the mode that now holds. */
export type TagRule = (builder: TreeBuilder, tag: number) => boolean;
/** Deals with a text; returns the offset from which on it must be dealt with again, `end` when it is done. */
export type TextRule = (builder: TreeBuilder, start: number, end: number) => number;

/** The rules of one insertion mode, by tag. */
export class ModeRules {
  readonly start: TagRule[];
  readonly end: TagRule[];
  readonly otherStart: TagRule;
  readonly otherEnd: TagRule;
  readonly text: TextRule;

  constructor(otherStart: TagRule, otherEnd: TagRule, text: TextRule) {
    this.start = new Array(TAG_NAMES.length).fill(otherStart);
    this.end = new Array(TAG_NAMES.length).fill(otherEnd);
    this.otherStart = otherStart;
    this.otherEnd = otherEnd;
    this.text = text;
  }

  /** A mode that does the same but for the rules that will be set. */
  variant(): ModeRules {
    const copy = new ModeRules(this.otherStart, this.otherEnd, this.text);
    for (const tag of this.start.keys()) {
      copy.start[tag] = this.start[tag]!;
      copy.end[tag] = this.end[tag]!;
    }
    return copy;
  }

  /** Says what start tags of those names do. */
  starts(names: readonly TagName[], rule: TagRule): this {
    for (const name of names) this.start[TAG[name]] = rule;
    return this;
  }

  /** Says what end tags of those names do. */
  ends(names: readonly TagName[], rule: TagRule): this {
    for (const name of names) this.end[TAG[name]] = rule;
    return this;
  }

  startTag(builder: TreeBuilder, tag: number): boolean {
    return tag < TAG_NAMES.length ? this.start[tag]!(builder, tag) : this.otherStart(builder, tag);
  }

  endTag(builder: TreeBuilder, tag: number): boolean {
    return tag < TAG_NAMES.length ? this.end[tag]!(builder, tag) : this.otherEnd(builder, tag);
  }
}

/** A tag that means nothing here. */
export const ignore: TagRule = () => false;
