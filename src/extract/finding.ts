import { SOURCES, type StatedField } from "./metadata-sources.ts";
import type { PageFacts } from "./page-facts.ts";

/** A value of the metadata and the source that states it. */
export interface Finding<Value = string> {
  readonly value: Value;
  readonly source: string;
}

/** Values that can be read as a field, best source first. */
export function* findings(
  facts: PageFacts,
  field: StatedField,
  read: (value: string, source: string) => string | undefined,
): Generator<Finding> {
  for (const source of SOURCES[field])
    for (const stated of facts.get(source)) {
      const value = read(stated, source);
      if (value !== undefined) yield { value, source };
    }
}

/** The first of them. */
export function firstFinding(...question: Parameters<typeof findings>): Finding | undefined {
  for (const finding of findings(...question)) return finding;
  return undefined;
}
