import { createRequire } from "node:module";
import type { Readability as ReadabilityClass } from "@mozilla/readability";
import type { DOMWindow } from "jsdom";

const require = createRequire(import.meta.url);

let domWindow: DOMWindow | undefined;
let readability: typeof ReadabilityClass | undefined;

/**
 * Parses a page with jsdom into a document without a window: such a document can run no script, load no resource and
 * build no style sheet. One window serves all pages, because making it costs more than parsing a page, and nothing of
 * a page stays in it. jsdom is loaded on the first call: half a second that only those pay who need it.
 *
 * jsdom makes weak references, which hold a page until the current job of the event loop ends, so a caller with many
 * pages should await something between them.
 */
export function parseInert(html: string): Document {
  const { DOMParser } = inertWindow();
  return new DOMParser().parseFromString(html, "text/html");
}

/** The class, loaded on the first call. */
export function loadReadability(): typeof ReadabilityClass {
  readability ??= (require("@mozilla/readability") as typeof import("@mozilla/readability")).Readability;
  return readability;
}

/** A document's text nodes in tree order, those in template contents left out. */
export function* textNodes(root: Node): Generator<Text> {
  const { NodeFilter } = inertWindow();
  const walker = (root.ownerDocument ?? (root as Document)).createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) yield walker.currentNode as Text;
}

function inertWindow(): DOMWindow {
  if (domWindow) return domWindow;
  const { JSDOM, VirtualConsole } = require("jsdom") as typeof import("jsdom");
  domWindow = new JSDOM("", { virtualConsole: new VirtualConsole() }).window;
  return domWindow;
}
