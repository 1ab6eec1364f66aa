import type { RingBuffer } from '../../../src/ground/signal/ring-buffer.js';
import type { FittedCanvas } from '../../ui/canvas.js';
import { colour } from '../../ui/theme.js';
import { extentOf, type Extent, SweepGeometry, WindowPeaks } from './sweep-geometry.js';

/** One signal drawn over the others. */
export interface Overlay {
  readonly ring: RingBuffer;
  /** Colour token. */
  readonly token: string;
}

export interface SweepView {
  readonly windowSamples: number;
  /** Microvolts from a lane's middle to its edge. */
  readonly scaleUv: number;
  /** The same lane by lane, by channel, where each has its own. */
  readonly ownUv?: ReadonlyMap<number, number>;
  /** Rows drawn, top to bottom. */
  readonly channels: readonly number[];
  /** Sample indices with a vertical marker, ascending. */
  readonly markers: readonly number[];
}

/** Blank pixels ahead of the newest column, in CSS pixels. */
const AHEAD = 10;

/**
 * Sweep like a monitor's: only columns that became complete since the last frame are drawn, each as the
 * minimum to the maximum of its samples.
 */
export class SweepPainter {
  /** Columns drawn since the start. */
  drawn = 0;
  private readonly peaks = new WindowPeaks();
  /** By channel, only where each lane has a scale of its own. */
  private readonly lanePeaks = new Map<number, WindowPeaks>();
  private geometry = new SweepGeometry(1, 1);
  private next = -Infinity;
  private readonly extent: Extent = { min: 0, max: 0, known: false };
  private previous: Float32Array = new Float32Array(0);

  constructor(private readonly fitted: FittedCanvas) {}

  /** Forget what is on the screen; the next `advance` draws everything again. */
  invalidate(): void {
    this.next = -Infinity;
  }

  /** Magnitude that the visible window stays below, single outliers apart; microvolts, NaN while unknown. */
  get peakUv(): number {
    return this.peaks.robust() * 1e6;
  }

  /** The same of one channel's lane, where each has its own scale. */
  lanePeakUv(channel: number): number {
    return (this.lanePeaks.get(channel)?.robust() ?? NaN) * 1e6;
  }

  /** Draw up to the newest sample that every overlay has. */
  advance(overlays: readonly Overlay[], view: SweepView): void {
    const context = this.fitted.context;
    if (!context || overlays.length === 0) return;
    if (this.fitted.fit()) this.invalidate();
    if (this.geometry.columns !== this.fitted.width || this.geometry.windowSamples !== view.windowSamples) {
      this.geometry = new SweepGeometry(this.fitted.width, view.windowSamples);
      this.invalidate();
    }
    const end = Math.min(...overlays.map(({ ring }) => ring.end));
    const last = this.geometry.columnOf(end) - 1;
    const oldest = last - this.geometry.columns + 1;
    // A stream that restarted, or a window that has passed unseen, is drawn from its beginning.
    if (this.next < oldest || this.next > last + 1) {
      this.next = oldest;
      this.begin(context, view);
    }
    // One clearing for all new columns and the blank ahead of them: fewer operations than one for each.
    const ahead = Math.round(AHEAD * this.fitted.ratio);
    const x = this.geometry.x(this.next);
    const width = Math.min(this.geometry.columns, last + 1 - this.next + ahead);
    this.clear(context, x, Math.min(width, this.fitted.width - x), view);
    if (x + width > this.fitted.width) this.clear(context, 0, x + width - this.fitted.width, view);
    for (; this.next <= last; this.next++)
      this.column(context, overlays, view, this.next, this.geometry.x(this.next));
  }

  /** Draw a still picture that ends at `end`. */
  still(overlays: readonly Overlay[], view: SweepView, end: number): void {
    const context = this.fitted.context;
    if (!context) return;
    this.fitted.fit();
    this.geometry = new SweepGeometry(this.fitted.width, view.windowSamples);
    this.begin(context, view);
    const first = this.geometry.columnOf(end) - this.geometry.columns;
    for (let i = 0; i < this.geometry.columns; i++) this.column(context, overlays, view, first + i, i);
    this.invalidate();
  }

  /** Screen position of a sample as a share of the width. */
  place(index: number, frozenEnd?: number): number {
    const { columns } = this.geometry;
    const column = this.geometry.columnOf(index);
    if (frozenEnd === undefined) return this.geometry.x(column) / columns;
    return (column - this.geometry.columnOf(frozenEnd) + columns) / columns;
  }

  private begin(context: CanvasRenderingContext2D, view: SweepView): void {
    this.clear(context, 0, this.fitted.width, view);
    this.previous = new Float32Array(0);
    this.peaks.reset(this.geometry.columns);
    this.lanePeaks.clear();
    for (const channel of view.ownUv ? view.channels : []) {
      const peaks = new WindowPeaks();
      peaks.reset(this.geometry.columns);
      this.lanePeaks.set(channel, peaks);
    }
  }

  private clear(context: CanvasRenderingContext2D, x: number, width: number, view: SweepView): void {
    context.fillStyle = colour('--well');
    context.fillRect(x, 0, width, this.fitted.height);
    context.fillStyle = colour('--grid');
    const lane = this.fitted.height / Math.max(1, view.channels.length);
    for (let i = 0; i < view.channels.length; i++)
      context.fillRect(x, Math.round((i + 0.5) * lane), width, 1);
  }

  private column(
    context: CanvasRenderingContext2D,
    overlays: readonly Overlay[],
    view: SweepView,
    column: number,
    x: number,
  ): void {
    const from = this.geometry.firstSample(column);
    const to = this.geometry.firstSample(column + 1);
    this.drawn++;
    this.marks(context, view, from, to, x);
    const lanes = view.channels.length;
    const lane = this.fitted.height / Math.max(1, lanes);
    const thick = Math.max(1, 1.2 * this.fitted.ratio);
    if (this.previous.length !== 2 * overlays.length * lanes)
      this.previous = new Float32Array(2 * overlays.length * lanes).fill(NaN);
    let peak = NaN;
    overlays.forEach(({ ring, token }, o) => {
      context.fillStyle = colour(token);
      for (let i = 0; i < lanes; i++) {
        const slot = 2 * (o * lanes + i);
        const channel = view.channels[i] as number;
        const gain = (-lane * 0.5) / ((view.ownUv?.get(channel) ?? view.scaleUv) * 1e-6);
        extentOf(ring, channel, from, to, this.extent);
        const { min, max, known } = this.extent;
        if (!known) {
          this.previous[slot] = this.previous[slot + 1] = NaN;
          if (o === 0 && from >= ring.start && to <= ring.end) this.lost(context, x, i * lane, lane);
          context.fillStyle = colour(token);
          continue;
        }
        const size = Math.max(max, -min);
        if (!(peak > size)) peak = size;
        if (o === 0 && view.ownUv) this.lanePeaks.get(channel)?.set(x, size);
        const lower = this.previous[slot] as number;
        const upper = this.previous[slot + 1] as number;
        const low = upper < min ? upper : min;
        const high = lower > max ? lower : max;
        this.previous[slot] = min;
        this.previous[slot + 1] = max;
        const middle = (i + 0.5) * lane;
        const top = middle + high * gain;
        context.fillRect(x, top - thick / 2, 1, low === high ? thick : (low - high) * gain + thick);
      }
    });
    this.peaks.set(x, peak);
  }

  private marks(
    context: CanvasRenderingContext2D,
    view: SweepView,
    from: number,
    to: number,
    x: number,
  ): void {
    for (let i = view.markers.length - 1; i >= 0; i--) {
      const index = view.markers[i] as number;
      if (index < from) return;
      if (index >= to) continue;
      context.fillStyle = colour('--line-strong');
      const dash = 5 * this.fitted.ratio;
      for (let y = 0; y < this.fitted.height; y += 2 * dash) context.fillRect(x, y, this.fitted.ratio, dash);
    }
  }

  // Slanted strokes, so that lost data is told from silence without colour.
  private lost(context: CanvasRenderingContext2D, x: number, y: number, lane: number): void {
    context.fillStyle = colour('--bad-soft');
    context.fillRect(x, y, 1, lane);
    context.fillStyle = colour('--bad');
    const step = 12 * this.fitted.ratio;
    for (let at = y + (x % step); at < y + lane; at += step) context.fillRect(x, at, 1, this.fitted.ratio);
  }
}
