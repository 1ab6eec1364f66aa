import { RingBuffer } from '../../../src/ground/signal/ring-buffer.js';
import type { StreamName } from '../../../src/protocol/stream-kind.js';
import type { ShownStretch } from '../../data/live-windows.js';

/** Share of the picture that one step goes back or forward. */
const STEP = 0.2;

/** The traces as they stood when the display was paused: a copy, in which one can step to and fro. */
export class StillPicture {
  readonly rings: ReadonlyMap<StreamName, RingBuffer>;
  /** Stretch that another panel asked to be shown. */
  stretch: ShownStretch | undefined;

  /** @param end absolute index after the last sample shown */
  constructor(
    samples: ReadonlyMap<StreamName, RingBuffer>,
    public end: number,
  ) {
    this.rings = new Map([...samples].map(([stream, ring]) => [stream, copyOf(ring)]));
  }

  /** Go one step on a picture of so many samples, within what is held. */
  step(direction: 1 | -1, windowSamples: number): void {
    const { newest, oldest } = this;
    const next = this.end + direction * Math.round(STEP * windowSamples);
    this.end = Math.min(newest, Math.max(next, Math.min(newest, oldest + windowSamples)));
  }

  holds({ from, to }: ShownStretch): boolean {
    return [...this.rings.values()].some((ring) => from >= ring.start && to <= ring.end);
  }

  /** Bring a stretch to the middle of a picture of so many samples. */
  show(stretch: ShownStretch, windowSamples: number): void {
    const middle = (stretch.from + stretch.to) / 2;
    this.end = Math.min(this.newest, Math.round(middle + windowSamples / 2));
    this.stretch = stretch;
  }

  /** Where that stretch lies on a picture of so many samples, in percent of its width. */
  band(windowSamples: number): { readonly left: number; readonly width: number } | undefined {
    if (!this.stretch) return undefined;
    const place = (index: number): number => 100 * (1 - (this.end - index) / windowSamples);
    const left = Math.max(0, place(this.stretch.from));
    const width = Math.min(100, place(this.stretch.to)) - left;
    return width > 0 ? { left, width } : undefined;
  }

  private get newest(): number {
    return Math.max(0, ...[...this.rings.values()].map((ring) => ring.end));
  }

  private get oldest(): number {
    return Math.min(this.newest, ...[...this.rings.values()].map((ring) => ring.start));
  }
}

function copyOf(ring: RingBuffer): RingBuffer {
  const copy = new RingBuffer(ring.channels, ring.capacity);
  copy.data.set(ring.data);
  copy.start = ring.start;
  copy.end = ring.end;
  return copy;
}
