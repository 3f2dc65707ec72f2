/** What was asked for makes no sense as it stands: the caller's to correct, and nothing was done yet. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
