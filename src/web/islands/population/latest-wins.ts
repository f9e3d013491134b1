/**
 * One question is away at a time. Of those asked meanwhile only the last is sent: a slider asks faster than a phone
 * may answer, and nobody wants to see where it was.
 */
export class LatestWins<Ask> {
  readonly #send: (ask: Ask) => void;
  #isAway = false;
  #waiting: Ask | null = null;

  constructor(send: (ask: Ask) => void) {
    this.#send = send;
  }

  ask(ask: Ask): void {
    if (this.#isAway) this.#waiting = ask;
    else {
      this.#isAway = true;
      this.#send(ask);
    }
  }

  /** Whether an older question's answer came while a newer one waits. */
  get hasNewer(): boolean {
    return this.#waiting !== null;
  }

  answered(): void {
    const next = this.#waiting;
    this.#waiting = null;
    this.#isAway = next !== null;
    if (next !== null) this.#send(next);
  }
}
