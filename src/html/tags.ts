/**
 * Elements of HTML by number. A tree's `tag` holds these numbers; names that are not here get the next free ones, page by
 * page, so a table indexed by tag answers `undefined` for them.
 */
const NAMES = `#document #text html head body title base link meta style script noscript template div span p a ul ol li dl dt
dd dir menu h1 h2 h3 h4 h5 h6 hgroup header footer main nav aside article section search address blockquote pre
listing xmp plaintext figure figcaption table caption colgroup col tbody thead tfoot tr td th form fieldset
legend label input button select selectedcontent option optgroup textarea details summary dialog center hr br
wbr img image picture source video audio track iframe embed object param applet marquee canvas map area svg math
b i u s em strong small big strike tt font code nobr abbr cite q dfn kbd samp var mark ins del sub sup time data
bdi bdo ruby rb rt rp rtc output progress meter noembed noframes frameset frame keygen bgsound basefont slot mi
mo mn ms mtext annotation-xml mglyph malignmark foreignobject desc
path g use circle rect line polygon polyline ellipse defs symbol lineargradient stop clippath`;

type Words<Line extends string, Found = never> = Line extends `${infer Word} ${infer Rest}`
  ? Words<Rest, Found | Word>
  : Found | Line;
type Lines<Text extends string, Found = never> = Text extends `${infer Line}\n${infer Rest}`
  ? Lines<Rest, Found | Words<Line>>
  : Found | Words<Text>;

export type TagName = Lines<typeof NAMES>;

/** Their names, by number. */
export const TAG_NAMES = NAMES.split(/\s/) as readonly TagName[];

/** The number of a tag: `TAG.div`. */
export const TAG = Object.fromEntries(TAG_NAMES.map((name, number) => [name, number])) as Readonly<
  Record<TagName, number>
>;

/** A table with a 1 for every tag named. */
export function tagTable(...names: readonly TagName[]): Uint8Array {
  const table = new Uint8Array(TAG_NAMES.length);
  for (const name of names) table[TAG[name]] = 1;
  return table;
}
