import type { Run } from "../text/similarity.ts";

/**
 * Whether two texts that are nearly the same tell of different persons or places: each has a name that the other lacks or
 * has less often, or the same names come in another order. A name that only one has more of is an addition, or a spelling
 * with capitals.
 */
export function namesDiffer(a: Run, b: Run): boolean {
  if (a.from === a.to || b.from === b.to) return false;
  const surplus = new Map<number, number>();
  for (let i = a.from; i < a.to; i++) surplus.set(a.values[i]!, (surplus.get(a.values[i]!) ?? 0) + 1);
  for (let i = b.from; i < b.to; i++) surplus.set(b.values[i]!, (surplus.get(b.values[i]!) ?? 0) - 1);
  const counts = [...surplus.values()];
  const [more, less] = [counts.some((count) => count > 0), counts.some((count) => count < 0)];
  if (more || less) return more && less;
  for (let i = 0; i < a.to - a.from; i++) if (a.values[a.from + i] !== b.values[b.from + i]) return true;
  return false;
}
