/**
 * Largest file, or line of JSON Lines, that is read: just under 512 MiB. It is V8's longest string in UTF-16 code units,
 * and no charset decodes to more code units than it has bytes, so whatever passes can be decoded.
 */
export const maxTextBytes: number = 2 ** 29 - 24;
