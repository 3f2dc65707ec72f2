import { nameHash } from "./name-words.ts";

/**
 * What the words in class names and ids say of an element. Only groups are told apart, and what a group is worth on a
 * page is learned: `content` may well be the class of a body.
 */
const GROUPS = {
  comment: "comment comments commentlist disqus respond reply replies discussion livefyre",
  sidebar: "sidebar aside rail secondary widget widgets sidecolumn sidenav",
  footer: "footer foot bottom colophon subfooter",
  header: "header masthead topbar top banner hero jumbotron",
  nav: "nav navigation navbar menu submenu breadcrumb breadcrumbs megamenu dropdown",
  pager: "pager pagination paging paginate next prev previous tabs tab toc skip",
  related:
    "related recommended recommendations recommendation recirc more similar also upsell crosssell outbrain taboola",
  popular: "popular trending latest recent mostread newest featured promoted",
  share: "share sharing social socials sharedaddy addthis follow facebook twitter pinterest whatsapp",
  advert: "ad ads adv advert advertisement sponsor sponsored promo promotion promos dfp adslot commercial",
  form: "form newsletter subscribe subscription signup login signin search register contact cta",
  notice: "cookie cookies consent gdpr modal popup overlay dialog lightbox alert notice toast",
  byline: "meta byline author authors date time timestamp published bio avatar posted",
  tags: "tag tags category categories label labels topics topic keywords",
  caption: "caption credit figcaption wp gallery image photo media video thumbnail thumb figure",
  content: "content article entry story body text main maincontent articlebody richtext prose markdown wysiwyg copy",
  post: "post posts message messages thread question answer answers",
  product: "product products price prices cart sku spec specs specification specifications details buy shop variant",
  review: "review reviews rating ratings testimonial testimonials stars",
  card: "card cards item items grid list row listing tile teaser teasers carousel slider slide swiper",
  section: "section block module container wrapper inner column col",
  heading: "title headline heading subtitle kicker lead intro summary excerpt description standfirst",
  legal: "copyright legal disclaimer terms privacy policy",
  hidden: "hidden hide invisible offscreen visually screen sr print collapse collapsed",
  code: "code highlight prettyprint syntax snippet",
  faq: "faq faqs accordion question toggle",
  docs: "docs doc documentation docs-content api reference mdx",
  user: "user users profile member username signature karma reputation",
  action: "button buttons btn link links icon icons badge chip control controls toolbar actions",
  transcript: "feature features benefits pricing plan plans team services service about",
} as const;

export type NameClass = keyof typeof GROUPS;

export const NAME_CLASSES: readonly NameClass[] = Object.keys(GROUPS) as NameClass[];

const SLOTS = 1024;
const slots: Int32Array = new Int32Array(SLOTS);
const bitsOf: Int32Array = new Int32Array(SLOTS);
for (const [bit, name] of NAME_CLASSES.entries())
  for (const word of GROUPS[name].split(" ")) {
    const hash = nameHash(word);
    const slot = slotOf(hash);
    slots[slot] = hash;
    // Of a word that two groups have, the later one is meant.
    bitsOf[slot] = 1 << bit;
  }

function slotOf(hash: number): number {
  let slot = (hash ^ (hash >>> 16)) & (SLOTS - 1);
  while (bitsOf[slot] !== 0 && slots[slot] !== hash) slot = (slot + 1) & (SLOTS - 1);
  return slot;
}

/** The class that a word of a name speaks of, by the word's hash, as a bit in the order of {@link NAME_CLASSES}; 0 for none. */
export function classBit(hash: number): number {
  return bitsOf[slotOf(hash)]!;
}
