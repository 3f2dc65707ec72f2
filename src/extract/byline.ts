import { foldTitle } from "./titles.ts";

/** Longer than any list of names, in UTF-16 code units. */
const LONGEST = 200;
/** Most words of a byline that is known by its looks alone. */
const MOST_WORDS = 8;
/** The words before a name. Without a colon only English `By`: the others begin names as well, such as Von and Di. */
const BEFORE =
  /^(?:by(?:\s*:\s*|\s+)|(?:author|written by|autor|autore|auteur|text|texto|texte|автор|yazar|von|par|por)\s*:\s*)/iu;
/** With these only the rest counts, and only where the language is the one that says so. */
const BEFORE_IN: Readonly<Record<string, RegExp>> = {
  de: /^(?:von|text von|ein (?:artikel|beitrag) von)\s+/iu,
  fr: /^(?:par|propos recueillis par)\s+/iu,
  es: /^por\s+/iu,
  pt: /^por\s+/iu,
  it: /^(?:di|a cura di)\s+/iu,
  nl: /^door\s+/iu,
  sv: /^av\s+/iu,
  no: /^av\s+/iu,
  nb: /^av\s+/iu,
  da: /^af\s+/iu,
  pl: /^autor\s+/iu,
};
/** Accounts that content systems make for nobody. */
const NOBODY =
  /^(?:admin(?:istrator)?|root|user|guest|editor|author|webmaster|web ?master|site ?admin|wp ?admin|null|undefined|none|n\/?a|unknown|anonymous|by|von|par|por|-+|\d+)$/i;

const ADDRESS = /^@|^(?:[Hh]ttps?:|www\.)|^[^\s@]+@\S+$|^(?:[a-z0-9-]+\.)+[a-z]{2,}(?:\/\S*)?$/;

/** A name, not an address or an account: `article:author` often links to a profile. `undefined` for anything else. */
export function authorName(value: string, lang?: string): string | undefined {
  const plain = value
    .replace(/<\/?[a-z][^<>]*>/gi, " ")
    .replace(/\s+/g, " ")
    .trim();
  const language = lang?.slice(0, 2).toLowerCase() ?? "";
  const name = plain
    .replace(BEFORE, "")
    .replace(BEFORE_IN[language] ?? BEFORE, "")
    .replace(/(?<![\s,;|·•–-])[\s,;|·•–-]+$/u, "");
  if (name === "" || name.length > LONGEST || !/\p{L}/u.test(name) || NOBODY.test(name)) return undefined;
  return ADDRESS.test(name) ? undefined : name;
}

/** The same for a line on the page, which also says what is no name: dates, roles, numbers of comments. */
export function visibleName(value: string, lang?: string): string | undefined {
  const [first = ""] = value.split(/(?<!\s)\s*[|·•\n]\s*|(?<!\s)\s+[–—-]\s+/u);
  const name = authorName(first, lang);
  if (
    name === undefined ||
    /[\p{Nd}:?!*]|^(?:reviewed|edited|translated|updated) /iu.test(name) ||
    name.split(/\s+/).length > MOST_WORDS
  )
    return undefined;
  return /^\p{L}/u.test(name) && (/\p{Lu}/u.test(name) || !/\p{Ll}/u.test(name)) ? name : undefined;
}

/** Names without those said before, in another case or spelling of the same. */
export function joinNames(names: readonly string[]): string | undefined {
  const known = new Map<string, string>();
  for (const name of names) if (!known.has(foldTitle(name))) known.set(foldTitle(name), name);
  return known.size === 0 ? undefined : [...known.values()].join(", ");
}
