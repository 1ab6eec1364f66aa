import { autoScaleUv } from './sweep-geometry.js';
import { zoomedUv } from './zoom.js';

export type ScaleMode = number | 'auto' | 'each';

/** Where peaks are read from: the painter of the traces. */
export interface Peaks {
  readonly peakUv: number;
  lanePeakUv(channel: number): number;
}

/** Lanes looked at in one turn: sorting all 64 at once would cost a frame. */
const AT_ONCE = 8;

/** How many microvolts there are from a lane's middle to its edge: one scale for all, or each lane its own. */
export class LaneScales {
  mode: ScaleMode = 'auto';
  scaleUv = 100;
  private own = new Map<number, number>();
  private readonly calm = new Map<number, number>();
  private turn = 0;

  /** By channel, where each has its own. */
  get ownUv(): ReadonlyMap<number, number> | undefined {
    return this.mode === 'each' ? this.own : undefined;
  }

  of(channel: number): number {
    return this.ownUv?.get(channel) ?? this.scaleUv;
  }

  choose(mode: ScaleMode): void {
    this.mode = mode;
    if (typeof mode === 'number') this.scaleUv = mode;
    else this.afresh();
  }

  /** What was seen before says nothing any more. */
  afresh(): void {
    this.calm.clear();
    this.own = new Map();
  }

  /** A factor above 1 shows smaller signals. */
  zoom(factor: number): void {
    if (this.mode === 'each') this.own = new Map([...this.own].map(([c, uv]) => [c, zoomedUv(uv, factor)]));
    else this.choose(zoomedUv(this.scaleUv, factor));
  }

  /**
   * Follow the signal.
   * @param seconds across: a short window knows nothing of the movement before a pause, which must not blow the noise up
   * @returns true where a scale changed
   */
  adapt(peaks: Peaks, channels: readonly number[], now: number, seconds: number): boolean {
    const patience = 1000 * Math.max(1.5, 6 - seconds);
    if (this.mode === 'auto') {
      const next = this.next(-1, this.scaleUv, peaks.peakUv, now, patience);
      if (next === this.scaleUv) return false;
      this.scaleUv = next;
      return true;
    }
    if (this.mode !== 'each') return false;
    let changed = false;
    for (let i = 0; i < Math.min(AT_ONCE, channels.length); i++) {
      const channel = channels[this.turn++ % channels.length] as number;
      const before = this.of(channel);
      const next = this.next(channel, before, peaks.lanePeakUv(channel), now, patience);
      if (this.own.get(channel) === next) continue;
      this.own = new Map(this.own).set(channel, next);
      changed ||= next !== before;
    }
    return changed;
  }

  private next(key: number, current: number, peakUv: number, now: number, patience: number): number {
    if (peakUv > current * 0.6) this.calm.set(key, now);
    return autoScaleUv(current, peakUv, now - (this.calm.get(key) ?? -Infinity) > patience);
  }
}
