/** A run that a signal has stopped. */
export class Stopped extends Error {
  override readonly name = "Stopped";
  /** As a shell reports a program that died of the signal. */
  readonly exitCode: number;

  constructor(signal: StopSignal, canResume: boolean) {
    const next = canResume ? "go on from here" : "start over";
    super(`stopped by ${signal}; no output was changed. Run the same command again to ${next}.`);
    this.exitCode = EXIT_CODES[signal];
  }
}

type StopSignal = keyof typeof EXIT_CODES;

const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const;
const SIGNALS = Object.keys(EXIT_CODES) as StopSignal[];

/** Listens for the signals to stop: the first asks the run to, the second ends the process at once. */
export class StopSignals {
  private readonly controller = new AbortController();
  private readonly tidy: () => void;
  private readonly canResume: boolean;

  /** `tidy` leaves nothing half-done behind; it is called before the process ends at once. */
  constructor(tidy: () => void, canResume: boolean) {
    this.tidy = tidy;
    this.canResume = canResume;
    for (const signal of SIGNALS) process.on(signal, this.hear);
  }

  /** Aborted, with {@link Stopped} as the reason, by the first. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** From now on a signal ends the process, as it does without this. */
  release(): void {
    for (const signal of SIGNALS) process.off(signal, this.hear);
  }

  private readonly hear = (signal: StopSignal): void => {
    const stopped = new Stopped(signal, this.canResume);
    if (this.signal.aborted) {
      this.tidy();
      process.exit(stopped.exitCode);
    }
    process.stderr.write("dehusk: stopping when what was begun is finished; once more to stop at once\n");
    this.controller.abort(stopped);
    // Waits for input otherwise, with nobody left to read it.
    process.stdin.destroy();
  };
}
