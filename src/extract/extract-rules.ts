import { defineRule, type Rule, type RuleExample } from "../core/rule.ts";

const PARAGRAPHS: readonly string[] = [
  "The river rose by two metres in the night, and by morning the lower road was gone.",
  "No one was hurt, the mayor said, but the mill will stay shut until the bridge has been checked.",
  "Farmers further down the valley, warned in time, had moved their cattle to higher ground.",
];
const TEXT: string = PARAGRAPHS.join("\n\n");
const ARTICLE: string = PARAGRAPHS.map((paragraph) => `<p>${paragraph}</p>`).join("");
const PLAIN_PAGE: string = `<body><article>${ARTICLE}</article></body>`;

const LINKS: string = ["Home", "News", "Sport", "Culture", "Travel", "Contact"]
  .map((name) => `<a href="/${name.toLowerCase()}">${name}</a>`)
  .join(" ");

/** The article with something after it, or before it, that goes. */
const after = (html: string): RuleExample => ({
  input: `<body><article>${ARTICLE}</article>${html}</body>`,
  output: TEXT,
});
const before = (html: string): RuleExample => ({
  input: `<body>${html}<article>${ARTICLE}</article></body>`,
  output: TEXT,
});

function removal(
  id: Rule["id"],
  summary: string,
  changes: readonly RuleExample[],
  leavesAlone: readonly string[] = [],
): Rule {
  return defineRule({ id, summary, changes, leavesAlone: [PLAIN_PAGE, ...leavesAlone] });
}

/** Text of a page that is not its main content, where no element around it says what it is. */
export const boilerplate: Rule = removal(
  "extract/boilerplate",
  "text of the page outside of its main content",
  [after('<div>All rights reserved &copy; The Valley Post</div><div><a href="/imprint">Imprint</a></div>')],
  [`<title>A wet night</title><body><h1>A wet night</h1><article>${ARTICLE}</article></body>`],
);

export const navigation: Rule = removal("extract/navigation", "a menu, a breadcrumb or page numbers", [
  before('<nav><a href="/">Home</a> <a href="/news">News</a> <a href="/sport">Sport</a></nav>'),
]);

export const header: Rule = removal("extract/header", "the banner at the top of the page", [
  before('<header><div><a href="/">The Valley Post</a></div><div>Saturday edition</div></header>'),
]);

export const footer: Rule = removal("extract/footer", "the foot of the page", [
  after(
    '<footer><div>All rights reserved &copy; The Valley Post</div><div><a href="/imprint">Imprint</a></div></footer>',
  ),
]);

export const sidebar: Rule = removal("extract/sidebar", "a column beside the main content", [
  after('<aside><h3>Weather</h3><ul><li><a href="/w/1">Dunlow</a></li><li><a href="/w/2">Marrow</a></li></ul></aside>'),
]);

export const comments: Rule = removal("extract/comments", "comments of readers, or the form for them", [
  after('<div id="comments"><h3>Leave a reply</h3><form><label>Name</label><button>Send</button></form></div>'),
]);

export const related: Rule = removal("extract/related", "teasers of other pages", [
  after(
    '<div class="related"><h3>Related</h3><ul><li><a href="/1">Mill to reopen</a></li><li><a href="/2">Road closed</a></li></ul></div>',
  ),
]);

export const share: Rule = removal("extract/share", "buttons for sharing and following", [
  after('<div class="share"><a href="/f">Facebook</a> <a href="/m">Mail</a> <a href="/p">Print</a></div>'),
]);

export const notice: Rule = removal("extract/notice", "a cookie notice or another pop-up", [
  after('<div class="cookie-consent"><p>We use cookies.</p><button>Accept all</button></div>'),
]);

export const form: Rule = removal("extract/form", "a form: search, newsletter, log-in", [
  after('<form class="newsletter"><label>Your e-mail</label><button>Subscribe</button></form>'),
]);

const FIGURE = '<figure><img src="mill.jpg"><figcaption>The mill on Sunday. Photo: A. Marsh</figcaption></figure>';
const SHOWN = '<div class="wp-caption"><img src="road.jpg"><p class="wp-caption-text">The lower road</p></div>';

/** Left out unless they are asked for: the texts that people keep of a page have few of them. */
export const caption: Rule = removal(
  "extract/caption",
  "the caption of a figure or a table in the main content",
  [FIGURE, SHOWN].map((figure) => ({
    input: `<body><article>${ARTICLE.replace("</p>", `</p>${figure}`)}</article></body>`,
    output: TEXT,
  })),
  [`<body><article>${ARTICLE}</article><aside class="related">${FIGURE}</aside></body>`],
);

/** A page that stays whole because nothing in it looks like main content. */
export const noArticle: Rule = defineRule({
  id: "extract/no-article",
  summary: "no main content was found, so the whole page stays",
  flag: "no-article",
  changes: [{ input: "<body><button>Open the menu</button></body>", output: "Open the menu" }],
  leavesAlone: [PLAIN_PAGE],
});

/** A page without main content: an error, a log-in, the shell that a script would fill. */
export const noContent: Rule = defineRule({
  id: "extract/no-content",
  summary: "the page has no main content, so nothing of it stays",
  flag: "no-content",
  changes: [{ input: `<body><nav>${LINKS}</nav><div>Loading …</div><footer>${LINKS}</footer></body>`, output: "" }],
  leavesAlone: [PLAIN_PAGE],
});

/** What the user's own rules for a site take. */
export const siteRule: Rule = defineRule({
  id: "extract/site-rule",
  summary: "what a rule of the configuration for this site drops",
  options: {
    url: "https://valley.example/flood",
    sites: { "valley.example": { body: "article", drop: ".appeal, em" } },
  },
  changes: [
    after("<p class=appeal>Support the post with a gift of any size.</p>"),
    {
      input: `<article><p class="lead appeal">Give now.</p>${ARTICLE}</article><p>Not the body.</p>`,
      output: TEXT,
    },
  ],
  leavesAlone: [PLAIN_PAGE, `<article>${ARTICLE}<p class="no-appeal">She lost her appeal in the spring.</p></article>`],
});

/** A page that has no such main content as the user's rules for its site say. */
export const siteMissed: Rule = defineRule({
  id: "extract/site-missed",
  summary: "the main content that a rule of the configuration names is not on the page, so the extractor chose",
  flag: "site-missed",
  options: { url: "https://valley.example/flood", sites: { "*.example": { body: "#story" } } },
  changes: [{ input: `<body><article>${ARTICLE}</article></body>`, output: TEXT }],
  leavesAlone: [`<body><article id="story">${ARTICLE}</article></body>`],
});

/** All rules of extraction, for the pipeline's list. */
export const extractRules: readonly Rule[] = [
  ...[
    boilerplate,
    navigation,
    header,
    footer,
    sidebar,
    comments,
    related,
    share,
    notice,
    form,
    caption,
    noArticle,
    noContent,
    siteRule,
    siteMissed,
  ],
];
