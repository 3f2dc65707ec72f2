import { isSpace } from "./character-class.ts";
import type { SourceText } from "./source-text.ts";
import { TAG, TAG_NAMES } from "./tags.ts";
import { RAW } from "./tree.ts";
import type { TreeBuilder } from "./tree-builder.ts";

/** Makes an element whose content is text up to its end tag, whatever stands there. */
export function insertRaw(builder: TreeBuilder, tag: number, flags: number = RAW): false {
  builder.insertElement(tag);
  builder.position = builder.scanner.end;
  readRaw(builder, tag, flags);
  return false;
}

/** The same for an element in whose text references are read (`title`, `textarea`). */
export function insertEscapable(builder: TreeBuilder, tag: number): false {
  builder.insertElement(tag);
  builder.position = builder.scanner.end;
  if (tag === TAG.textarea) builder.position = builder.text.afterLineFeed(builder.position);
  readRaw(builder, tag, 0);
  return false;
}

function readRaw(builder: TreeBuilder, tag: number, flags: number): void {
  const { text, scanner } = builder;
  const { length } = text.source;
  const start = builder.position;
  const end = tag === TAG.script ? scriptEnd(text, start) : rawEnd(text, tag, start);
  if (tag === TAG.script || tag === TAG.style) builder.insertCode(start, end);
  else {
    text.encoded = true;
    builder.insertText(start, end, flags);
  }
  builder.open.pop();
  builder.position = length;
  if (end < length && scanner.read(end, end + 2)) {
    scanner.forgetAttributes();
    builder.position = scanner.end;
  }
}

/** Where the end tag of that name begins, from `at` on; the end of the page when there is none. */
function rawEnd({ source, units }: SourceText, tag: number, at: number): number {
  const name = TAG_NAMES[tag]!;
  let end = source.indexOf("</", at);
  while (end >= 0 && !endsName(units, end + 2, name)) end = source.indexOf("</", end + 2);
  return end < 0 ? source.length : end;
}

/** Whether the whole name of a tag stands at `at`. */
function endsName(units: Uint16Array, at: number, name: string): boolean {
  for (let i = 0; i < name.length; i++) {
    const unit = units[at + i]!;
    if ((unit | 32) !== name.charCodeAt(i) || unit < 64) return false;
  }
  const after = units[at + name.length]!;
  return after === 62 || after === 47 || isSpace(after);
}

/**
 * The same for a script, which after `<!--` and a `<script` goes on past a `</script>`: pages hid scripts from old
 * browsers that way (HTML's script data double escaped state).
 */
function scriptEnd(text: SourceText, from: number): number {
  const { source, units } = text;
  let at = source.indexOf("<", from);
  while (at >= 0) {
    const next = units[at + 1];
    if (next === 47 && endsName(units, at + 2, "script")) return at;
    if (next === 33 && units[at + 2] === 45 && units[at + 3] === 45) {
      const left = leaveEscape(text, at + 2);
      if (!left.closed) return left.at;
      at = left.at - 1;
    }
    at = source.indexOf("<", at + 1);
  }
  return source.length;
}

/** Where the escaped part of a script ends, with `-->` (closed) or with the script itself. */
function leaveEscape({ source, units }: SourceText, from: number): { at: number; closed: boolean } {
  let nested = false;
  for (let at = from; at < source.length; at++) {
    const unit = units[at];
    if (unit === 45 && units[at + 1] === 45 && units[at + 2] === 62) return { at: at + 3, closed: true };
    if (unit !== 60) continue;
    if (units[at + 1] !== 47) nested ||= endsName(units, at + 1, "script");
    else if (endsName(units, at + 2, "script")) {
      if (!nested) return { at, closed: false };
      nested = false;
    }
  }
  return { at: source.length, closed: false };
}
