import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { PageSet } from "./page-set.ts";

/** An entry of `ground-truth.json`, by the name of the page's file without its endings. */
interface Article {
  readonly articleBody: string;
  readonly url?: string;
}

const TRUTH = "ground-truth.json";

/** Whether a folder is laid out as the public article extraction benchmark of 181 pages. */
export function isArticleBenchmark(folder: string): boolean {
  return existsSync(join(folder, TRUTH));
}

/** The pages of `html/*.html.gz` that `ground-truth.json` knows, in its order. */
export function openArticleBenchmark(folder: string): PageSet {
  const truth: Readonly<Record<string, Article>> = JSON.parse(readFileSync(join(folder, TRUTH), "utf8"));
  const ids = Object.keys(truth);
  return {
    size: ids.length,
    page: (index) => {
      const id = ids[index]!;
      const { articleBody, url } = truth[id]!;
      const html = gunzipSync(readFileSync(join(folder, "html", `${id}.html.gz`))).toString();
      return { id, html, gold: articleBody, ...(url && { url }) };
    },
  };
}

/** Writes outputs in the form that the benchmark's own evaluator reads. */
export function writeArticleOutputs(file: string, outputs: ReadonlyMap<string, string>): void {
  const bodies = Object.fromEntries(Array.from(outputs, ([id, articleBody]) => [id, { articleBody }]));
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, `${JSON.stringify(bodies, undefined, 2)}\n`);
}

/** Reads outputs that were recorded in that form. */
export function readArticleOutputs(file: string): ReadonlyMap<string, string> {
  const bodies: Readonly<Record<string, Partial<Article>>> = JSON.parse(readFileSync(file, "utf8"));
  return new Map(Object.entries(bodies).map(([id, { articleBody = "" }]) => [id, articleBody]));
}
