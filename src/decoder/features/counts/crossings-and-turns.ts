import { LibemgCounts } from '../analysis/libemg-counts.js';
import { TimeScan } from '../analysis/time-scan.js';
import type { FeatureContext } from '../feature-context.js';

/** The scan that counts crossings and turns as the options say: the one place where the two ways part. */
export function crossingsAndTurns(context: FeatureContext): TimeScan | LibemgCounts {
  return context.options.counts === 'libemg'
    ? context.share(LibemgCounts)
    : context.share(TimeScan).withCounts();
}
