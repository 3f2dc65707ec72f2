import { about } from "./about.ts";
import { ancestors } from "./ancestors.ts";
import { candidates } from "./candidates.ts";
import { columnsOf } from "./columns.ts";
import { duplicates } from "./duplicates.ts";
import type { FeatureGroup, FeatureInput } from "./feature-group.ts";
import { names } from "./names.ts";
import { neighbours } from "./neighbours.ts";
import { page } from "./page.ts";
import { position } from "./position.ts";
import { repeats } from "./repeats.ts";
import { shape } from "./shape.ts";
import { tags } from "./tags.ts";

const GROUPS: readonly FeatureGroup[] = [
  shape,
  tags,
  names,
  position,
  ancestors,
  candidates,
  repeats,
  duplicates,
  about,
  neighbours,
  page,
];

/** Names of all features, in the order of the columns. A model says which of them it was trained on. */
export const FEATURES: readonly string[] = GROUPS.flatMap((group) => group.names);

/**
 * Measures the features of every block: one column a feature, one row a block. Of those that are not wanted the columns are
 * there and mean nothing.
 */
export function measureFeatures(
  input: FeatureInput,
  wanted: ReadonlySet<string> = new Set(FEATURES),
): readonly Float32Array[] {
  const spare = new Float32Array(input.blocks.count);
  const free = columnsOf(FEATURES.filter((name) => wanted.has(name)).length, input.blocks.count);
  const columns = FEATURES.map((name) => (wanted.has(name) ? free.pop()! : spare));
  let at = 0;
  for (const group of GROUPS) {
    const own = columns.slice(at, at + group.names.length);
    if (own.some((column) => column !== spare)) group.fill(input, own, spare);
    at += group.names.length;
  }
  return columns;
}
