import { fileURLToPath } from "node:url";
import { Peer } from "./peer.ts";
import type { PeerCommand } from "./peer-process.ts";

const ADAPTERS = new URL("../peers/adapters/", import.meta.url);
const PYTHON = fileURLToPath(new URL("../peers/.venv/bin/python", import.meta.url));

/** How dehusk itself is run. */
export interface DehuskOptions {
  /** One that `cleanHtml` knows; without it, the default. */
  readonly extractor?: string;
  /** Give it the page as bytes, as it comes from a file. */
  readonly bytes?: boolean;
}

const adapterPath = (file: string): string => fileURLToPath(new URL(file, ADAPTERS));
const node = (file: string): PeerCommand => ({ command: process.execPath, args: [adapterPath(file)] });
const python = (file: string, ...args: string[]): PeerCommand => ({
  command: PYTHON,
  args: [adapterPath(file), ...args],
});

/** Everything the benchmark can run, in the order of its tables. */
export function knownPeers({ extractor, bytes }: DehuskOptions = {}): readonly Peer[] {
  const args = [...(extractor ? ["--extractor", extractor] : []), ...(bytes ? ["--bytes"] : [])];
  const dehusk = fileURLToPath(new URL("dehusk-peer.ts", import.meta.url));
  const commands: Readonly<Record<string, PeerCommand>> = {
    dehusk: { command: process.execPath, args: [dehusk, ...args] },
    "readability-jsdom": node("readability-jsdom.js"),
    "readability-linkedom": node("readability-linkedom.js"),
    defuddle: node("defuddle.js"),
    "article-extractor": node("article-extractor.js"),
    "trafilatura-fast": python("trafilatura_peer.py", "--fast"),
    trafilatura: python("trafilatura_peer.py"),
    "rs-trafilatura": python("rs_trafilatura_peer.py"),
    resiliparse: python("resiliparse_peer.py"),
    justext: python("justext_peer.py"),
    "readability-lxml": python("readability_lxml_peer.py"),
    newspaper4k: python("newspaper_peer.py"),
    "magic-html": python("magic_html_peer.py"),
  };
  return Object.entries(commands).map(([name, command]) => new Peer(name, command));
}
