import { createBlock, sliceBlock, type SampleBlock } from '../../src/ground/signal/sample-block.js';
import { samplesOf } from '../../src/ground/signal/units.js';
import type { InletMark } from '../../src/patient/inlet-source.js';
import { BLOCK_MS } from '../../src/pipeline/simulated.js';
import type { Arrival } from './arrival.js';
import { SignalCheck } from './signal-check.js';
import { Tally } from './tally.js';
import { ClockWatch, type Verdict } from './timing/clock-watch.js';
import { CounterWatch } from './timing/counter-watch.js';
import { LineFit } from './timing/line-fit.js';
import { hz } from './timing/rate-finder.js';
import type { StampUnit } from './timing/stamp-unit.js';

/** What a steady signal is made of. */
export interface Shape {
  readonly sampleRateHz: number;
  /** Channels of an arrival, and the places of those that are taken. */
  readonly arriving: number;
  readonly picked: readonly number[];
  readonly names: readonly string[];
  /** Volts per number of each channel that is taken. */
  readonly scales: readonly number[];
}

/** Told what it makes. */
export interface SteadyListener {
  block(block: SampleBlock): void;
  mark(mark: InletMark): void;
  note(text: string): void;
}

/** Rows of an arrival that one time is known of. */
interface Piece {
  readonly arrival: Arrival;
  readonly from: number;
  readonly until: number;
}

/** Silence from which people are told, in milliseconds. */
const SILENT_MS = 2000;
/** A delay that is worth a note, in seconds. */
const LATE_S = 0.25;
/** What waits for a verdict by the sender's clock waits no longer than this, in milliseconds. */
const HELD_MS = 1000;
/** The rate is compared with what comes in this often, in seconds, and told where it is this far off. */
const RATE_SPAN_S = 30;
const RATE_OFF = 0.02;
/** The least time missing that the arrival can tell, in seconds: threads and sockets are no better. */
const LEAST_ARRIVAL_S = 0.005;
/** Share of a sample's time from which a sender's clock tells one that is missing. */
const MISSED = 0.5;

/** Makes one gapless count of samples, with visible gaps, out of whatever comes in. */
export class SteadySignal {
  private index = 0;
  private filling: SampleBlock | undefined;
  private filled = 0;
  private readonly length: number;
  private readonly tally: Tally;
  private readonly check: SignalCheck;
  private readonly counter = new CounterWatch();
  private readonly arrivals: ClockWatch;
  private stamps: ClockWatch | undefined;
  /** Rows since the last stamp, that one's included. */
  private before = 0;
  private held: Piece[] = [];
  private heldMs = NaN;
  private lastMs: number;
  private silent = false;
  /** Whether the sender is made to wait just now, and whether it never was. */
  private waits = false;
  private tellsTime = true;
  private speed = new LineFit();
  private speedFromMs = NaN;
  private rows = 0;

  constructor(
    private readonly shape: Shape,
    private readonly unit: StampUnit,
    private readonly to: SteadyListener,
    nowMs: number,
  ) {
    this.length = samplesOf(BLOCK_MS, shape.sampleRateHz);
    this.tally = new Tally((text) => to.note(text));
    this.check = new SignalCheck(shape.names, this.tally, (text) => to.note(text));
    this.arrivals = new ClockWatch(shape.sampleRateHz, LEAST_ARRIVAL_S);
    this.lastMs = nowMs;
  }

  push(arrival: Arrival): void {
    const { atMs, rows, names } = arrival;
    const { arriving } = this.shape;
    if (rows === 0) {
      for (const { text } of arrival.marks ?? []) this.to.mark({ index: this.index + this.filled, text });
      return;
    }
    if (names.length !== arriving) {
      const got = names.length;
      this.tally.add('channels', rows, atMs, (n) => {
        const what = `${n} samples of ${got} channels were left out: the signal began with ${arriving}`;
        return `${what}; start anew where it has changed for good`;
      });
      return;
    }
    if (this.silent) this.to.note(`the signal is back after ${seconds(atMs - this.lastMs)}`);
    this.silent = false;
    this.lastMs = atMs;
    this.unit.push(arrival);
    this.measure(arrival);
    const perUnit = this.unit.seconds;
    if (arrival.stamps && perUnit !== undefined) this.byStamps(arrival, arrival.stamps, perUnit);
    else {
      if (this.tellsTime) this.arrivals.push(atMs / 1000, rows);
      this.take(this.arrivals, { arrival, from: 0, until: rows }, atMs / 1000);
    }
  }

  /** Its sender is made to wait, or let go on: when samples come in no longer tells anything. */
  holds(held: boolean): void {
    this.waits = held;
    this.tellsTime = false;
  }

  /** Time goes by. */
  tick(nowMs: number): void {
    this.tally.tick(nowMs);
    if (this.waits) this.lastMs = nowMs;
    if (this.held.length > 0 && nowMs - this.heldMs > HELD_MS)
      this.release(this.stamps ?? this.arrivals, Infinity);
    if (this.silent || nowMs - this.lastMs < SILENT_MS) return;
    this.silent = true;
    this.to.note(`nothing has come in for ${seconds(SILENT_MS)}`);
  }

  private byStamps(arrival: Arrival, stamps: Float64Array, perUnit: number): void {
    const { sampleRateHz } = this.shape;
    this.stamps ??= new ClockWatch(sampleRateHz, MISSED / sampleRateHz);
    for (let from = 0; from < arrival.rows;) {
      let until = from + 1;
      while (until < arrival.rows && Number.isNaN(stamps[until])) until++;
      const stamp = (stamps[from] ?? NaN) * perUnit;
      // A stamp is that of the first row: it is due when those before it have come.
      if (!Number.isNaN(stamp)) this.stamps.push(stamp, this.before);
      this.before = until - from + (Number.isNaN(stamp) ? this.before : 0);
      this.take(this.stamps, { arrival, from, until }, stamp);
      from = until;
    }
  }

  private take(watch: ClockWatch, piece: Piece, clockS: number): void {
    if (watch.suspicious || this.held.length > 0) {
      if (this.held.length === 0) this.heldMs = piece.arrival.atMs;
      this.held.push(piece);
      this.release(watch, clockS);
    } else this.append(piece, watch, 0);
  }

  private release(watch: ClockWatch, clockS: number): void {
    const verdict = watch.verdict(clockS);
    if (!verdict && watch.suspicious) return;
    const pieces = this.held;
    this.held = [];
    if (verdict) this.tellOfDelay(verdict);
    pieces.forEach((piece, n) => this.append(piece, watch, n === 0 ? (verdict?.missing ?? 0) : 0));
  }

  private tellOfDelay({ missing, silenceS }: Verdict): void {
    if (missing > 0 || silenceS < LATE_S) return;
    this.tally.add('late', 1, this.lastMs, (n) => {
      const times = n === 1 ? 'once' : `${n} times`;
      return `samples came late ${times}, the last time by ${silenceS.toFixed(2)} s; none are missing`;
    });
  }

  /** @param byClock samples that a clock says are missing before it */
  private append({ arrival, from, until }: Piece, watch: ClockWatch, byClock: number): void {
    for (let row = from; row < until; row++) {
      const known = row === from ? byClock : 0;
      const missing = arrival.counters ? this.counted(arrival.counters[row] ?? NaN, known, watch) : known;
      if (missing > 0) this.skip(missing);
      for (const mark of arrival.marks ?? [])
        if (mark.row === row) this.to.mark({ index: this.index + this.filled, text: mark.text });
      this.write(arrival, row);
    }
  }

  /** What is missing as the sender counts, which tells small losses better than any clock. */
  private counted(number: number, known: number, watch: ClockWatch): number {
    const counted = this.counter.before(number);
    if (!this.counter.believed) return known;
    // Over a long silence the counter may have come round more than once.
    const turns = Math.max(0, Math.round((known - counted) / this.counter.turn));
    const missing = counted + turns * this.counter.turn;
    watch.skip(missing - known);
    return missing;
  }

  private write(arrival: Arrival, row: number): void {
    const { picked, scales, sampleRateHz } = this.shape;
    const block = (this.filling ??= createBlock(this.index, sampleRateHz, picked.length, this.length));
    for (let c = 0; c < picked.length; c++) {
      const value = arrival.values[row * arrival.names.length + (picked[c] ?? 0)] ?? NaN;
      block.data[c * this.length + this.filled] = value * (scales[c] ?? NaN);
    }
    if (++this.filled === this.length) this.emit(block);
  }

  /** Samples never came: what was before them goes out, and the index jumps. */
  private skip(samples: number): void {
    if (this.filling) this.emit(sliceBlock(this.filling, 0, this.filled));
    this.index += samples;
    this.rows += samples;
  }

  private emit(block: SampleBlock): void {
    this.filling = undefined;
    this.filled = 0;
    this.index += block.length;
    this.check.block(block, this.lastMs);
    this.to.block(block);
  }

  /** Compare what comes in with the rate, and tell where they part. */
  private measure({ atMs, rows }: Arrival): void {
    const { sampleRateHz } = this.shape;
    if (!this.tellsTime) return;
    if (Number.isNaN(this.speedFromMs)) this.speedFromMs = atMs;
    this.rows += rows;
    this.speed.push(atMs / 1000, this.rows);
    if (atMs - this.speedFromMs < 1000 * RATE_SPAN_S) return;
    const rate = this.speed.slope;
    this.speed = new LineFit();
    this.speedFromMs = atMs;
    if (Math.abs(rate / sampleRateHz - 1) < RATE_OFF) return;
    this.tally.add('rate', 1, atMs, () => {
      const told = `rate: ${hz(rate)} come in, but ${hz(sampleRateHz)} are taken`;
      return `${told}: times and frequencies are wrong by as much; start anew with --rate`;
    });
  }
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
