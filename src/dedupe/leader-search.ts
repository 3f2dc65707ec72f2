import { type DuplicateColumns, duplicateColumns } from "./drop-list.ts";
import type { Likeness } from "./duplicate-stage.ts";
import { Growing } from "./growing.ts";
import { namesDiffer } from "./names-differ.ts";
import { UnitReader } from "./shingle-fact.ts";
import type { UnitTable } from "./unit-table.ts";

/**
 * Leaders that one unit looks at, at the most, those of its rarest keys first. Nearly no unit has as many, but a text that
 * is all template would have all others of its template, and the time would grow with their square.
 */
const MOST_LOOKS = 128;

/**
 * The greedy leader: a unit goes only when an earlier unit that itself stays is verified to be like it. Never the
 * transitive closure, which on real pages removed units that resemble nothing kept. Only those that stay can be found, so
 * a thousand copies of one text cost a thousand comparisons.
 */
export class LeaderSearch {
  /** Units that had more leaders to look at than they may. */
  unsearched = 0;
  private readonly units: UnitTable;
  private readonly likeness: Likeness;
  private readonly sizes: Uint32Array;
  /** For each group the last place in `holders`, for each place the one before, so that a leader costs 8 bytes a group. */
  private readonly lasts: Int32Array;
  private readonly before = new Growing(new Int32Array(0));
  private readonly holders = new Growing(new Uint32Array(0));
  /** The unit that looked at a leader last. */
  private readonly seenBy: Int32Array;
  private readonly own = new UnitReader();
  private readonly other = new UnitReader();

  /** `sizes` are those of the groups: how many units meet in each. */
  constructor(units: UnitTable, sizes: Uint32Array, likeness: Likeness) {
    this.units = units;
    this.likeness = likeness;
    this.sizes = sizes;
    this.lasts = new Int32Array(sizes.length).fill(-1);
    this.seenBy = new Int32Array(units.length).fill(-1);
  }

  /** What goes. */
  decide(): DuplicateColumns {
    const { documents, blocks } = this.units;
    const drops = duplicateColumns();
    for (let unit = 0; unit < this.units.length; unit++) {
      const { values, from, to } = this.units.read(unit, this.own);
      const groups = values.slice(from, to).sort((a, b) => this.sizes[a]! - this.sizes[b]! || a - b);
      const leader = this.findLeader(unit, groups);
      if (leader < 0) this.post(unit, groups);
      else {
        const shared = this.likeness.shared(this.own, this.other);
        drops.documents.push(documents.values[unit]!);
        drops.blocks.push(blocks.values[unit]!);
        drops.keptDocuments.push(documents.values[leader]!);
        drops.keptBlocks.push(blocks.values[leader]!);
        drops.shared.push(shared);
        drops.unions.push(this.likeness.union(this.own, this.other, shared));
      }
    }
    return drops;
  }

  /** The first leader that the unit is like, or -1. It is left in `other`. */
  private findLeader(unit: number, groups: Uint32Array): number {
    const candidates = this.candidatesOf(unit, groups);
    for (const candidate of candidates) {
      this.units.read(candidate, this.other);
      // Reading may let the unit's own page go, but its values stay as long as they are looked at.
      if (this.isLike()) return candidate;
    }
    return -1;
  }

  private isLike(): boolean {
    const { own, other, likeness } = this;
    if (own.numbers !== other.numbers || !likeness.mayBeAlike(own, other)) return false;
    return likeness.shared(own, other) > 0 && !namesDiffer(own.names, other.names);
  }

  /** In canonical order. */
  private candidatesOf(unit: number, groups: Uint32Array): number[] {
    const found: number[] = [];
    let looks = 0;
    for (const group of groups) {
      for (let at = this.lasts[group]!; at >= 0; at = this.before.values[at]!) {
        if (looks++ === MOST_LOOKS) {
          this.unsearched++;
          return found.sort((a, b) => a - b);
        }
        const leader = this.holders.values[at]!;
        if (this.seenBy[leader] === unit) continue;
        this.seenBy[leader] = unit;
        found.push(leader);
      }
    }
    return found.sort((a, b) => a - b);
  }

  private post(unit: number, groups: Uint32Array): void {
    for (const group of groups) {
      this.before.push(this.lasts[group]!);
      this.lasts[group] = this.holders.length;
      this.holders.push(unit);
    }
  }
}
