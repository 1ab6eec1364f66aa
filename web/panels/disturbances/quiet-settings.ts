import { fieldAt, type FieldGroup } from '../../../src/ground/signal/field.js';
import type { Json } from '../../data/is-record.js';

/** How often artefacts come: nothing by themselves where their size is nought. */
const PACES: ReadonlySet<string> = new Set(['motionPerMin', 'cadencePerMin']);

/** Fields that shape a disturbance rather than set its size keep their value on the quiet side. */
const SIZES = /(Uv|PerMin|lossPercent|LossPercent|bridgePercent|FilmMm|Kohm|settlingPercent|Ppm)$/u;

/** Settings of the disturbances with every size at nought. */
export function quietSettings(running: Json, fields: FieldGroup): Json {
  return Object.fromEntries(
    Object.entries(running).map(([key, value]) => {
      const field = fieldAt(fields, ['disturbances', key]);
      const zero = SIZES.test(key) && field?.kind === 'number' && field.min <= 0;
      return [key, zero ? 0 : value];
    }),
  );
}

/** Dials that are up and that {@link quietSettings} takes down. */
export function loudDials(running: Json, quiet: Json): string[] {
  return Object.keys(running).filter((key) => quiet[key] !== running[key] && !PACES.has(key));
}
