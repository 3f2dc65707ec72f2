/** A kind of page that a careless extractor needs more than linear time for, at any size. */
export interface HostilePage {
  readonly name: string;
  /** The page with `n` of what makes it hostile; its length grows with n and nothing else does. */
  readonly page: (n: number) => string;
  /** The n that the measurement starts from. */
  readonly size: number;
}

const PROSE = "The last tram left the depot with its lights off, which nobody on the platform had expected. ";
const numbered = (n: number, snippet: (i: number) => string): string =>
  Array.from({ length: n }, (_, i) => snippet(i)).join("");

/** JSON-LD that nests things in things. */
function nestedThings(n: number): string {
  const things = `{"@type":"Thing","name":"a","mainEntity":`.repeat(n);
  return `<script type="application/ld+json">${things}1${"}".repeat(n)}</script><p>${PROSE}</p>`;
}

/** Pages that grow in one way each: the tests clean them once, the benchmark at three sizes. */
export const HOSTILE_PAGES: readonly HostilePage[] = [
  { name: "spaces in text", size: 250_000, page: (n) => `<p>${PROSE}${" ".repeat(n)}${PROSE}</p>` },
  { name: "spaces in attributes", size: 250_000, page: (n) => `<p class="${" ".repeat(n)}"${" ".repeat(n)}>${PROSE}` },
  { name: "spaces between elements", size: 50_000, page: (n) => `<p>${PROSE}</p>${"<b> </b> ".repeat(n)}` },
  { name: "unclosed elements", size: 250_000, page: (n) => `${"<div>".repeat(n)}${PROSE}` },
  { name: "unclosed elements with text", size: 20_000, page: (n) => "<div>one of many ".repeat(n) },
  { name: "unclosed inline elements with text", size: 20_000, page: (n) => "<span>one of many ".repeat(n) },
  { name: "paragraphs below nested elements", size: 5000, page: (n) => "<div>".repeat(n) + `<p>${PROSE}`.repeat(n) },
  { name: "links in nested elements", size: 5000, page: (n) => "<a href=/x><div>one of many ".repeat(n) },
  { name: "nested tables", size: 10_000, page: (n) => "<table><tr><td>one<td>two".repeat(n) },
  { name: "nested lists", size: 10_000, page: (n) => "<ul><li>one of many ".repeat(n) },
  { name: "equal siblings", size: 25_000, page: (n) => `<p>${PROSE}</p>`.repeat(n) },
  { name: "headings alone", size: 25_000, page: (n) => `<title>One</title>${"<h2>One</h2>".repeat(n)}` },
  {
    name: "siblings with names of their own",
    size: 25_000,
    page: (n) => numbered(n, (i) => `<p class=c${i} id=i${i}>one ${i}`),
  },
  { name: "attributes", size: 250_000, page: (n) => `<p ${numbered(n, (i) => `a${i}=b `)}>${PROSE}` },
  { name: "one long class", size: 100_000, page: (n) => `<p class="${numbered(n, (i) => `c${i} `)}">${PROSE}` },
  { name: "NULs and line ends", size: 250_000, page: (n) => `<p>${PROSE}${"\0\r\n".repeat(n)}${PROSE}` },
  { name: "references", size: 100_000, page: (n) => `<p>${PROSE}${"&amp;&nbsp".repeat(n)}` },
  { name: "one long line", size: 1_000_000, page: (n) => `<p>${PROSE.repeat(Math.ceil(n / PROSE.length))}` },
  { name: "one long word", size: 1_000_000, page: (n) => `<p>${"x".repeat(n)}` },
  { name: "rows of a table", size: 25_000, page: (n) => `<table>${"<tr><td>one<td>two".repeat(n)}</table>` },
  { name: "options", size: 25_000, page: (n) => `<p>${PROSE}<select>${"<option>one of many".repeat(n)}` },
  { name: "line breaks", size: 50_000, page: (n) => `<p>${PROSE}${"<br>".repeat(n)}${PROSE}` },
  { name: "JSON-LD nested deep", size: 25_000, page: nestedThings },
  {
    name: "meta elements",
    size: 25_000,
    page: (n) => numbered(n, (i) => `<meta name=author content="A. ${i}">`) + PROSE,
  },
];
