/** What a text can be: an article with a few lines of furniture left, or all that a page shows. */
export const INPUT_KINDS = ["nearly-clean", "flattened"] as const;

export type InputKind = (typeof INPUT_KINDS)[number];
