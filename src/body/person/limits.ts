import type { NumberField } from '../../ground/signal/field.js';

/** Keeps what was drawn within what is possible, and remembers what it had to change. */
export class Limits {
  readonly notes: string[] = [];

  constructor(private readonly person: number) {}

  /** A value within the range of its field. */
  field(path: string, field: NumberField, value: number): number {
    const whole = field.integer ? Math.round(value) : value;
    return this.within(path, whole, field.min, field.max, field.unit);
  }

  /** A value within a range. */
  within(path: string, value: number, min: number, max: number, unit: string): number {
    const kept = Math.min(max, Math.max(min, value));
    if (Math.abs(kept - value) > 1e-9)
      this.notes.push(
        `person ${this.person}: ${path} was drawn as ${rounded(value)} ${unit} and kept at ${rounded(kept)} ${unit}, ` +
          'the limit of what this limb allows.',
      );
    return kept;
  }
}

const rounded = (value: number): number => Number(value.toPrecision(3));
