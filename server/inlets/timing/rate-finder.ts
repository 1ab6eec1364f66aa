import { limits } from '../../recordings/limits.js';
import type { Arrival } from '../arrival.js';
import { LineFit } from './line-fit.js';
import type { StampUnit } from './stamp-unit.js';

/** Rates that devices are sold with, in Hz; a measured rate this near to one of them is taken to be it. */
const usualHz = [
  50,
  100,
  125,
  128,
  200,
  250,
  256,
  400,
  500,
  512,
  800,
  1000,
  1024,
  30_000 / 27,
  1200,
  1280,
  1600,
  1920,
  26_000 / 13.5,
  2000,
  2048,
  29_000 / 13.5,
  2400,
  2500,
  3000,
  4000,
  4096,
  4800,
  5000,
  8000,
  10_000,
  20_000,
];
const NEAR = 0.01;
/** How long is measured: by the arrival, which waits in queues, and by the sender's clock. */
const BY_ARRIVAL_S = 3;
const BY_STAMPS_S = 1;
const LEAST_ARRIVALS = 8;
/** What comes in the first half second may have waited somewhere. */
const WARM_MS = 500;
/** After a silence of this many times the usual one, and of so many milliseconds, is measured anew. */
const HOLE = 4;
const HOLE_MS = 150;

/** A rate that was measured, and how. */
export interface FoundRate {
  readonly sampleRateHz: number;
  /** One sentence for people. */
  readonly note: string;
}

/** Measures how many samples a second come in, by the sender's clock where it sends one. */
export class RateFinder {
  private arrived = new LineFit();
  private stamped = new LineFit();
  private rows = 0;
  private total = 0;
  private beganMs: number | undefined;
  private firstMs = NaN;
  private lastMs = NaN;
  private firstStamp = NaN;
  private lastStamp = NaN;

  constructor(private readonly unit: StampUnit) {}

  push({ atMs, rows, stamps }: Arrival): void {
    this.total += rows;
    if (this.isHole(atMs)) this.begin();
    stamps?.forEach((stamp, row) => {
      if (Number.isNaN(stamp)) return;
      if (this.stamped.count === 0) this.firstStamp = stamp;
      this.stamped.push(stamp, this.rows + row);
      this.lastStamp = stamp;
    });
    this.rows += rows;
    this.beganMs ??= atMs;
    this.lastMs = atMs;
    if (atMs - this.beganMs < WARM_MS) return;
    if (this.arrived.count === 0) this.firstMs = atMs;
    this.arrived.push(atMs / 1000, this.rows);
  }

  /** The rate, as soon as it can be told. */
  get found(): FoundRate | undefined {
    const perUnit = this.unit.seconds;
    const stampedS = perUnit === undefined ? 0 : (this.lastStamp - this.firstStamp) * perUnit;
    if (perUnit !== undefined && stampedS >= BY_STAMPS_S && this.stamped.count >= LEAST_ARRIVALS)
      return foundRate(this.stamped.slope / perUnit, stampedS, 'the time stamps');
    const arrivedS = (this.lastMs - this.firstMs) / 1000;
    if (!(arrivedS >= BY_ARRIVAL_S) || this.arrived.count < LEAST_ARRIVALS) return undefined;
    return foundRate(this.arrived.slope, arrivedS, 'how it came in');
  }

  /** How many rows were seen. */
  get seen(): number {
    return this.total;
  }

  /** Samples that never came would make the rate too low. */
  private isHole(atMs: number): boolean {
    const { count } = this.arrived;
    const usualMs = (this.lastMs - this.firstMs) / Math.max(1, count - 1);
    return count >= LEAST_ARRIVALS && atMs - this.lastMs > Math.max(HOLE_MS, HOLE * usualMs);
  }

  private begin(): void {
    this.arrived = new LineFit();
    this.stamped = new LineFit();
    this.rows = 0;
    this.beganMs = undefined;
  }
}

function foundRate(measured: number, seconds: number, by: string): FoundRate | undefined {
  const { lowest, highest } = limits.sampleRateHz;
  if (!(measured >= lowest && measured <= highest)) return undefined;
  const nearest = usualHz.reduce((best, hz) =>
    Math.abs(hz - measured) < Math.abs(best - measured) ? hz : best,
  );
  const usual = Math.abs(nearest - measured) <= NEAR * nearest;
  const sampleRateHz = usual ? nearest : Number(measured.toPrecision(4));
  const said = `rate: ${measured.toPrecision(5)} Hz measured over ${seconds.toFixed(1)} s by ${by}`;
  return {
    sampleRateHz,
    note: `${said}, taken as ${hz(sampleRateHz)}; --rate says it exactly`,
  };
}

/** A rate as people read it. */
export function hz(rate: number): string {
  return `${Number(rate.toFixed(2))} Hz`;
}
