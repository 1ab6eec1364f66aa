/**
 * Where the numbers come from: every `source` of a field and of a conformance row is an id of this registry, and
 * every comment that cites a paper names one of its references.
 */
import { decoderSources } from './decoder.js';
import { disturbanceSources } from './disturbances.js';
import { effortSources } from './effort.js';
import { fatigueSources } from './fatigue.js';
import { motorUnitSources } from './motor-units.js';
import { peopleSources } from './people.js';
import { prosthesisSources } from './prosthesis.js';
import { recordingSources } from './recordings.js';
import { robustnessSources } from './robustness.js';
import type { Source } from './source.js';
import { surgerySources } from './surgery.js';
import { tissueSources } from './tissue.js';
import { userSources } from './user.js';

const registry = {
  ...motorUnitSources,
  ...effortSources,
  ...fatigueSources,
  ...surgerySources,
  ...tissueSources,
  ...peopleSources,
  ...disturbanceSources,
  ...userSources,
  ...decoderSources,
  ...prosthesisSources,
  ...recordingSources,
  ...robustnessSources,
};

/** Name of a source in the registry, such as `fuglevand-1993`. */
export type SourceId = keyof typeof registry;
/** One source or several. */
export type SourceRef = SourceId | readonly SourceId[];

/** Every source by its id. */
export const sources: Readonly<Record<SourceId, Source>> = registry;

/** The ids of a field's or row's sources; none where it names none. */
export function sourceIds(source: SourceRef | undefined): readonly SourceId[] {
  if (source === undefined) return [];
  return typeof source === 'string' ? [source] : source;
}

/** The references as one line of text, such as for a note. */
export function citation(source: SourceRef | undefined): string {
  return sourceIds(source)
    .map((id) => sources[id].reference)
    .join('; ');
}

/**
 * Whether nothing that was read or measured stands behind a field: it is said to be assumed, or one of its sources is
 * known from memory only. Everything that shows a field shows this with it.
 */
export function isAssumption(field: { readonly source?: SourceRef; readonly assumption?: boolean }): boolean {
  return field.assumption === true || sourceIds(field.source).some((id) => sources[id].state === 'memory');
}
