import { closeAny, closeImplied } from "./closing.ts";
import { BUTTON_SCOPE, DEFAULT_SCOPE, LIST_SCOPE } from "./element-keys.ts";
import { voidStart } from "./in-body-inline-start.ts";
import { Mode } from "./insertion-mode.ts";
import type { TagRule } from "./mode-rules.ts";
import { TAG } from "./tags.ts";

export const anyEnd: TagRule = (builder, tag) => {
  closeAny(builder, tag);
  return false;
};

export const blockEnd: TagRule = (builder, tag) => {
  builder.close(tag, DEFAULT_SCOPE);
  return false;
};

export const listItemEnd: TagRule = (builder, tag) => {
  builder.close(tag, LIST_SCOPE);
  return false;
};

/** A `</p>` where no paragraph is open is an empty one. */
export const paragraphEnd: TagRule = (builder, tag) => {
  if (builder.close(tag, BUTTON_SCOPE)) return false;
  builder.imply(tag);
  builder.open.pop();
  return false;
};

/** An end tag of any heading ends the innermost one. */
export const headingEnd: TagRule = ({ open }) => {
  let at = -1;
  for (const tag of [TAG.h1, TAG.h2, TAG.h3, TAG.h4, TAG.h5, TAG.h6])
    at = Math.max(at, open.inScope(tag, DEFAULT_SCOPE));
  if (at >= 0) open.popTo(at);
  return false;
};

/** The form ends, but what was opened in it and is not closed goes on. */
export const formEnd: TagRule = (builder, tag) => {
  const { open, form } = builder;
  const at = open.inScope(tag, DEFAULT_SCOPE);
  if (builder.templateModes.length > 0) {
    if (at >= 0) open.popTo(at);
    return false;
  }
  builder.form = -1;
  if (form < 0 || at < 0) return false;
  closeImplied(builder);
  builder.closeAlone(open.nodes[at] === form ? at : -1);
  return false;
};

export const objectEnd: TagRule = (builder, tag) => {
  if (builder.close(tag, DEFAULT_SCOPE)) builder.formatting.clearToMarker();
  return false;
};

/** `</br>` is a line break as well; the tag is its span. */
export const breakEnd: TagRule = (builder, tag) => voidStart(builder, tag);

export const bodyEnd: TagRule = (builder) => {
  if (builder.open.inScope(TAG.body, DEFAULT_SCOPE) >= 0) builder.mode = Mode.AfterBody;
  return false;
};

export const htmlEnd: TagRule = (builder) => {
  if (builder.open.inScope(TAG.body, DEFAULT_SCOPE) < 0) return false;
  builder.mode = Mode.AfterBody;
  return true;
};
