/**
 * Majority vote over the last N decisions (Englehart & Hudgins 2003): the most frequent wins, the newest of
 * equals. Decisions are class indices; −1 is rest where no class is rest.
 */
export class MajorityVote {
  private readonly recent: Int32Array;
  private readonly counts: Int32Array;
  private held = 0;
  private at = 0;

  /** @param votes N, at least 1 */
  constructor(votes: number, classes: number) {
    this.recent = new Int32Array(votes);
    this.counts = new Int32Array(classes + 1);
  }

  /** Vote: the class most frequent among the last decisions. */
  push(decision: number): number {
    const { recent, counts } = this;
    if (this.held === recent.length) counts[recent[this.at] + 1]--;
    else this.held++;
    recent[this.at] = decision;
    counts[decision + 1]++;
    let winner = decision;
    for (let back = 1; back < this.held; back++) {
      const candidate = recent[(this.at - back + recent.length) % recent.length];
      if (counts[candidate + 1] > counts[winner + 1]) winner = candidate;
    }
    this.at = (this.at + 1) % recent.length;
    return winner;
  }

  /** Back to the start of a stream. */
  reset(): void {
    this.counts.fill(0);
    this.held = this.at = 0;
  }
}
