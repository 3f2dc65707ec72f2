import type { UnitPlace } from "../core/corpus-stage.ts";

/** Canonical order: by document, and the whole document before its blocks. */
export function compareUnits(a: UnitPlace, b: UnitPlace): number {
  return a.document - b.document || a.block - b.block;
}

/** What is known of some units, looked up by place. A dropped document answers for each of its blocks too. */
export class UnitMap<Value> {
  readonly #documents = new Map<number, Map<number, Value>>();

  get isEmpty(): boolean {
    return this.#documents.size === 0;
  }

  set(unit: UnitPlace, value: Value): void {
    const blocks = this.#documents.get(unit.document);
    if (blocks) blocks.set(unit.block, value);
    else this.#documents.set(unit.document, new Map([[unit.block, value]]));
  }

  get({ document, block }: UnitPlace): Value | undefined {
    const blocks = this.#documents.get(document);
    return blocks?.get(block) ?? blocks?.get(-1);
  }
}
