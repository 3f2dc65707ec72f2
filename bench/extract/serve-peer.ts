import { readFileSync } from "node:fs";
import { Socket } from "node:net";
import type { Greeting, PeerReply, PeerRequest } from "./peer-protocol.ts";

/** What an extractor gives for a page; `text` is called off the clock, for what is HTML yet. */
export interface Extracted {
  readonly text: string | (() => string);
  readonly title?: string | null;
}

/** An extractor as the harness drives it. */
export interface ServedPeer<Input = string> {
  readonly version: string;
  /** Makes its input of a page, off the clock. */
  prepare(html: string): Input;
  extract(input: Input, url: string | undefined): Extracted | Promise<Extracted>;
}

/** Answers requests on standard input until it ends. `load` gives the extractor, or throws why there is none. */
export async function servePeer<Input>(load: () => Promise<ServedPeer<Input>>): Promise<void> {
  // Only the protocol may write on standard output, and nothing may reach for the network.
  for (const name of ["log", "info", "debug"] as const) console[name] = console.error;
  Socket.prototype.connect = () => {
    throw new Error("the network is closed to peers");
  };
  const peer = await load().catch((error: Error) => ({ absent: error.message.split("\n")[0] ?? "" }));
  if ("absent" in peer) return say({ absent: peer.absent });
  say({ version: peer.version });
  for await (const line of lines(process.stdin)) say(await answer(JSON.parse(line), peer));
}

async function answer<Input>({ id, html, url }: PeerRequest, peer: ServedPeer<Input>): Promise<PeerReply> {
  const input = peer.prepare(html);
  const started = performance.now();
  let ended: number | undefined;
  try {
    const { text, title } = await peer.extract(input, url ?? undefined);
    ended = performance.now();
    const plain = typeof text === "string" ? text : text();
    return { id, text: plain, ms: ended - started, peakRss: peakRss(), ...(title && { title }) };
  } catch (error) {
    return { id, text: "", ms: (ended ?? performance.now()) - started, error: String(error), peakRss: peakRss() };
  }
}

/** In bytes. Linux counts the parent's memory into what it says elsewhere, so there it is read from its own table. */
function peakRss(): number {
  try {
    return Number(/^VmHWM:\s*(\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1]) * 1024;
  } catch {
    return process.resourceUsage().maxRSS * 1024;
  }
}

function say(message: Greeting | PeerReply): void {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}

/** Lines of a byte stream, cut at line feeds only. */
export async function* lines(stream: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let parts: Buffer[] = [];
  for await (const bytes of stream) {
    let start = 0;
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
      yield Buffer.concat([...parts, bytes.subarray(start, end)]).toString();
      parts = [];
      start = end + 1;
    }
    if (start < bytes.length) parts.push(bytes.subarray(start));
  }
}
