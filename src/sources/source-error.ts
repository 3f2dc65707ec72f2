import type { FailureKind } from "./failure-kind.ts";

/** What ends the reading of an input, thrown from inside a stream and turned into a failure where its path is known. */
export class SourceError extends Error {
  override readonly name = "SourceError";
  readonly kind: FailureKind;

  /** `detail` says more of the cause, in a few words. */
  constructor(kind: FailureKind, detail = "") {
    super(detail);
    this.kind = kind;
  }
}
