import type { LiveClass, NumberField } from '../../../src/ground/signal/field.js';

/** Step of a dial: the field's own, a whole number, or about a five-hundredth of its range. */
export function stepOf(field: NumberField): number {
  if (field.step !== undefined) return field.step;
  if (field.integer) return 1;
  const rough = (field.max - field.min) / 500;
  return 10 ** Math.floor(Math.log10(Math.max(rough, 1e-9)));
}

/** Nearest allowed value. */
export function clampTo(field: NumberField, value: number): number {
  const bounded = Math.min(field.max, Math.max(field.min, value));
  return field.integer ? Math.round(bounded) : bounded;
}

/** Shortest wait between two patches of a dragged dial, milliseconds; Infinity = only when let go. */
export function pace(live: LiveClass): number {
  if (live === 'block') return 80;
  return live === 'templates' ? 350 : Infinity;
}
