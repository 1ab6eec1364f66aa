import type { Prompt } from './prompt-words.js';

/** The strength of the person over the prompt under way. A new prompt begins anew. */
export class OwnTrace {
  private points: { readonly seconds: number; readonly strength: number }[] = [];

  /** Take what was told; the same may be told again. */
  add({ elapsed, level }: Pick<Prompt, 'elapsed' | 'level'>): void {
    const last = this.points.at(-1);
    if (last && elapsed < last.seconds) this.points = [];
    if (!last || elapsed !== last.seconds) this.points.push({ seconds: elapsed, strength: level });
  }

  /** What was done so far. */
  get course(): readonly { readonly seconds: number; readonly strength: number }[] {
    return this.points;
  }
}
