import type { Fact, GroupStage } from "../core/corpus-stage.ts";
import { EntrySorter } from "./entry-sorter.ts";
import type { FactSource } from "./fact-source.ts";
import type { EngineRoom } from "./find-duplicates.ts";
import { Growing } from "./growing.ts";
import { ValueStore } from "./value-store.ts";

/** Calls `visit` with every group of two facts or more of one key, by ascending key, its members in canonical order. */
export function visitGroups(
  stage: Pick<GroupStage, "keyOf">,
  source: FactSource,
  { memory, scratch }: EngineRoom,
  visit: (group: readonly Fact[]) => void,
): void {
  const keys = new EntrySorter(memory / 4, scratch);
  const store = new ValueStore(memory / 2, scratch);
  const addresses = new Growing(new Float64Array(0));
  source.visit((document, block, values, from, to) => {
    keys.add(stage.keyOf(values.subarray(from, to)), addresses.length);
    addresses.push(storeFact(store, document, block, values.subarray(from, to)));
  });
  const entries = keys.sorted();
  let group: Fact[] = [];
  let key = -1;
  const finish = (): void => {
    if (group.length > 1) visit(group);
    group = [];
  };
  while (entries.advance()) {
    if (entries.key !== key) finish();
    key = entries.key;
    group.push(readFact(store, addresses.values[entries.value]!));
  }
  finish();
}

const HEADER = 3;

function storeFact(store: ValueStore, document: number, block: number, data: Uint32Array): number {
  const record = new Uint32Array(HEADER + data.length);
  record.set([document, block + 1, data.length]);
  record.set(data, HEADER);
  return store.append(record, 0, record.length);
}

/** The data are views of a page, which stays as long as they are looked at. */
function readFact(store: ValueStore, address: number): Fact {
  const { values, from } = store.read(address);
  const data = values.subarray(from + HEADER, from + HEADER + values[from + 2]!);
  return { document: values[from]!, block: values[from + 1]! - 1, data };
}
