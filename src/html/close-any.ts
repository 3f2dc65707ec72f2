import { htmlKey, SPECIAL } from "./element-keys.ts";
import type { TreeBuilder } from "./tree-builder.ts";

/** Closes the innermost element of that name, unless a special element stands between (HTML: "any other end tag"). */
export function closeAny({ open }: TreeBuilder, tag: number): void {
  const at = open.find(htmlKey(tag));
  if (at >= 0 && at >= open.boundary(SPECIAL)) open.popTo(at);
}
