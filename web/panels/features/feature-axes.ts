import type { CalibrationSummary } from '../../../src/protocol/server-messages.js';
import type { Projection, ProjectionKind } from './projection.js';

/** A row of the `features` stream as it is chosen and read. */
export interface FeatureRow {
  readonly row: number;
  /** Channel, or pair of channels. */
  readonly channel: string;
  readonly feature: string;
}

/** What an axis of the plot shows. */
export type PlotAxis =
  | { readonly kind: ProjectionKind; readonly number: number; readonly share: number }
  | {
      readonly kind: 'feature';
      readonly channel: string;
      readonly feature: string;
      /** Such as µV; empty for a count, undefined where it is shown as the decoder has it. */
      readonly unit: string | undefined;
    };

/** The axes of a plot, and where a window is on them. */
export interface PlotSpace {
  readonly axes: readonly PlotAxis[];
  readonly place: (values: ArrayLike<number>) => readonly number[];
}

/** Rows by channel and feature: names are `channel.FEATURE`, and channels may have points in their names. */
export function featureRows(names: readonly string[]): FeatureRow[] {
  return names.map((name, row) => {
    const at = name.lastIndexOf('.');
    return { row, channel: name.slice(0, Math.max(0, at)), feature: name.slice(at + 1) };
  });
}

/** What people read: volts as µV. */
const shownAs = {
  V: { unit: 'µV', by: 1e6 },
  'V²': { unit: 'µV²', by: 1e12 },
  Hz: { unit: 'Hz', by: 1 },
  '1': { unit: '', by: 1 },
} as const;

/** Single features as axes, each in its unit where the calibration tells it. */
export function featureSpace(
  rows: readonly FeatureRow[],
  reading: CalibrationSummary['features'] | undefined,
): PlotSpace {
  const axes = rows.map(({ row, channel, feature }) => {
    const unit = reading?.units[row] ?? null;
    const shown = unit === null ? undefined : shownAs[unit];
    const by = shown?.by ?? 1;
    const step = shown ? (reading?.steps[row] ?? 1) * by : 1;
    const zero = shown ? (reading?.zeros[row] ?? 0) * by : 0;
    return { row, step, zero, axis: { kind: 'feature', channel, feature, unit: shown?.unit } as const };
  });
  return {
    axes: axes.map(({ axis }) => axis),
    place: (values) => axes.map(({ row, step, zero }) => (values[row] ?? NaN) * step + zero),
  };
}

/** A projection as axes. */
export function projectedSpace({ kind, components, project }: Projection): PlotSpace {
  return {
    axes: components.map(({ share }, i) => ({ kind, number: i + 1, share })),
    place: project,
  };
}
