import type { Drop, UnitPlace } from "../core/corpus-stage.ts";
import { Growing } from "./growing.ts";

/** What a stage took, in canonical order. */
export interface DropList {
  readonly length: number;
  /** Place of a unit in the list, or -1. */
  find(unit: UnitPlace): number;
  drop(index: number): Drop;
  /** Index of the first drop in a document or behind it. */
  firstOf(document: number): number;
  documentAt(index: number): number;
  /** Answers whether a unit was taken, or all of its document; to be asked in canonical order. */
  walk(): (document: number, block: number) => boolean;
}

/** Canonical order: by document, and the whole document before its blocks. */
export function compareUnits(a: UnitPlace, b: UnitPlace): number {
  return a.document - b.document || a.block - b.block;
}

/** The part that is the same however the drops are held. */
abstract class SortedDrops implements DropList {
  abstract readonly length: number;
  abstract documentAt(index: number): number;
  abstract drop(index: number): Drop;
  protected abstract blockAt(index: number): number;

  find({ document, block }: UnitPlace): number {
    const at = this.lowerBound(document, block);
    return at < this.length && this.documentAt(at) === document && this.blockAt(at) === block ? at : -1;
  }

  firstOf(document: number): number {
    return this.lowerBound(document, -1);
  }

  walk(): (document: number, block: number) => boolean {
    let at = 0;
    let whole = -1;
    return (document, block) => {
      for (; at < this.length && this.isBefore(at, document, block); at++)
        if (this.blockAt(at) === -1) whole = this.documentAt(at);
      if (whole === document) return true;
      return at < this.length && this.documentAt(at) === document && this.blockAt(at) === block;
    };
  }

  private isBefore(at: number, document: number, block: number): boolean {
    const own = this.documentAt(at);
    return own < document || (own === document && this.blockAt(at) < block);
  }

  private lowerBound(document: number, block: number): number {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.isBefore(middle, document, block)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Drops as objects: furniture, of which there is no more than a profile can hold. */
export class ObjectDrops extends SortedDrops {
  readonly length: number;
  private readonly drops: readonly Drop[];

  constructor(drops: readonly Drop[]) {
    super();
    this.drops = drops.toSorted(compareUnits);
    this.length = drops.length;
  }

  documentAt(index: number): number {
    return this.drops[index]!.document;
  }

  drop(index: number): Drop {
    return this.drops[index]!;
  }

  protected blockAt(index: number): number {
    return this.drops[index]!.block;
  }
}

/** Duplicates, of which there can be as many as paragraphs, in columns: 24 bytes each. */
export class DuplicateDrops extends SortedDrops {
  readonly length: number;
  private readonly rule: Drop["rule"];
  private readonly columns: DuplicateColumns;

  constructor(rule: Drop["rule"], columns: DuplicateColumns) {
    super();
    this.rule = rule;
    this.columns = columns;
    this.length = columns.documents.length;
  }

  documentAt(index: number): number {
    return this.columns.documents.values[index]!;
  }

  drop(index: number): Drop {
    const { documents, blocks, keptDocuments, keptBlocks, shared, unions } = this.columns;
    return {
      document: documents.values[index]!,
      block: blocks.values[index]!,
      rule: this.rule,
      keptInstead: { document: keptDocuments.values[index]!, block: keptBlocks.values[index]! },
      shared: shared.values[index]!,
      union: unions.values[index]!,
    };
  }

  protected blockAt(index: number): number {
    return this.columns.blocks.values[index]!;
  }
}

/** What is known of each duplicate, in canonical order. */
export interface DuplicateColumns {
  readonly documents: Growing<Uint32Array>;
  readonly blocks: Growing<Int32Array>;
  readonly keptDocuments: Growing<Uint32Array>;
  readonly keptBlocks: Growing<Int32Array>;
  readonly shared: Growing<Uint32Array>;
  readonly unions: Growing<Uint32Array>;
}

export function duplicateColumns(): DuplicateColumns {
  const places = (): Growing<Uint32Array> => new Growing(new Uint32Array(0));
  const blocks = (): Growing<Int32Array> => new Growing(new Int32Array(0));
  return {
    documents: places(),
    blocks: blocks(),
    keptDocuments: places(),
    keptBlocks: blocks(),
    shared: places(),
    unions: places(),
  };
}
