/** Names that the scripts of advertising, counting and form services go by; no prose has them. */
const SERVICES =
  /\b(?:adsbygoogle|googletag|gtag|dataLayer|fbq|_gaq|_paq|_qevents|_comscore|ez_ad_units|__ez_fad_position|hbspt\.forms|_taboola|OBR\.extern|_sf_async_config|disqus_(?:config|shortname|identifier|url)|twttr|instgrm|MktoForms2|grecaptcha|NREUM|_wpemojiSettings|mc4wp|ak_js_\d{1,4}|addthis_(?:config|share)|stLight|PARSELY|pbjs|apstag|atOptions|amzn_assoc_\w{1,30}|__gads|_hmt)\b/;
/** How a statement begins. */
const STATEMENT = /^(?:[(!]|\/\/|\/\*|(?:var|let|const|if|try|function|window|document)\b|[\w$]{1,40}\s?[.(=[|])/;
const STATEMENT_END = /[;)}\]]\s*$/;
const CODE_CHARACTER = /[(){}[\];=.,'"|:_$&!+]/g;
/** Share of such characters in a script; the densest prose, a list of sources, stays below half of it. */
const CODE_SHARE = 0.1;

/** Whether a whole text is a script of a service that pages call. */
export function callsPageService(text: string): boolean {
  if (!STATEMENT_END.test(text) || !STATEMENT.test(text) || !SERVICES.test(text)) return false;
  return (text.match(CODE_CHARACTER)?.length ?? 0) > CODE_SHARE * text.length;
}

/** Calls that are found within paragraphs, each with a word that no prose has. */
const CALLS: readonly (readonly [word: string, call: RegExp])[] = [
  [
    "adsbygoogle",
    /\s?\(\s?adsbygoogle\s?=\s?window\.adsbygoogle\s?\|\|\s?\[\s?\]\s?\)\.push\(\s?\{[^{}()]{0,300}\}\s?\);?/g,
  ],
  [
    "googletag",
    /\s?googletag\.cmd\.push\(\s?function\s?\(\s?\)\s?\{\s?googletag\.display\([^(){}]{0,100}\);?\s?\}\s?\);?/g,
  ],
  ["ak_js_", /\s?document\.getElementById\(\s?["']ak_js_\d{1,4}["']\s?\)\.setAttribute\([^;{}]{0,120}\);?/g],
  [
    "ez_ad_units",
    /\s?if\s?\(\s?typeof ez_ad_units\s?!=\s?'undefined'\s?\)\s?\{\s?ez_ad_units\.push\([^{}]{0,300}\);?\s?\}/g,
  ],
];

/** Scripts within a text, as offsets in UTF-16 code units. */
export function pageServiceCalls(text: string): { readonly start: number; readonly end: number }[] {
  const calls = CALLS.filter(([word]) => text.includes(word)).flatMap(([, call]) => [...text.matchAll(call)]);
  return calls.map(({ 0: call, index }) => ({ start: index, end: index + call.length }));
}

/** UTF-16 code units; shorter ones may be meant. */
const SHORTEST_DATA = 60;

/** Whether a whole text is one line of JSON as pages carry it: an object of some size, or one that names its schema. */
export function isPageData(text: string): boolean {
  if (!/^\[?\{"/.test(text) || !/\}\]?$/.test(text) || text.includes("\n")) return false;
  if (text.length < SHORTEST_DATA && !text.includes('"@context"')) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const MEDIA = /@media[^{}@]{0,200}\{/g;
const SELECTOR = /^[\s.#@*\w\-:,>+~()[\]="'%]+$/;
const DECLARATION = /^\s*[-\w]{2,40}:[^:{}]{1,300}$/;
/** Of a rule that a person writes into a text, hardly any is so. */
const PRESSED = /[\w)\]]\{[^\s{}]/;

/** Whether a whole text is style rules without line breaks and with nothing spent on their looks. */
export function isPageStyle(text: string): boolean {
  if (!PRESSED.test(text) || text.includes("\n") || !/\}\s*$/.test(text)) return false;
  const rules = text
    .replace(MEDIA, "")
    .split("}")
    .filter((rule) => rule.trim() !== "");
  return rules.length > 0 && rules.every(isStyleRule);
}

function isStyleRule(rule: string): boolean {
  const [selector = "", body, more] = rule.split("{");
  if (body === undefined || more !== undefined || !SELECTOR.test(selector)) return false;
  return body.split(";").every((part) => part.trim() === "" || DECLARATION.test(part.replace(/https?:|data:/g, "")));
}
