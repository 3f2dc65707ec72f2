import { defineRule, type Rule } from "../core/rule.ts";

const PARAGRAPHS: readonly string[] = [
  "The river rose by two metres in the night, and by morning the lower road was gone.",
  "No one was hurt, the mayor said, but the mill will stay shut until the bridge has been checked.",
  "Farmers further down the valley, warned in time, had moved their cattle to higher ground.",
];
const TEXT: string = PARAGRAPHS.join("\n\n");
const ARTICLE: string = PARAGRAPHS.map((paragraph) => `<p>${paragraph}</p>`).join("");

/** Text of a page that is not its article. */
export const boilerplate: Rule = defineRule({
  id: "extract/boilerplate",
  summary: "text of the page outside of its article: menus, teasers, notices, comments",
  changes: [
    {
      input: `<body><nav><a href="/">Home</a> <a href="/news">News</a></nav><article>${ARTICLE}</article></body>`,
      output: TEXT,
    },
    {
      input: `<body><article>${ARTICLE}</article><footer>All rights reserved &copy; The Valley Post</footer></body>`,
      output: TEXT,
    },
  ],
  leavesAlone: [
    `<body><article>${ARTICLE}</article></body>`,
    `<title>A wet night</title><body><h1>A wet night</h1><article>${ARTICLE}</article></body>`,
  ],
});

/** A page that stays whole because nothing in it looks like an article. */
export const noArticle: Rule = defineRule({
  id: "extract/no-article",
  summary: "no article was found, so the whole page stays",
  flag: "no-article",
  changes: [{ input: "<body><button>Open the menu</button></body>", output: "Open the menu" }],
  leavesAlone: [`<body><article>${ARTICLE}</article></body>`],
});
