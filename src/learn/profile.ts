import type { Position } from "./read-lines.ts";

/** Where a line was seen, with the ends of what stands around it, for the person who reviews a profile. */
export interface ProfileExample {
  /** Path of the document, with the record behind a `#`. */
  readonly document: string;
  /** The end of the block above; left out at the top. */
  readonly before?: string;
  readonly text: string;
  /** The beginning of the block below; left out at the end. */
  readonly after?: string;
}

/** A line that is furniture of a source. */
export interface ProfileLine {
  /** Folded words, with `0` for a number, `{date}`, `{title}`, and `{}` at one end for any words. */
  readonly line: string;
  /** It stays, whatever else is said of it. */
  readonly keep?: boolean;
  /** Where it goes; left out, everywhere. */
  readonly positions?: readonly Position[];
  /** On how many of the source's pages it was seen, and as a share of them. */
  readonly pages?: number;
  readonly share?: number;
  readonly examples?: readonly ProfileExample[];
}

export interface SourceProfile {
  /** How many pages were compared. */
  readonly pages?: number;
  readonly lines: readonly ProfileLine[];
}

/** Furniture by source, to be reviewed, edited and applied to single documents. */
export interface Profile {
  readonly schema: "dehusk/profile/1";
  readonly sources: Readonly<Record<string, SourceProfile>>;
}
