/** A stage broke the contract of edits. Always a defect of a stage or a pack, never of the input. */
export class EditError extends Error {
  override readonly name = "EditError";
}
