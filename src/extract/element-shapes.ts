import type { Container } from "../core/shape.ts";
import { attribute } from "../html/attributes.ts";
import { TAG, tagTable } from "../html/tags.ts";
import type { Outline } from "./outline.ts";

const LIST: Uint8Array = tagTable("ul", "ol", "menu", "dir", "dl");
/** Containers deeper than this are passed over: no page needs them, and hostile ones nest without end. */
const DEEPEST = 24;

/** What the elements of a page say of the shape of what is in them, by rank. */
export interface ElementShapes {
  readonly within: readonly (readonly Container[])[];
  /** Of the heading around, 1 to 6; 0 where there is none. */
  readonly level: Uint8Array;
  /** Rank of the nearest element of a kind, itself included; -1 where there is none. */
  readonly pre: Int32Array;
  readonly table: Int32Array;
}

/** Walks the elements of a page once, from the outermost in. */
export function elementShapes(outline: Outline): ElementShapes {
  const { count, tag, parent } = outline;
  const within: (readonly Container[])[] = [];
  const level = new Uint8Array(count);
  const pre = new Int32Array(count);
  const table = new Int32Array(count);
  const containersOf = containerFinder(outline);
  for (let rank = 0; rank < count; rank++) {
    const above = parent[rank]!;
    const own = tag[rank]!;
    const outer = within[above] ?? [];
    const added = containersOf(rank);
    within.push(added.length > 0 && outer.length < DEEPEST ? [...outer, ...added] : outer);
    level[rank] = own >= TAG.h1 && own <= TAG.h6 ? own - TAG.h1 + 1 : (level[above] ?? 0);
    pre[rank] = isCode(own) ? rank : (pre[above] ?? -1);
    table[rank] = own === TAG.table ? rank : (table[above] ?? -1);
  }
  return { within, level, pre, table };
}

function isCode(tag: number): boolean {
  return tag === TAG.pre || tag === TAG.listing || tag === TAG.xmp;
}

/** Tells the containers that an element is; ranks have to come in order. */
function containerFinder(outline: Outline): (rank: number) => readonly Container[] {
  const { tag, parent, count } = outline;
  const list = new Int32Array(count);
  const next = new Map<number, number>();
  /** The last term of each definition list, and of each group in one. */
  const term = new Map<number, number>();
  return (rank) => {
    const above = parent[rank]!;
    const own = tag[rank]!;
    const outer = list[above] ?? -1;
    list[rank] = LIST[own] ? rank : outer;
    // An entry without a list belongs to the element that it stands in.
    const of = outer < 0 ? above : outer;
    if (own === TAG.blockquote) return [{ id: rank }];
    if (own === TAG.dt) term.set(of, rank);
    if (own === TAG.dd) return definition(rank, of, term.get(of));
    if (own !== TAG.li && own !== TAG.dt) return [];
    if (tag[of] !== TAG.ol || own === TAG.dt) return [{ id: rank, list: of }];
    const number = entryNumber(outline, rank) ?? next.get(of) ?? firstNumber(outline, of);
    next.set(of, number + 1);
    return [{ id: rank, list: of, number }];
  };
}

/** A definition is an entry below its term. */
function definition(rank: number, list: number, term: number | undefined): readonly Container[] {
  if (term === undefined) return [{ id: rank, list }];
  return [
    { id: term, list },
    { id: rank, list: term },
  ];
}

function entryNumber(outline: Outline, rank: number): number | undefined {
  return wholeNumber(attribute(outline.tree, outline.node[rank]!, "value"));
}

function firstNumber({ tree, node }: Outline, list: number): number {
  return wholeNumber(attribute(tree, node[list]!, "start")) ?? 1;
}

function wholeNumber(value: string | undefined): number | undefined {
  return value !== undefined && /^\s*[-+]?\d{1,9}\s*$/.test(value) ? Number(value) : undefined;
}
