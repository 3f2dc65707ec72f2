import type { WritableBlock, Written } from "../written.ts";
import { blockLines } from "./block-lines.ts";
import { OpenContainers } from "./open-containers.ts";
import { columnsOf, tableLines } from "./table-lines.ts";

/**
 * Blocks as Markdown (CommonMark 0.31, with GitHub's tables). A paragraph is one line. Entries of a list follow line by line,
 * anything else after a blank line. What in the text would be read as syntax is escaped, so that a parser gives the plain
 * texts back.
 */
export function writeMarkdown(blocks: readonly WritableBlock[]): Written {
  const writer = new MarkdownWriter();
  for (let from = 0; from < blocks.length; ) {
    const to = endOfTable(blocks, from);
    if (to > from + 1) writeTable(writer, blocks.slice(from, to));
    else writer.add(blocks[from]!, blockLines(blocks[from]!));
    from = to;
  }
  return writer.written();
}

/** The rows of one table, from the first on; a block that is no row stands alone. */
function endOfTable(blocks: readonly WritableBlock[], from: number): number {
  const table = blocks[from]!.shape?.row?.table;
  let to = from + 1;
  while (table !== undefined && blocks[to]?.shape?.row?.table === table) to++;
  return to;
}

/** Rows of one cell above and below, as a title or a note, stay out of the table. */
function writeTable(writer: MarkdownWriter, rows: readonly WritableBlock[]): void {
  const isRow = (block: WritableBlock): boolean => columnsOf(block).length > 1;
  const first = rows.findIndex(isRow);
  const lines = first < 0 ? undefined : tableLines(rows.slice(first, rows.findLastIndex(isRow) + 1));
  for (const [i, row] of rows.entries())
    writer.add(row, lines?.[i - first] ?? blockLines(row), i > first && !!lines?.[i - first]);
}

class MarkdownWriter {
  private readonly parts: string[] = [];
  private length = 0;
  private readonly at: number[] = [];
  private readonly containers = new OpenContainers();
  private previous: WritableBlock | undefined;

  written(): Written {
    return { text: this.parts.join(""), at: this.at };
  }

  /** `follows` where the block goes on what the one before began: the next row of a table. */
  add(block: WritableBlock, lines: readonly string[], follows = false): void {
    const { between, first, rest, tight } = this.containers.enter(block.shape?.within ?? []);
    const { previous } = this;
    if (previous) {
      const isNextLine = follows || isGlued(previous, block) || (tight && isOneLine(previous) && isOneLine(block));
      this.write(isNextLine ? "\n" : `\n${between}\n`);
    }
    this.at.push(this.length);
    for (const [i, line] of lines.entries()) {
      if (i > 0) this.write("\n");
      const indent = i === 0 ? first : rest;
      this.write(line === "" ? indent.trimEnd() : indent + line);
    }
    this.previous = block;
  }

  private write(text: string): void {
    this.parts.push(text);
    this.length += text.length;
  }
}

/** Lines of Markdown that follow each other in the source do so here, and what has no text is a blank line itself. */
function isGlued(previous: WritableBlock, block: WritableBlock): boolean {
  if (isBlank(previous) || isBlank(block)) return true;
  return previous.shape?.raw !== undefined && block.shape?.raw?.after === previous.end;
}

function isBlank({ kind, shape }: WritableBlock): boolean {
  return kind !== "code" && shape?.parts?.length === 0;
}

function isOneLine({ kind, shape }: WritableBlock): boolean {
  return kind !== "code" && shape?.row === undefined;
}
