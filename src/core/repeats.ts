/** How often a line stands in its source: on `pages` of the `of` pages that were compared. */
export interface Repeats {
  readonly pages: number;
  readonly of: number;
}

/** The same in words, as the ledger gives it for a reason. */
export function sayRepeats({ pages, of }: Repeats): string {
  return `repeats on ${pages} of ${of} pages of this source`;
}
