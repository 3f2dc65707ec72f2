import { htmlKey, isForeignKey, SPECIAL, tagOf } from "./element-keys.ts";
import { type TagName, tagTable } from "./tags.ts";
import type { TreeBuilder } from "./tree-builder.ts";

/** Closes the innermost element of that name, unless a special element stands between (HTML: "any other end tag"). */
export function closeAny({ open }: TreeBuilder, tag: number): void {
  const at = open.find(htmlKey(tag));
  if (at >= 0 && at >= open.boundary(SPECIAL)) open.popTo(at);
}

const IMPLIED: readonly TagName[] = ["dd", "dt", "li", "optgroup", "option", "p", "rb", "rp", "rt", "rtc"];
const impliedEnd = tagTable(...IMPLIED);

/** Closes elements whose end tag may be left out, but not one named `except`. */
export function closeImplied({ open }: TreeBuilder, except = -1): void {
  const isImplied = (key: number) => !isForeignKey(key) && impliedEnd[tagOf(key)] === 1 && tagOf(key) !== except;
  while (isImplied(open.topKey)) open.pop();
}
