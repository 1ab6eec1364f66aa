/**
 * Runs one piece of work at a time: what is asked for meanwhile runs once more afterwards, by what holds then. A dial
 * that is dragged never queues up work.
 */
export class NewestWins {
  private running = false;
  private due = false;
  private closed = false;

  /** @param work does it; told whether something newer is due, so that its result is of no more use */
  constructor(private readonly work: (outdated: () => boolean) => Promise<void>) {}

  /** Whether work is under way. */
  get busy(): boolean {
    return this.running;
  }

  /** Ask for the work. Never rejects as long as the work does not. */
  async ask(): Promise<void> {
    this.due = true;
    this.closed = false;
    if (this.running) return;
    this.running = true;
    try {
      while (this.due) {
        this.due = false;
        await this.work(() => this.due || this.closed);
      }
    } finally {
      this.running = false;
    }
  }

  /** The work is of no use any more, neither what runs nor what is due. */
  drop(): void {
    this.due = false;
    this.closed = true;
  }
}
