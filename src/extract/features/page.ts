import { TAG, TAG_NAMES } from "../../html/tags.ts";
import { ENDS_STOPPED } from "../character-counts.ts";
import { type FeatureGroup, type FeatureInput, share } from "./feature-group.ts";

const ADDRESS_CUES: readonly (readonly [string, RegExp])[] = [
  ["forum", /forum|thread|topic|\/t\/|viewtopic|showthread|discussion|community|questions?\//i],
  ["product", /product|\/p\/|shop|store|item|\/dp\/|buy/i],
  ["docs", /docs?[./]|documentation|reference|manual|guide|api|help|learn|tutorial|wiki/i],
  ["list", /categor|collection|\/tags?\/|archive|search|browse|directory|list|index/i],
  ["article", /blog|news|article|story|post|\/20\d\d\//i],
  ["service", /services?|solutions?|about|pricing|features?|company|contact|home/i],
];

const TYPE_CUES: readonly (readonly [string, RegExp])[] = [
  ["article", /article|posting|^report$/],
  ["product", /product|offer/],
  ["forum", /discussion|qapage|question|answer/],
  ["list", /itemlist|collection|searchresults|catalog/],
  ["organisation", /organization|business|service|store|place/],
  ["faq", /faqpage|howto|techarticle|apireference/],
  ["recipe", /recipe|event|course|job|video/],
  ["blogware", /wordpress|ghost|blogger|medium|substack|drupal|joomla/],
  ["forumware", /discourse|phpbb|vbulletin|xenforo|mybb|flarum|vanilla|simplemachines/],
  ["docware", /docusaurus|sphinx|mkdocs|gitbook|jekyll|hugo|vuepress|mediawiki|doxygen/],
  ["shopware", /shopify|woocommerce|magento|prestashop|bigcommerce/],
];

/** What is the same for every block of a page, so that the others can be read in its light. */
export const page: FeatureGroup = {
  names: [
    ...["pageWords", "pageBlocks", "pageLinkShare", "pageProseShare", "pageLinks", "pageElements", "pageLongest"],
    ...["articles", "tables", "items", "headings", "codes", "inputs", "prices", "images", "questions", "unspaced"],
    ...["largestPathShare", "largestPathCount", "pathDepth", "lastPartLength", "addressDigits", "addressHyphens"],
    ...ADDRESS_CUES.map(([name]) => `address:${name}`),
    ...TYPE_CUES.map(([name]) => `type:${name}`),
  ],
  fill(input, columns) {
    const row = [...totals(input), ...tagCounts(input), ...texts(input), ...largestPath(input), ...address(input)];
    const types = [...input.about.types];
    for (const [, cue] of TYPE_CUES) row.push(Number(types.some((type) => cue.test(type))));
    for (const [i, value] of row.entries()) columns[i]!.fill(value);
  },
};

function totals({ elements, blocks, outline, measures }: FeatureInput): number[] {
  const words = elements.words[0] ?? 0;
  return [
    words,
    blocks.count,
    outline.count === 0 ? 0 : elements.linkShare(0),
    share(elements.prose[0] ?? 0, words),
    elements.links[0] ?? 0,
    outline.count,
    measures.prose.reduce((most, prose) => Math.max(most, prose), 0),
  ];
}

function tagCounts({ outline }: FeatureInput): number[] {
  const counts = new Int32Array(TAG_NAMES.length);
  for (let rank = 0; rank < outline.count; rank++) counts[outline.tag[rank]!]!++;
  const of = (...tags: readonly number[]): number => tags.reduce((sum, tag) => sum + counts[tag]!, 0);
  return [
    of(TAG.article),
    of(TAG.table),
    of(TAG.li),
    of(TAG.h1, TAG.h2, TAG.h3, TAG.h4),
    of(TAG.pre, TAG.code),
    of(TAG.input, TAG.textarea, TAG.select),
  ];
}

function texts({ blocks, measures, outline }: FeatureInput): number[] {
  let [prices, questions] = [0, 0];
  for (let b = 0; b < blocks.count; b++) {
    if (measures.counts.currency[b]! > 0) prices++;
    if (measures.counts.ending[b] === ENDS_STOPPED && blocks.text[b]!.includes("?")) questions++;
  }
  let images = 0;
  for (let rank = 0; rank < outline.count; rank++) if (outline.tag[rank] === TAG.img) images++;
  return [prices, images, questions, share(measures.list.unspaced, measures.list.count)];
}

function largestPath({ blocks, measures, elements }: FeatureInput): number[] {
  const sums = new Map<number, { words: number; count: number }>();
  let largest = { words: 0, count: 0 };
  for (let b = 0; b < blocks.count; b++) {
    const path = elements.path[blocks.host[b]!]!;
    const sum = sums.get(path) ?? { words: 0, count: 0 };
    sum.words += measures.words[b]!;
    sum.count++;
    sums.set(path, sum);
    if (sum.words > largest.words) largest = sum;
  }
  return [share(largest.words, elements.words[0] ?? 0), largest.count];
}

function address({ about: { url } }: FeatureInput): number[] {
  const known = url !== undefined && URL.canParse(url) ? new URL(url) : undefined;
  const path = known?.pathname ?? "";
  const parts = path.split("/").filter((part) => part !== "");
  const last = parts.at(-1) ?? "";
  const row = [parts.length, last.length, last.replace(/\D/g, "").length, last.split("-").length - 1];
  const whole = known ? known.hostname + path : "";
  for (const [, cue] of ADDRESS_CUES) row.push(Number(cue.test(whole)));
  return row;
}
