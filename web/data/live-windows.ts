import { classNamed, truthRows } from '../../src/protocol/stream-rows.js';
import { decidedRow, liveIntent } from './live-decision.js';
import type { ColumnRing } from './column-ring.js';
import type { Store } from './store.js';

/** A window that was seen live: what was intended, what was decided, and its features. */
export interface LiveWindow {
  /** Sample after the window's last. */
  readonly end: number;
  /** Movement intended at its middle. */
  readonly label: string;
  /** The intent had lasted since half a second before the window began, so that it can be judged fairly. */
  readonly steady: boolean;
  readonly decided: string;
  readonly values: Float64Array;
}

const KEPT = 800;
const SETTLING_S = 0.5;

/** The newest windows, gathered while the Lab is open. */
export class LiveWindows {
  windows: LiveWindow[] = [];
  private seen = 0;
  private generation = -1;
  private intent = '';
  private intentSince = 0;
  private readonly listeners = new Set<(stretch: ShownStretch) => void>();

  constructor(private readonly store: Store) {}

  /** Take what has come since the last call. */
  collect(): void {
    const { store } = this;
    if (this.generation !== store.generation) this.clear();
    const features = store.columns.get('features');
    const decisions = store.columns.get('decisions');
    if (!features || !decisions || !store.info) return;
    if (features.count < this.seen) this.seen = 0;
    const fresh = Math.min(features.count - this.seen, features.held, 40);
    this.seen = features.count - fresh;
    for (let back = fresh - 1; back >= 0; back--) {
      const end = features.indexOf(back);
      const decided = decidedAt(store, decisions, end);
      // Its decision is still under way.
      if (decided === undefined && decisions.indexOf() < end) return;
      this.seen++;
      const values = features.column(back);
      if (decided !== undefined && values?.every(Number.isFinite)) this.add(end, decided, values);
    }
  }

  /** Ask the traces to show a window. */
  show({ end }: LiveWindow): void {
    for (const listener of this.listeners) listener({ from: end - this.length, to: end });
  }

  /** Call `listener` with every stretch that is to be shown, until the result is called. */
  onShow(listener: (stretch: ShownStretch) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  clear(): void {
    const { store } = this;
    this.generation = store.generation;
    this.windows = [];
    this.seen = store.columns.get('features')?.count ?? 0;
    this.intent = '';
  }

  /** Samples of one decoder window. */
  private get length(): number {
    return this.store.info?.streams.features?.windowSamples ?? 0;
  }

  private add(end: number, decided: string, values: Float32Array): void {
    const { store, length } = this;
    const rate = store.info?.sampleRateHz ?? 1;
    const label = intentAt(store, end - length / 2);
    const now = intentAt(store, end);
    if (now !== this.intent) {
      this.intent = now;
      this.intentSince = end;
    }
    const steady = end - length - SETTLING_S * rate >= this.intentSince;
    this.windows.push({ end, label, steady, decided, values: Float64Array.from(values) });
    if (this.windows.length > KEPT) this.windows.splice(0, this.windows.length - KEPT);
  }
}

function decidedAt(store: Store, decisions: ColumnRing, end: number): string | undefined {
  for (let back = 0; back < Math.min(60, decisions.held); back++) {
    const index = decisions.indexOf(back);
    if (index < end) return undefined;
    if (index === end) {
      const row = decidedRow(store);
      return row === undefined
        ? undefined
        : classNamed(store.info?.classes ?? [], decisions.column(back)?.[row]);
    }
  }
  return undefined;
}

/** Movement intended at a sample, as the truth tells; the newest known where there is no truth. */
function intentAt(store: Store, index: number): string {
  const truth = store.columns.get('truth');
  const rows = store.rows('truth');
  if (!truth || !rows) return liveIntent(store).movement;
  const { movement } = truthRows.places(rows);
  let back = 0;
  while (back < truth.held - 1 && truth.indexOf(back) > index) back++;
  return store.info?.movements[truth.column(back)?.[movement] ?? -1] ?? 'rest';
}

/** Samples from … to (exclusive). */
export interface ShownStretch {
  readonly from: number;
  readonly to: number;
}
