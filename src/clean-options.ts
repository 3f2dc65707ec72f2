import type { TextFormat } from "./core/document.ts";
import type { CaptionOptions } from "./extract/extract-stage.ts";
import type { SiteRules } from "./extract/site-rules.ts";
import type { Profile } from "./learn/profile.ts";
import type { WikiOptions } from "./stages/repair/wiki-residue.ts";
import type { TitleOptions } from "./stages/strip/lift-title.ts";
import type { JudgeOptions } from "./stages/strip/line-judge.ts";
import type { PackOptions } from "./stages/strip/phrasebooks.ts";

/** What is known of an input beside its content, and how it is to be cleaned. */
export interface CleanOptions extends TitleOptions, WikiOptions, PackOptions, CaptionOptions, JudgeOptions {
  /** The page's address; makes relative addresses absolute and names the site. */
  readonly url?: string;
  /** A title that is known from elsewhere, as from a feed. */
  readonly title?: string;
  /** A WHATWG label or a whole `Content-Type`, as from an HTTP header; bytes only. */
  readonly charset?: string;
  /** How the text is written: `text` (the default), or `markdown` with headings, lists, quotes, code and tables as such. */
  readonly format?: TextFormat;
  /** The name of an extractor, `dehusk` or `readability`; HTML only. */
  readonly extractor?: string;
  /** CSS selectors for pages of some hosts, by host (`news.example`) or by all below one (`*.news.example`). */
  readonly sites?: Readonly<Record<string, SiteRules>>;
  /** Furniture by source, as `dehusk learn` writes it. */
  readonly profile?: Profile;
  /** The source of a document without an address, as a profile names it. */
  readonly source?: string;
}
