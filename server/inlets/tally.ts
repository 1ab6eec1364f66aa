/** How often the same thing is told again, in milliseconds. */
const AGAIN_MS = 10_000;
/** Most kinds of things that are kept count of. */
const KINDS = 100;

interface Entry {
  count: number;
  toldMs: number;
  write: (count: number) => string;
}

/** Tells of what happens again and again: the first time at once, then at most every ten seconds with how often. */
export class Tally {
  private readonly entries = new Map<string, Entry>();

  constructor(private readonly note: (text: string) => void) {}

  /**
   * Something happened.
   * @param kind what counts as the same thing
   * @param write the note, from how often it happened since the last one
   */
  add(kind: string, count: number, nowMs: number, write: (count: number) => string): void {
    const entry = this.entries.get(kind) ?? { count: 0, toldMs: -Infinity, write };
    this.entries.set(kind, entry);
    // Kinds may be made of what a sender wrote.
    for (const [oldest] of this.entries) if (this.entries.size > KINDS) this.entries.delete(oldest);
    entry.count += count;
    entry.write = write;
    this.tellDue(entry, nowMs);
  }

  /** Tell what has waited long enough. */
  tick(nowMs: number): void {
    for (const entry of this.entries.values()) this.tellDue(entry, nowMs);
  }

  private tellDue(entry: Entry, nowMs: number): void {
    if (entry.count === 0 || nowMs - entry.toldMs < AGAIN_MS) return;
    this.note(entry.write(entry.count));
    entry.count = 0;
    entry.toldMs = nowMs;
  }
}
