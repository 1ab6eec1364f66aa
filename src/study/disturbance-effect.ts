import type { ClassificationMetrics } from '../decoder/evaluation/classification-metrics.js';
import type { SeenFeatures } from './session-moments.js';

/** A share, 0 … 1, under the disturbance and without it; NaN where there was nothing to measure. */
export interface Against {
  readonly disturbed: number;
  readonly undisturbed: number;
}

/** The class that lost most. */
export interface WorstClass extends Against {
  readonly label: string;
  /** What it was taken for more often than undisturbed. */
  readonly takenFor: string;
  /** How often, of its windows. */
  readonly taken: Against;
}

/** How far a feature lies from where it lay undisturbed, in standard deviations of its undisturbed windows. */
export interface FeatureDrift {
  readonly feature: string;
  /** Mean over its channels, with sign. */
  readonly sds: number;
  /** Its channel that lies furthest off, and how far. */
  readonly channel: string;
  readonly channelSds: number;
}

/** The channel whose features lie furthest off. */
export interface ChannelDrift {
  readonly channel: string;
  /** Mean distance of its features, without sign, in SDs. */
  readonly sds: number;
  /** The same of the channel that comes next; NaN where there is no other. */
  readonly nextSds: number;
}

/** What a disturbance did to a decoder, over the prompted part, changes of intent left out. */
export interface DisturbanceEffect {
  /** Share of right decisions while rest was intended. */
  readonly rest: Against;
  /** Share of right decisions while a movement was intended. */
  readonly movement: Against;
  /** Absent where no class lost. */
  readonly worstClass?: WorstClass;
  /** Furthest first, three at most. */
  readonly features: readonly FeatureDrift[];
  /** Absent where no feature of a single channel is known. */
  readonly channel?: ChannelDrift;
  /** Mean amplitude under the disturbance over the undisturbed one at rest, by channel. */
  readonly restLouder: readonly number[];
  /** The same while a movement was intended. */
  readonly movementLouder: readonly number[];
}

/** One session as it was decided. */
export interface Observed {
  readonly prompted: Pick<ClassificationMetrics, 'classes' | 'confusion'>;
  readonly seen: SeenFeatures;
}

const REST = 'rest';
const SHOWN = 3;

/**
 * What became of decisions and features under a disturbance.
 * @param undisturbed the same decoder and prompts without it
 */
export function disturbanceEffect(disturbed: Observed, undisturbed: Observed): DisturbanceEffect {
  const worstClass = worstClassOf(disturbed.prompted, undisturbed.prompted);
  const drifts = driftsOf(disturbed.seen, undisturbed.seen);
  const channel = channelOf(drifts, undisturbed.seen.channels);
  const { restAmplitude, movementAmplitude } = undisturbed.seen;
  const share = (of: (label: string) => boolean): Against => ({
    disturbed: rightShare(disturbed.prompted, of),
    undisturbed: rightShare(undisturbed.prompted, of),
  });
  return {
    rest: share((label) => label === REST),
    movement: share((label) => label !== REST),
    ...(worstClass && { worstClass }),
    features: featuresOf(drifts),
    ...(channel && { channel }),
    restLouder: restAmplitude.map((before, c) => disturbed.seen.restAmplitude[c] / before),
    movementLouder: movementAmplitude.map((before, c) => disturbed.seen.movementAmplitude[c] / before),
  };
}

function rightShare({ classes, confusion }: Observed['prompted'], of: (label: string) => boolean): number {
  let [right, all] = [0, 0];
  classes.forEach((label, k) => {
    if (!of(label)) return;
    right += confusion[k][k];
    all += sum(confusion[k]);
  });
  return all > 0 ? right / all : NaN;
}

function worstClassOf(
  disturbed: Observed['prompted'],
  undisturbed: Observed['prompted'],
): WorstClass | undefined {
  let worst: WorstClass | undefined;
  for (const label of undisturbed.classes) {
    const of = (decided: string): Against => ({
      disturbed: decidedShare(disturbed, label, decided),
      undisturbed: decidedShare(undisturbed, label, decided),
    });
    const right = of(label);
    if (!(lost(right) > 0) || (worst && lost(right) <= lost(worst))) continue;
    const [first] = disturbed.classes
      .filter((other) => other !== label)
      .map((takenFor) => ({ takenFor, taken: of(takenFor) }))
      .sort((a, b) => lost(a.taken) - lost(b.taken));
    worst = { label, ...right, ...first };
  }
  return worst;
}

/** How often a class was decided where another, or it, was intended. */
function decidedShare({ classes, confusion }: Observed['prompted'], truth: string, decided: string): number {
  const row = confusion[classes.indexOf(truth)] ?? [];
  return (row[classes.indexOf(decided)] ?? 0) / sum(row);
}

/** What a share lost against undisturbed; NaN where it was not measured. */
export function lost({ disturbed, undisturbed }: Against): number {
  return undisturbed - disturbed;
}

interface Drift {
  readonly feature: string;
  readonly channel: string;
  readonly sds: number;
}

/** Of every column that varied undisturbed: one that never did has no scale to be told in. */
function driftsOf(disturbed: SeenFeatures, { names, mean, sd }: SeenFeatures): Drift[] {
  return names.flatMap((name, i) => {
    const dot = name.lastIndexOf('.');
    const sds = (disturbed.mean[i] - mean[i]) / sd[i];
    return Number.isFinite(sds) ? [{ feature: name.slice(dot + 1), channel: name.slice(0, dot), sds }] : [];
  });
}

function featuresOf(drifts: readonly Drift[]): FeatureDrift[] {
  return [...new Set(drifts.map(({ feature }) => feature))]
    .map((feature) => {
      const own = drifts.filter((drift) => drift.feature === feature);
      const far = own.reduce((a, b) => (Math.abs(b.sds) > Math.abs(a.sds) ? b : a));
      const drift = {
        feature,
        sds: mean(own.map(({ sds }) => sds)),
        channel: far.channel,
        channelSds: far.sds,
      };
      return { drift, distance: distanceOf(own) };
    })
    .sort((a, b) => b.distance - a.distance)
    .slice(0, SHOWN)
    .map(({ drift }) => drift);
}

/** Features of pairs of channels belong to none of them. */
function channelOf(drifts: readonly Drift[], channels: readonly string[]): ChannelDrift | undefined {
  const [first, next] = channels
    .flatMap((channel) => {
      const own = drifts.filter((drift) => drift.channel === channel);
      return own.length > 0 ? [{ channel, sds: distanceOf(own) }] : [];
    })
    .sort((a, b) => b.sds - a.sds);
  return first && { ...first, nextSds: next?.sds ?? NaN };
}

function distanceOf(drifts: readonly Drift[]): number {
  return mean(drifts.map(({ sds }) => Math.abs(sds)));
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
