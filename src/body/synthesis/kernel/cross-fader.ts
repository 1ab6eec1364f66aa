import type { TemplateBank } from '../../conductor/template-bank.js';
import type { Discharges } from '../../physiology/discharges.js';
import { OverlapAdder, type OverlapAdderOptions } from './overlap-adder.js';
import { cos } from '../../../ground/math/real.js';

/**
 * Overlap-add whose templates can be exchanged while it runs. A new bank first gets all new discharges beside
 * the old one until its accumulators are complete (one template's length), then the output passes over from
 * old to new along a raised cosine. Sums are complementary, so there is neither a gap nor a click.
 */
export class CrossFader {
  private current: OverlapAdder;
  private next: OverlapAdder;
  private readonly quantum: number;
  private readonly fadeSamples: number;
  private readonly mixed: Float32Array;
  private pending: TemplateBank | undefined;
  /** Quanta since the new bank was loaded; −1 while there is only one. */
  private progress = -1;
  private warmUp = 0;
  private fade = 0;

  /** @param fadeSamples length of the passage, rounded up to whole quanta */
  constructor(options: OverlapAdderOptions & { readonly fadeSamples: number }) {
    this.quantum = options.quantum;
    this.fadeSamples = options.fadeSamples;
    this.current = new OverlapAdder(options);
    this.next = new OverlapAdder(options);
    this.mixed = new Float32Array(options.channels * options.quantum);
  }

  /** Start with a bank, from silence. */
  load(bank: TemplateBank): void {
    this.current.load(bank);
  }

  /** Pass over to a bank from the next quantum on; while a passage runs, the newest bank waits for its end. */
  adopt(bank: TemplateBank): void {
    this.pending = bank;
  }

  /** Whether a passage to a new bank is under way or about to be. */
  get busy(): boolean {
    return this.progress >= 0 || this.pending !== undefined;
  }

  /** Whether the present quantum is a mixture. */
  get fading(): boolean {
    return this.progress >= this.warmUp && this.progress >= 0;
  }

  /** Bytes of WebAssembly memory held. */
  get bytes(): number {
    return this.current.bytes + this.next.bytes;
  }

  /** Open a quantum; `add` and `read` belong to it until `advance`. */
  begin(): void {
    if (this.progress >= 0 || !this.pending) return;
    this.next.load(this.pending);
    this.pending = undefined;
    this.progress = 0;
    this.warmUp = Math.ceil(this.next.length / this.quantum);
    this.fade = Math.max(1, Math.ceil(this.fadeSamples / this.quantum));
  }

  /** Add the discharges of one muscle in this quantum. */
  add(muscle: number, discharges: Discharges): void {
    this.current.add(muscle, discharges);
    if (this.progress >= 0) this.next.add(muscle, discharges);
  }

  /** Copy this quantum of a sum, channel after channel: group 0 is all muscles, m + 1 is muscle m. */
  read(out: Float32Array, offset = 0, group = 0): void {
    this.current.read(out, offset, group);
    if (!this.fading) return;
    const { mixed, quantum } = this;
    this.next.read(mixed, 0, group);
    const total = this.fade * quantum;
    for (let i = 0; i < mixed.length; i++) {
      const passed = ((this.progress - this.warmUp) * quantum + (i % quantum)) / total;
      const weight = 0.5 - 0.5 * cos(Math.PI * passed);
      const old = out[offset + i];
      out[offset + i] = old + weight * (mixed[i] - old);
    }
  }

  /** Close the quantum. */
  advance(): void {
    this.current.advance();
    if (this.progress < 0) return;
    this.next.advance();
    if (++this.progress < this.warmUp + this.fade) return;
    [this.current, this.next] = [this.next, this.current];
    this.progress = -1;
  }
}
