/** Where in a document a line may be furniture: above the first prose, below the last, or between paragraphs. */
export type Zone = "head" | "between" | "tail";

/** How the phrases of a class behave: the same in every language, so that a pack holds words only. */
export interface ClassBehaviour {
  readonly summary: string;
  readonly zones: readonly Zone[];
  /** The line may be several phrases of this class in a row, as in a share row. */
  readonly compound?: boolean;
  /** The short lines that follow, down to the end, are what this line announces. */
  readonly announces?: boolean;
  /** The phrases are whole sentences and may also begin the first or end the last paragraph. */
  readonly sentences?: boolean;
  /** Only in documents that have prose: a list may be made of such words. */
  readonly needsProse?: boolean;
  /** The line goes only directly above a headline that prose follows. */
  readonly aboveHeadline?: boolean;
  /** Phrases that end in `: {}` count as strong in capitals only, where the script has them: articles use the same words. */
  readonly inCapitals?: boolean;
  /** Measured to say nothing alone in any language: the class takes no strong phrases. */
  readonly onlyWeak?: boolean;
}

/** What furniture can be. */
export type ClassName =
  | "breaking-banner"
  | "section-label"
  | "skip-link"
  | "more-from-site"
  | "related"
  | "popular"
  | "page-navigation"
  | "read-also"
  | "read-more"
  | "comment-form"
  | "comment-field"
  | "back-to-top"
  | "share"
  | "share-button"
  | "newsletter"
  | "app-prompt"
  | "paywall"
  | "advertisement"
  | "cookie-notice"
  | "player-chrome"
  | "follow-us"
  | "copyright"
  | "legal-links"
  | "reading-time"
  | "updated-line"
  | "byline-line"
  | "photo-credit"
  | "source-line"
  | "tags"
  | "appeared-first-on";

const ALL = ["head", "between", "tail"] as const;
const EDGES = ["head", "tail"] as const;
const BELOW = ["between", "tail"] as const;
const TAIL = ["tail"] as const;

/** Every class that a pack can have phrases of; its rule is `strip/<class>`. */
export const CLASSES: Readonly<Record<ClassName, ClassBehaviour>> = {
  "breaking-banner": {
    summary: "a banner of stock sentences about breaking news",
    zones: ["head"],
    compound: true,
    sentences: true,
  },
  "section-label": { summary: "the name of a section above the headline", zones: ["head"], aboveHeadline: true },
  "skip-link": { summary: "a link past the menu of the page", zones: EDGES, compound: true },
  "more-from-site": { summary: "a pointer to more articles of the same site", zones: TAIL, announces: true },
  related: { summary: "the heading of a list of other articles", zones: BELOW, announces: true },
  popular: {
    summary: "the heading of a list of the site's other, newest or most read articles",
    zones: TAIL,
    announces: true,
  },
  "page-navigation": {
    summary: "a link to the article before or after, or to another page of the list",
    zones: TAIL,
    compound: true,
    announces: true,
  },
  "read-also": { summary: "a line that points to one other article", zones: BELOW, inCapitals: true },
  "read-more": { summary: "a link to read on", zones: TAIL, compound: true, onlyWeak: true },
  "comment-form": { summary: "a part of a comment form", zones: TAIL, compound: true },
  "comment-field": { summary: "the label of a field of a comment form", zones: TAIL, compound: true, onlyWeak: true },
  "back-to-top": { summary: "a link to the top of the page", zones: TAIL },
  share: { summary: "a row of buttons to share the page", zones: ALL, compound: true },
  "share-button": {
    summary: "a button to share or print the page, alone above or below the text",
    zones: EDGES,
    compound: true,
    needsProse: true,
  },
  newsletter: { summary: "a prompt to sign up for a newsletter", zones: BELOW, compound: true, sentences: true },
  "app-prompt": {
    summary: "a prompt to install an app or to allow notifications",
    zones: BELOW,
    compound: true,
    sentences: true,
  },
  paywall: { summary: "a prompt to pay or log in to read on", zones: BELOW, compound: true, sentences: true },
  advertisement: { summary: "the label of an advertisement", zones: ALL, compound: true },
  "cookie-notice": { summary: "a sentence or button of a cookie notice", zones: ALL, compound: true },
  "player-chrome": {
    summary: "a label or message of a media player, or an offer to have the page read aloud",
    zones: ALL,
    compound: true,
  },
  "follow-us": {
    summary: "a pointer to the site's own accounts elsewhere",
    zones: BELOW,
    compound: true,
    sentences: true,
  },
  copyright: { summary: "a copyright line", zones: TAIL, compound: true },
  "legal-links": { summary: "a row of links to terms, privacy and contact pages", zones: TAIL, compound: true },
  "reading-time": { summary: "how long the text takes to read", zones: EDGES, compound: true, needsProse: true },
  "updated-line": { summary: "when the page was published or changed", zones: EDGES, onlyWeak: true },
  "byline-line": { summary: "who wrote the text", zones: EDGES, onlyWeak: true },
  "photo-credit": { summary: "who took or owns a picture", zones: ALL, compound: true, onlyWeak: true },
  "source-line": { summary: "where the text comes from", zones: TAIL, onlyWeak: true },
  tags: { summary: "the tags or categories a page is filed under", zones: TAIL, onlyWeak: true },
  "appeared-first-on": {
    summary: "the sentence a feed appends to say where the post comes from",
    zones: TAIL,
    sentences: true,
  },
};
