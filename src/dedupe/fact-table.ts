import type { Fact } from "../core/corpus-stage.ts";
import { packFacts, visitPacked } from "./fact-codec.ts";

/** Packed facts, and the place in canonical order of each of their document numbers. */
export interface PackedBatch {
  readonly packed: Uint32Array;
  readonly placeOf: (document: number) => number;
}

/**
 * Many facts without an object for each: most meet no other, and are never looked at again. A fact is its index, in
 * order of arrival.
 */
export class FactTable {
  readonly length: number;
  /** Place of each fact's document in canonical order. */
  readonly documents: Uint32Array;
  readonly blocks: Int32Array;
  private readonly batches: readonly Uint32Array[];
  private readonly holders: Uint32Array;
  private readonly keysAt: Uint32Array;
  private readonly dataAt: Uint32Array;
  private readonly ends: Uint32Array;

  constructor(batches: readonly PackedBatch[]) {
    let length = 0;
    for (const { packed } of batches) visitPacked(packed, () => length++);
    this.length = length;
    this.batches = batches.map(({ packed }) => packed);
    this.documents = new Uint32Array(length);
    this.blocks = new Int32Array(length);
    this.holders = new Uint32Array(length);
    this.keysAt = new Uint32Array(length);
    this.dataAt = new Uint32Array(length);
    this.ends = new Uint32Array(length);
    let fact = 0;
    for (const [holder, { packed, placeOf }] of batches.entries()) {
      visitPacked(packed, (document, block, keysAt, dataAt, end) => {
        this.documents[fact] = placeOf(document);
        this.blocks[fact] = block;
        this.holders[fact] = holder;
        this.keysAt[fact] = keysAt;
        this.dataAt[fact] = dataAt;
        this.ends[fact++] = end;
      });
    }
  }

  /** A table of facts that are objects already; their documents are places. */
  static of(facts: readonly Fact[]): FactTable {
    return new FactTable([{ packed: packFacts(facts), placeOf: (document) => document }]);
  }

  keyCount(fact: number): number {
    return this.dataAt[fact]! - this.keysAt[fact]!;
  }

  key(fact: number, index: number): number {
    return this.batches[this.holders[fact]!]![this.keysAt[fact]! + index]!;
  }

  /** The fact as an object; its keys and data are views. */
  fact(fact: number): Fact {
    const packed = this.batches[this.holders[fact]!]!;
    const [keysAt, dataAt] = [this.keysAt[fact]!, this.dataAt[fact]!];
    return {
      document: this.documents[fact]!,
      block: this.blocks[fact]!,
      keys: packed.subarray(keysAt, dataAt),
      data: packed.subarray(dataAt, this.ends[fact]!),
    };
  }

  /** Canonical order of two facts. */
  compare(a: number, b: number): number {
    return this.documents[a]! - this.documents[b]! || this.blocks[a]! - this.blocks[b]!;
  }
}
