/** What a peer says first: that it can work, or why it cannot. */
export type Greeting = { readonly version: string } | { readonly absent: string };

/** A page to extract, one line of JSON on the peer's standard input. */
export interface PeerRequest {
  readonly id: string;
  readonly html: string;
  readonly url: string | null;
}

/** What a peer made of a page, one line of JSON on its standard output. */
export interface PeerReply {
  readonly id: string;
  readonly text: string;
  /** The headline, where the peer has one beside the text. */
  readonly title?: string | null;
  /** From the string of the page to the peer's own result; not its way through the pipe, nor from HTML to text. */
  readonly ms: number;
  /** What the peer threw; there is no text then. */
  readonly error?: string;
  /** Peak resident memory of the process so far, in bytes. */
  readonly peakRss: number;
}
