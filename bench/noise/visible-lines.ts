/** Named references that the benchmark decodes; any other stays as it is written. */
const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
    apos: "'",
    nbsp: " ",
    rsquo: "’",
    lsquo: "‘",
    ldquo: "“",
    rdquo: "”",
    mdash: "—",
    ndash: "–",
    hellip: "…",
    copy: "©",
    laquo: "«",
    raquo: "»",
  }),
);
/** Fewer are known where a whole page is flattened: the public scorer of extraction knows only these. */
const FEW_NAMED: ReadonlyMap<string, string> = new Map(
  ["amp", "lt", "gt", "quot", "apos", "nbsp"].map((name) => [name, NAMED.get(name)!]),
);

const UNSEEN = ["script", "style", "noscript", "template", "svg"];
const UNREAD = [...UNSEEN, "head", "select", "button", "textarea"];
const BREAKING =
  "p div li ul ol h[1-6] br tr td table section article header footer nav aside form figure figcaption blockquote pre".split(
    " ",
  );

const COMMENT = /<!--[\s\S]*?-->/g;
const TAG = /<[^>]+>/g;
const REFERENCE = /&(#x?[0-9a-f]+|\w+);/gi;
const LAST_CODE_POINT = 0x10ffff;

/** How markup becomes text; crude on purpose, as scrapers are. */
class Flattener {
  private readonly unseen: RegExp;
  private readonly breaking: RegExp;
  private readonly named: ReadonlyMap<string, string>;

  constructor(unseen: readonly string[], breaking: readonly string[], named: ReadonlyMap<string, string>) {
    this.unseen = new RegExp(String.raw`<(${unseen.join("|")})\b[\s\S]*?</\1>`, "gi");
    this.breaking = new RegExp(String.raw`</?(?:${breaking.join("|")})\b[^>]*>`, "gi");
    this.named = named;
  }

  flatten(html: string): string {
    const seen = html.replace(this.unseen, " ").replace(COMMENT, " ");
    return seen
      .replace(this.breaking, "\n")
      .replace(TAG, "")
      .replace(REFERENCE, (reference, name: string) => this.decode(name) ?? reference);
  }

  private decode(name: string): string | undefined {
    if (!name.startsWith("#")) return this.named.get(name);
    const isHex = /^#x/i.test(name);
    const code = isHex ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10) || 32;
    return String.fromCodePoint(Math.min(LAST_CODE_POINT, code));
  }
}

const lineFlattener = new Flattener(UNREAD, [...BREAKING, "main"], NAMED);
const pageFlattener = new Flattener(UNSEEN, BREAKING, FEW_NAMED);

/** The lines of text that a page shows, without its menus of choices and buttons. */
export function visibleLines(html: string): readonly string[] {
  const text = lineFlattener.flatten(html).replace(/[ \t\u00a0\r]+/g, " ");
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}

/** All text of a page as a scraper without an extractor would save it. */
export function flattenedPage(html: string): string {
  const text = pageFlattener.flatten(html).replace(/[ \t\u00a0]+/g, " ");
  return text
    .replace(/ *\n */g, "\n")
    .replace(/\n{2,}/g, "\n\n")
    .trim();
}
