import { counted } from '../../src/ground/signal/counted.js';
import { StreamError } from '../../src/ground/signal/errors.js';
import type { MissingSamples } from '../../src/recording/stream-check.js';
import { clockSteps, type ClockSteps } from './clock-steps.js';

export type Gap = MissingSamples;

/** What a column of time stamps says of a recording. */
export interface Clock {
  readonly sampleRateHz: number;
  /** In the order of the rows. */
  readonly gaps: readonly Gap[];
  /** Pauses, steps back, units taken by their size: full sentences. */
  readonly notes: readonly string[];
}

/** How a column of time stamps is to be understood. */
export interface ClockOptions {
  /** File, for errors. */
  readonly path: string;
  /** Name of the column, for errors and notes. */
  readonly column: string;
  /** Seconds per number, where the name or the format says so; told by size where not. */
  readonly secondsPerUnit?: number | undefined;
  /** Rate that the person gave: it is taken, and the stamps only tell the gaps. */
  readonly givenRateHz?: number | undefined;
  /** Rate that the file states elsewhere: taken where stamps are those of packets. */
  readonly statedRateHz?: number | undefined;
}

/** Rates at which EMG is recorded. Beyond, a column is no clock or its unit is another. */
export const slowestHz = 20;
export const fastestHz = 100_000;

/** Seconds; what is longer parts two recordings. */
const longestPause = 86_400;
const warmUp = 1 << 15;

interface Jump {
  readonly row: number;
  /** In the unit of the stamps. */
  readonly step: number;
}

/**
 * The sampling rate from time stamps of a whole recording, and the gaps in it. The rate is that of the stretches
 * between gaps, so it is neither rounded nor slowed by a pause. Stamps without a unit tell it by their size: seconds,
 * milliseconds, microseconds or nanoseconds, since the start or since 1970. Memory does not grow with the recording.
 *
 * @example
 * const clock = new ClockReader({ path: 'emg.csv', column: 'timestamp' });
 * for (const stamp of stamps) clock.add(stamp);
 * clock.finish(); // { sampleRateHz: 1925.925926, gaps: [{ row: 1000, missing: 3852 }], notes: ['…'] }
 */
export class ClockReader {
  private readonly first: number[] = [];
  private steps: ClockSteps | undefined;
  private row = 0;
  private lastRow = -1;
  private last = NaN;
  private firstStamp = NaN;
  private stretchRow = 0;
  private stretchStamp = NaN;
  private stretchEnds = 0;
  private stretchRows = 0;
  private stretchTime = 0;
  private unreadable = 0;
  private readonly jumps: Jump[] = [];

  constructor(private readonly options: ClockOptions) {}

  /** The next row's stamp; NaN where it cannot be read. */
  add(stamp: number): void {
    if (this.steps || this.first.length >= warmUp) {
      this.settle();
      this.follow(stamp);
    } else this.first.push(stamp);
  }

  /**
   * @throws StreamError naming the column where it does not rise, or gives a rate at which nothing is recorded
   */
  finish(): Clock {
    this.settle();
    const { givenRateHz, column } = this.options;
    const notes: string[] = [];
    if (!this.steps || this.jumps.length > Math.max(4, this.row / 4)) {
      const reason = `the column "${column}" does not rise in even steps`;
      if (givenRateHz === undefined) throw this.refusal(`${reason}, so the sampling rate is not known`);
      return {
        sampleRateHz: givenRateHz,
        gaps: [],
        notes: [
          `${sentence(reason)}, so gaps cannot be told by it; ${hz(givenRateHz)} are taken as they were given.`,
        ],
      };
    }
    this.endStretch();
    const step = this.stretchRows > 0 ? this.stretchTime / this.stretchRows : this.steps.step;
    const measured = this.inSeconds(step, notes);
    const sampleRateHz = this.chosenRate(measured, notes);
    if (this.unreadable > 0)
      notes.push(
        `${this.unreadable} rows have no time in the column "${column}"; they follow the row before.`,
      );
    const gaps = this.gaps(step, sampleRateHz, notes);
    return { sampleRateHz, gaps, notes };
  }

  private settle(): void {
    if (this.steps || this.row > 0) return;
    this.steps = clockSteps(this.first.filter((stamp) => Number.isFinite(stamp)));
    for (const stamp of this.first) this.follow(stamp);
    this.first.length = 0;
  }

  private follow(stamp: number): void {
    const row = this.row++;
    const { steps } = this;
    if (!Number.isFinite(stamp) || !steps) {
      this.unreadable++;
      return;
    }
    if (this.lastRow < 0) {
      this.firstStamp = this.stretchStamp = stamp;
      this.stretchRow = row;
    } else {
      const step = stamp - this.last - (row - this.lastRow - 1) * steps.step;
      if (step > steps.longest || step < steps.shortest) {
        this.endStretch();
        this.jumps.push({ row, step });
        this.stretchRow = row;
        this.stretchStamp = stamp;
      }
    }
    this.lastRow = row;
    this.last = stamp;
  }

  private endStretch(): void {
    if (this.lastRow <= this.stretchRow) return;
    this.stretchRows += this.lastRow - this.stretchRow;
    this.stretchTime += this.last - this.stretchStamp;
    this.stretchEnds++;
  }

  /** Rate that the step means, in the unit that was named or that its size tells. */
  private inSeconds(step: number, notes: string[]): number {
    const { secondsPerUnit, givenRateHz, column } = this.options;
    const resolution = (this.steps?.resolution ?? 0) * Math.max(1, Math.sqrt(this.stretchEnds));
    const doubt = resolution / Math.max(this.stretchTime, step);
    if (doubt > 0.005 && this.steps?.isEven === false)
      notes.push(
        `The times in "${column}" are rounded so far that they tell the rate within ${Number((100 * doubt).toPrecision(2))} % only.`,
      );
    const rateIn = (unit: number): number => roundest(1 / (step * unit), doubt / (step * unit));
    if (secondsPerUnit !== undefined) return rateIn(secondsPerUnit);
    const units = unitsBySize(this.firstStamp);
    const unit = units.find(([, scale]) => {
      const rate = rateIn(scale);
      return givenRateHz === undefined
        ? rate >= slowestHz && rate <= fastestHz
        : Math.abs(rate - givenRateHz) < 0.1 * givenRateHz;
    });
    if (!unit) return rateIn(1);
    const [name, scale] = unit;
    if (scale !== 1)
      notes.push(`The column "${column}" names no unit; by their size its numbers are ${name}.`);
    return rateIn(scale);
  }

  private chosenRate(measured: number, notes: string[]): number {
    const { column, givenRateHz, statedRateHz } = this.options;
    if (givenRateHz !== undefined) {
      if (Math.abs(measured - givenRateHz) > 0.01 * givenRateHz)
        notes.push(
          `The column "${column}" says ${hz(measured)}; ${hz(givenRateHz)} are taken as they were given.`,
        );
      return givenRateHz;
    }
    const differs = (share: number): boolean =>
      statedRateHz !== undefined && Math.abs(measured - statedRateHz) > share * statedRateHz;
    if (statedRateHz !== undefined && !this.steps?.isEven && !differs(0.1)) return statedRateHz;
    if (measured < slowestHz || measured > fastestHz || !Number.isFinite(measured))
      throw this.refusal(
        `the column "${column}" gives a sampling rate of ${hz(measured)}, expected ${slowestHz} Hz to ${fastestHz / 1000} kHz`,
      );
    if (differs(0.01))
      notes.push(
        `The file states ${hz(statedRateHz ?? 0)}, its column "${column}" says ${hz(measured)}, which is taken.`,
      );
    return measured;
  }

  private gaps(step: number, sampleRateHz: number, notes: string[]): Gap[] {
    const { column } = this.options;
    const burst = this.steps?.burst ?? 1;
    const lost = (jump: Jump): number => Math.round(jump.step / step) - burst;
    const isPause = (jump: Jump): boolean => jump.step > 0 && lost(jump) < longestPause * sampleRateHz;
    const missing = (jump: Jump): number => (isPause(jump) ? Math.max(1, lost(jump)) : 1);
    const forward = this.jumps.filter(isPause);
    const back = this.jumps.filter((jump) => !isPause(jump));
    if (forward[0]) {
      const all = forward.reduce((sum, jump) => sum + missing(jump), 0);
      const longest = forward.reduce((max, jump) => Math.max(max, missing(jump)), 0);
      notes.push(
        `The column "${column}" has ${counted(forward.length, 'gap')}, the first after sample ${forward[0].row}, the longest ` +
          `${seconds(longest / sampleRateHz)}: ${counted(all, 'sample')} missing (${seconds(all / sampleRateHz)}), and ` +
          'the index of the samples goes on by as much.',
      );
    }
    if (back[0])
      notes.push(
        `The column "${column}" jumps ${back.some((jump) => jump.step > 0) ? 'by days' : 'back'} ${back.length === 1 ? 'once' : `${back.length} times`}, first after sample ` +
          `${back[0].row}: a new take begins there.`,
      );
    return this.jumps.map((jump) => ({ row: jump.row, missing: missing(jump) }));
  }

  private refusal(message: string): StreamError {
    return new StreamError(`${this.options.path}: ${message}`, {
      hint:
        'Give the sampling rate, such as --rate 1000, or write the unit of the stamps into the name of their column, ' +
        'such as time_s, time_ms or timestamp_us.',
    });
  }
}

/** Sample index of rows that come in order: the row and all that is missing before it. */
export class RowIndex {
  private next = 0;
  private missing = 0;

  constructor(private readonly gaps: readonly Gap[]) {}

  /** Index of a row, which is not before the last one asked for. */
  of(row: number): number {
    for (let gap = this.gaps[this.next]; gap && gap.row <= row; gap = this.gaps[++this.next])
      this.missing += gap.missing;
    return row + this.missing;
  }
}

const units: readonly (readonly [string, number])[] = [
  ['seconds', 1],
  ['milliseconds', 1e-3],
  ['microseconds', 1e-6],
  ['nanoseconds', 1e-9],
];

/** Units in the order of likelihood: stamps since 1970 have a size that only one unit has. */
function unitsBySize(stamp: number): readonly (readonly [string, number])[] {
  const epoch = units.filter(([, scale]) => Math.abs(stamp) * scale > 5e8 && Math.abs(stamp) * scale < 5e9);
  return [...epoch, ...units.filter((unit) => !epoch.includes(unit))];
}

/**
 * The number with the fewest decimals that stamps of this uncertainty cannot tell from the rate measured: stamps
 * rounded to microseconds mean 2048 Hz, not 2047.9997. Only where the uncertainty is too small for it to be chance, so
 * that 1925.93 never becomes 1926. Rates of Delsys Trigno are thirds of thirds, such as 52000/27 Hz.
 */
export function roundest(rate: number, uncertainty: number): number {
  const allowed = Math.max(Math.min(uncertainty, 1e-4 * rate), 1e-9 * rate);
  const trigno = (Math.round((rate * 27) / 1000) * 1000) / 27;
  for (let decimals = 0; decimals <= 9 && allowed <= 0.1 * Number(`1e-${decimals}`); decimals++) {
    const rounded = Number(rate.toFixed(decimals));
    if (rounded > 0 && Math.abs(rounded - rate) <= allowed) return rounded;
    if (decimals === 0 && Math.abs(trigno - rate) <= allowed) return trigno;
  }
  return Number(rate.toPrecision(12));
}

const hz = (rate: number): string => `${Number(rate.toPrecision(7))} Hz`;
const seconds = (time: number): string => `${Number(time.toPrecision(4))} s`;
const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
