import { type ChildProcessByStdio, spawn } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import type { BenchPage } from "./page-set.ts";
import type { Greeting, PeerReply, PeerRequest } from "./peer-protocol.ts";
import { lines } from "./serve-peer.ts";

/** How to start a peer. */
export interface PeerCommand {
  readonly command: string;
  readonly args: readonly string[];
}

/** What came of a page: the reply, or how the process failed to give one. */
export type Outcome = PeerReply | { readonly failure: "crashed" | "timed-out" };

/** Loading a large library on a busy machine. */
const START_MS = 120_000;

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

/** One running process of a peer, asked one page at a time. */
export class PeerProcess {
  readonly greeting: Greeting;
  private readonly child: Child;
  private readonly messages: AsyncGenerator<string>;
  private dead = false;

  private constructor(child: Child, messages: AsyncGenerator<string>, greeting: Greeting) {
    this.child = child;
    this.messages = messages;
    this.greeting = greeting;
  }

  /** Starts a peer and hears its greeting; a command that cannot run is an absent peer. */
  static async start({ command, args }: PeerCommand): Promise<PeerProcess> {
    const child = spawn(command, args, { stdio: ["pipe", "pipe", "pipe"] });
    let [error, words] = ["", ""];
    child.on("error", ({ message }) => {
      error = message;
    });
    // A peer that dies closes its input; what was being written is lost with it, and the missing reply tells.
    child.stdin.on("error", () => {});
    child.stderr.on("data", (bytes) => {
      words = (words + bytes).slice(-500);
    });
    const messages = lines(child.stdout);
    const first = await within(START_MS, messages.next());
    if (first && !first.done) return new PeerProcess(child, messages, JSON.parse(first.value));
    child.kill("SIGKILL");
    const absent = error || words.split("\n").findLast((line) => line.includes("Error")) || "said nothing";
    return new PeerProcess(child, messages, { absent });
  }

  /** Whether it can be asked another page. */
  get alive(): boolean {
    return !this.dead && "version" in this.greeting;
  }

  async ask({ id, html, url }: BenchPage, timeoutMs: number): Promise<Outcome> {
    const request: PeerRequest = { id, html: html.toWellFormed(), url: url ?? null };
    this.child.stdin.write(`${JSON.stringify(request)}\n`);
    const next = await within(timeoutMs, this.messages.next());
    if (next && !next.done) return JSON.parse(next.value);
    this.stop();
    return { failure: next ? "crashed" : "timed-out" };
  }

  stop(): void {
    this.dead = true;
    this.child.kill("SIGKILL");
  }
}

/** The promise's value, or nothing when it takes longer than that. */
async function within<Value>(ms: number, promise: Promise<Value>): Promise<Value | undefined> {
  const answered = new AbortController();
  const bell = sleep(ms, undefined, { signal: answered.signal }).catch(() => undefined);
  return Promise.race([promise, bell]).finally(() => answered.abort());
}
