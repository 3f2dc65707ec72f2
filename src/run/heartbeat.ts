/** What a thread shows of its work while it is at it, without a message: which item of its batch, and that it gets on. */
export class Heartbeat {
  /** Beats so far, and the index of the item at hand. */
  readonly shared: Int32Array<SharedArrayBuffer>;

  constructor(shared: Int32Array<SharedArrayBuffer> = new Int32Array(new SharedArrayBuffer(8))) {
    this.shared = shared;
    if (Atomics.load(shared, 0) === 0) this.rest();
  }

  /** A document of this item is begun. */
  beat(item: number): void {
    Atomics.store(this.shared, 1, item);
    Atomics.add(this.shared, 0, 1);
  }

  /** No item is at hand. */
  rest(): void {
    Atomics.store(this.shared, 1, -1);
  }

  /** Index of the item at hand in its batch; -1 while there is none. */
  get item(): number {
    return Atomics.load(this.shared, 1);
  }

  /** Goes up with every document that is begun. */
  get beats(): number {
    return Atomics.load(this.shared, 0);
  }
}

/** Tells, looking at a heartbeat now and then, when one document has taken too long. */
export class StuckWatch {
  private readonly heart: Heartbeat;
  private beats = -1;
  private since = 0;

  constructor(heart: Heartbeat) {
    this.heart = heart;
  }

  /** Whether the document at hand was already there at a look that long ago. Milliseconds of any clock that only goes on. */
  isStuck(limit: number, now: number): boolean {
    const { beats, item } = this.heart;
    if (item < 0 || beats !== this.beats) {
      this.beats = item < 0 ? -1 : beats;
      this.since = now;
    }
    return now - this.since > limit;
  }
}
