import type { RequestedFeature } from './feature-registry.js';
import type { FeatureShape } from './feature-shape.js';
import { columnNames } from './feature-names.js';

/** Where the columns of one requested feature are in a feature vector. */
export interface PlacedFeature {
  readonly request: RequestedFeature;
  /** Its first column. */
  readonly at: number;
  /** Columns of each channel; of all pairs together where it is one of pairs. */
  readonly columns: number;
  /** From one channel's first column to the next one's. */
  readonly channelStride: number;
  /** From one column to the next of the same channel. */
  readonly columnStride: number;
  readonly names: readonly string[];
}

/** Place of every requested feature: all channels of the first, then of the next. */
export function placedFeatures(
  requests: readonly RequestedFeature[],
  channels: readonly string[],
  shape: FeatureShape,
): PlacedFeature[] {
  let at = 0;
  return requests.map((request) => {
    const { feature, order } = request;
    const names = columnNames(request, channels, shape);
    const columns = feature.kind === 'pairs' ? names.length : (feature.columns?.(shape, order) ?? 1);
    const byChannel = feature.kind === 'channel' && feature.layout === 'channel';
    const placed = {
      request,
      at,
      columns,
      channelStride: byChannel ? columns : 1,
      columnStride: byChannel ? 1 : channels.length,
      names,
    };
    at += names.length;
    return placed;
  });
}
