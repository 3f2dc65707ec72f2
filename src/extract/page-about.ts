import { attribute } from "../html/attributes.ts";
import { TAG } from "../html/tags.ts";
import { textOf } from "../html/text.ts";
import type { HtmlTree } from "../html/tree.ts";
import type { PageAbout } from "./features/feature-group.ts";
import { parseLeniently } from "./lenient-json.ts";

/** What a page says of itself that features compare its blocks with. */
export function pageAbout(tree: HtmlTree, url: string | undefined): PageAbout {
  const reader = new AboutReader(tree);
  for (let node = 1; node < tree.size; node++) reader.visit(node);
  const title = reader.titles.get("og:title") ?? reader.title;
  return {
    types: reader.types,
    ...(url !== undefined && { url }),
    ...(title !== undefined && { title }),
    ...(reader.titles.has("description") && { description: reader.titles.get("description")! }),
    ...(reader.body !== undefined && { body: reader.body }),
  };
}

class AboutReader {
  readonly types = new Set<string>();
  readonly titles = new Map<string, string>();
  title: string | undefined;
  body: string | undefined;
  private readonly tree: HtmlTree;

  constructor(tree: HtmlTree) {
    this.tree = tree;
  }

  visit(node: number): void {
    const tag = this.tree.tag[node]!;
    if (tag === TAG.meta) this.meta(node);
    else if (tag === TAG.title) this.title ??= this.content(node);
    else if (tag === TAG.script && attribute(this.tree, node, "type")?.includes("ld+json"))
      this.thing(parseLeniently(this.content(node)), 0);
  }

  private content(node: number): string {
    const child = this.tree.firstChild[node]!;
    return child < 0 ? "" : textOf(this.tree, child);
  }

  private meta(node: number): void {
    const name = (attribute(this.tree, node, "property") ?? attribute(this.tree, node, "name") ?? "").toLowerCase();
    const content = attribute(this.tree, node, "content");
    if (content === undefined) return;
    if (name === "og:type" || name === "generator") this.types.add(content.toLowerCase().slice(0, 40));
    else if (name === "og:title") this.titles.set(name, content);
    else if (name === "description" || (name === "og:description" && !this.titles.has("description")))
      this.titles.set("description", content);
  }

  private thing(value: unknown, depth: number): void {
    if (depth > 6 || typeof value !== "object" || value === null) return;
    if (Array.isArray(value)) {
      for (const item of value.slice(0, 200)) this.thing(item, depth + 1);
      return;
    }
    for (const [key, inner] of Object.entries(value)) {
      if (key === "@type") for (const type of [inner].flat()) this.types.add(String(type).toLowerCase());
      else if (key === "articleBody" && typeof inner === "string") this.body ??= inner;
      else if (key === "@graph" || key.startsWith("mainEntity")) this.thing(inner, depth + 1);
    }
  }
}
