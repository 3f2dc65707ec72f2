import { about } from "./about.ts";
import { ancestors } from "./ancestors.ts";
import { candidates } from "./candidates.ts";
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

/** Measures every feature of every block: one column a feature, one row a block. */
export function measureFeatures(input: FeatureInput): readonly Float32Array[] {
  const columns = FEATURES.map(() => new Float32Array(input.blocks.count));
  let at = 0;
  for (const group of GROUPS) {
    group.fill(input, columns.slice(at, at + group.names.length));
    at += group.names.length;
  }
  return columns;
}
