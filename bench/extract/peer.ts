import type { BenchPage } from "./page-set.ts";
import { type Outcome, type PeerCommand, PeerProcess } from "./peer-process.ts";

/** A peer by its name; its process is started anew when it died. */
export class Peer {
  readonly name: string;
  /** Of the extractor, as it says itself. */
  version = "";
  /** Why it takes no part. */
  absent: string | undefined;
  /** Highest peak of resident memory of its processes, in bytes; of a process that died, before the page it died of. */
  peakRss = 0;
  private readonly command: PeerCommand;
  private process: PeerProcess | undefined;

  constructor(name: string, command: PeerCommand) {
    this.name = name;
    this.command = command;
  }

  async start(): Promise<void> {
    this.process = await PeerProcess.start(this.command);
    const { greeting } = this.process;
    if ("version" in greeting) this.version = greeting.version;
    else this.absent = greeting.absent;
  }

  async ask(page: BenchPage, timeoutMs: number): Promise<Outcome> {
    if (!this.process?.alive) await this.start();
    // A process that came up once and does not again has crashed as far as this page goes.
    if (!this.process?.alive) return { failure: "crashed" };
    const outcome = await this.process.ask(page, timeoutMs);
    if ("peakRss" in outcome) this.peakRss = Math.max(this.peakRss, outcome.peakRss);
    return outcome;
  }

  stop(): void {
    this.process?.stop();
  }
}
