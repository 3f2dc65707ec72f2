/** Bits of a node's `flags`. */
export const FOREIGN_SVG = 1;
export const FOREIGN_MATH = 2;
/** A text with character references, carriage returns or NULs: what a reader sees is not the source's characters. */
export const ENCODED = 4;
/** A text in which `&` means itself: inside script, style, xmp, plaintext … Code (script, style) is never `ENCODED`. */
export const RAW = 8;
/** An element that the parser made a second time (adoption agency, formatting reopened): its span is the first one's. */
export const CLONE = 16;
/** Inside the contents of a `<template>`, which no reader sees. */
export const INERT = 32;

/**
 * A parsed page, as arrays indexed by node; node 0 is the document. Nodes are numbered as they are made, so texts are in
 * the order of the source, and an element may have a higher number than a child that was moved into it. Links are -1
 * where there is none. All offsets count units of `source`, end excluded.
 */
export interface HtmlTree {
  readonly source: string;
  /** Nodes in use; the arrays may be longer. */
  readonly size: number;
  /** A number of `tags.ts`; from `TAG_NAMES.length` on an index into `otherNames`, so reduced. */
  readonly tag: Uint16Array;
  readonly flags: Uint8Array;
  readonly parent: Int32Array;
  readonly firstChild: Int32Array;
  readonly nextSibling: Int32Array;
  /** Of an element where its start tag begins, of a text its first character. Elements the parser implies are empty. */
  readonly start: Int32Array;
  /** Of an element the end of its start tag, of a text the end of the text. */
  readonly end: Int32Array;
  /** Of an element its record in `attributes`, -1 when it has none. */
  readonly attributesAt: Int32Array;
  /** Records of a number of attributes and, for each, the spans of its name and its value; see `attributes.ts`. */
  readonly attributes: Int32Array;
  /** Names of elements that `tags.ts` does not know. */
  readonly otherNames: readonly string[];
}
