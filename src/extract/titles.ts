import { collapseWhitespace } from "../text/whitespace.ts";

/** What stands between the parts of a `<title>`. A bare hyphen inside a word parts nothing. */
const SEPARATOR = /(?<!\s)\s+(?:[-–—|·•:»«›‹]|::|\/)\s+/u;
const LAST_PART: RegExp = new RegExp(`^(?<rest>.*\\S)${SEPARATOR.source}(?<part>.+?)$`, "su");
const BEGINS_PARTED: RegExp = new RegExp(`^${SEPARATOR.source}`, "u");
const ENDS_PARTED: RegExp = new RegExp(`${SEPARATOR.source}$`, "u");

/** For comparison only: case, white space, invisible characters and the shape of quotes do not tell titles apart. */
export function foldTitle(title: string): string {
  return collapseWhitespace(title.normalize("NFKC").replace(/\p{Cf}/gu, ""))
    .toLowerCase()
    .replace(/[‘’ʼ`´]/gu, "'")
    .replace(/[“”„]/gu, '"')
    .replace(/[‐-―]/gu, "-");
}

/** A page title without the site's name at its end or beginning; as it was where nothing else would be left. */
export function withoutSite(title: string, site: string | undefined): string {
  if (site === undefined) return title;
  const name = foldTitle(site);
  const last = LAST_PART.exec(title)?.groups;
  if (last?.["part"] && foldTitle(last["part"]) === name) return last["rest"] as string;
  const first = SEPARATOR.exec(title);
  if (first && foldTitle(title.slice(0, first.index)) === name) return title.slice(first.index + first[0].length);
  return title;
}

/** Shortest name that tells a host, in characters: three letters may stand in any. */
const SHORTEST_NAME = 4;

/** A title without a last part that is the name in the page's own address, such as `Street Bakers` of `street-bakers.org`. */
export function withoutHost(title: string, host: string | undefined): string {
  const parts = host === undefined ? undefined : LAST_PART.exec(title)?.groups;
  if (!host || !parts) return title;
  const name = compact(parts["part"] as string);
  const known = host.split(".").map(compact);
  if (name.length < SHORTEST_NAME || !known.some((label) => label === name || compact(host) === name)) return title;
  return parts["rest"] as string;
}

function compact(text: string): string {
  return foldTitle(text).replace(/[^\p{L}\p{N}]/gu, "");
}

/** Whether a heading says the page's title: the whole of it, or all but a site or section name at either end. */
export function isTitle(heading: string, title: string): boolean {
  const said = foldTitle(heading);
  const whole = foldTitle(title);
  if (said === "" || said === whole) return said !== "";
  if (whole.startsWith(said)) return BEGINS_PARTED.test(whole.slice(said.length));
  return whole.endsWith(said) && ENDS_PARTED.test(whole.slice(0, -said.length));
}
