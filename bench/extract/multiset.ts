/** How often each item occurs. */
export type Multiset = ReadonlyMap<string, number>;

export function multisetOf(items: readonly string[]): Multiset {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

/** Items in both, each as often as in the one that has fewer of it. */
export function sharedCount(a: Multiset, b: Multiset): number {
  let shared = 0;
  for (const [item, count] of a) shared += Math.min(count, b.get(item) ?? 0);
  return shared;
}

export function sizeOf(items: Multiset): number {
  let size = 0;
  for (const count of items.values()) size += count;
  return size;
}
