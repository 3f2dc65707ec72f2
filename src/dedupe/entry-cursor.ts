/** Goes through entries; `key` and `value` are those of the entry at hand. */
export interface EntryCursor {
  readonly key: number;
  readonly value: number;
  /** False when there is no further entry. To be called before the first one, too. */
  advance(): boolean;
}
