import { escapeUTF8 } from "entities";
import type { Passage } from "../run/explain-document.ts";
import type { FileExplanation } from "../run/explain-file.ts";
import { printableLines } from "./printable.ts";

const STYLE =
  "body{max-width:44em;margin:2em auto;padding:0 1em;font:16px/1.5 system-ui,sans-serif}del{background:#fdd;color:#800}ins{background:#dfd;color:#040;text-decoration:none}small{color:#666}dt{font-family:monospace}";

/** A page of its own, without scripts; everything from the document is escaped. */
export function explanationHtml(name: string, { blocks, cleaned, rules }: FileExplanation): string {
  const body = blocks.map(({ passages }) => `<p>${passages.map(passageHtml).join("")}</p>`);
  const legend = rules.map(({ id, summary }) => `<dt>${escapeUTF8(id)}</dt><dd>${escapeUTF8(summary)}</dd>`);
  return [
    `<!doctype html><meta charset="utf-8"><title>${escaped(name)}</title><style>${STYLE}</style>`,
    `<h1>${escaped(cleaned.title ?? name)}</h1>`,
    ...body,
    `<hr><dl>${legend.join("")}</dl>`,
    "",
  ].join("\n");
}

function passageHtml({ text, rule, replacement = "", reason }: Passage): string {
  if (rule === undefined) return escaped(text);
  const instead = replacement === "" ? "" : `<ins>${escaped(replacement)}</ins>`;
  const why = reason === undefined ? escapeUTF8(rule) : `${escapeUTF8(rule)}: ${escaped(reason)}`;
  return `<del title="${escapeUTF8(rule)}">${escaped(text)}</del>${instead}<small> ${why} </small>`;
}

/** The page may be printed on a terminal before it is seen in a browser. */
const escaped = (text: string): string => escapeUTF8(printableLines(text));
