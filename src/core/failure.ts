/** Why an input gave no record. The words are part of the output format. */
export type FailureReason =
  | "unreadable" // the system refused: rights, I/O
  | "vanished" // listed, then gone or replaced before it was read
  | "symlink-loop"
  | "binary" // neither text nor HTML
  | "undecodable" // no charset fits
  | "too-large"
  | "invalid-json"
  | "no-text" // a JSON record without the asked-for fields
  | "empty" // nothing but white space
  | "damaged" // packed data or a container that breaks off or contradicts itself
  | "unsupported" // a packing or archive that dehusk does not read
  | "encrypted"
  | "unsafe-name" // a member of an archive that leads out of it, or would steer a terminal
  | "revisit" // a WARC record that has the content of another
  | "limit" // more than a limit allows: a bomb, or archives in archives
  | "timeout" // took longer than a document may
  | "crashed"; // a defect of ours; the message names the stage

/** An input that gave no record: a line of failures.jsonl. */
export interface Failure {
  /** Relative to the input root, with `/`; `-` for standard input. */
  readonly path: string;
  /** Line of a JSONL input, from 1; element of a JSON array, from 1. */
  readonly record?: number;
  readonly reason: FailureReason;
  /** What happened, in one sentence. */
  readonly message: string;
  /** What the user can do about it, in one sentence. */
  readonly advice: string;
}
