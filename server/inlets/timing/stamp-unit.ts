import { limits } from '../../recordings/limits.js';
import type { Arrival } from '../arrival.js';

/** Units that clocks count in, in seconds, the likeliest first. */
const units = [1, 1e-3, 1e-6, 1e-9] as const;
const names = new Map<number, string>([
  [1, 's'],
  [1e-3, 'ms'],
  [1e-6, 'µs'],
  [1e-9, 'ns'],
]);
const LEAST_ROWS = 20;

/** In what a sender's clock counts: as it says, or so that the rate is one that an amplifier can have. */
export class StampUnit {
  /** Seconds per unit; undefined until it is known. */
  seconds: number | undefined;
  private rows = 0;
  private first = NaN;
  private rowsAtFirst = 0;

  /** @param sampleRateHz as declared, which then decides */
  constructor(
    private readonly note: (text: string) => void,
    private readonly sampleRateHz?: number,
  ) {}

  push({ stamps, stampUnitS, rows }: Arrival): void {
    if (this.seconds !== undefined || !stamps) return;
    if (stampUnitS !== undefined) {
      this.seconds = stampUnitS;
      return;
    }
    stamps.forEach((stamp, row) => {
      if (Number.isNaN(stamp)) return;
      const at = this.rows + row;
      if (Number.isNaN(this.first)) [this.first, this.rowsAtFirst] = [stamp, at];
      else if (at - this.rowsAtFirst >= LEAST_ROWS && stamp > this.first)
        this.decide((stamp - this.first) / (at - this.rowsAtFirst));
    });
    this.rows += rows;
  }

  private decide(step: number): void {
    if (this.seconds !== undefined) return;
    const { lowest, highest } = limits.sampleRateHz;
    const rate = this.sampleRateHz;
    const fits = (unit: number): boolean => {
      const found = 1 / (step * unit);
      return rate === undefined
        ? found >= lowest && found <= highest
        : found > rate / 10 && found < rate * 10;
    };
    const unit = units.find(fits);
    if (unit === undefined) return;
    this.seconds = unit;
    if (unit !== 1) this.note(`time stamps: their unit is not said, taken to be ${names.get(unit) ?? ''}`);
  }
}
