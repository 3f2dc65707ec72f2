import { hash } from "node:crypto";
import type { FailureReason } from "../../core/failure.ts";
import type { BatchItem, ItemResult } from "../clean-item.ts";

/**
 * The name under which the answer for an item is found again: a file by its path, its content being checked apart; what
 * was cut from a container by its place and its content, so that lines added to the end of a file leave the answers for its
 * beginning as they are. `undefined` where there is no content to be known again.
 */
export function unitOf({ input, parcel, end }: BatchItem): string | undefined {
  if (end) return undefined;
  if (!parcel) return JSON.stringify([input.path]);
  if (!("bytes" in parcel)) return undefined;
  const { bytes, ...place } = parcel;
  return JSON.stringify([input.path, place, hash("sha256", bytes, "hex")]);
}

/** The path of the input that a unit belongs to. */
export function pathOf(unit: string): string {
  return (JSON.parse(unit) as [string])[0];
}

/** What only the content decides. The other reasons may be gone the next time. */
const LASTING: ReadonlySet<FailureReason> = new Set(["binary", "undecodable", "invalid-json", "no-text", "empty"]);

/** Whether the same content would always give this result. */
export function isLasting({ failures }: Pick<ItemResult, "failures">): boolean {
  return failures.every(({ reason }) => LASTING.has(reason));
}
