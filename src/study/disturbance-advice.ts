import type { DecoderSpec } from '../decoder/decoder-fields.js';
import { lost, type Against, type DisturbanceEffect } from './disturbance-effect.js';

/** What a decoder was told of what advice may speak about. */
export type AdvisedSpec = Pick<DecoderSpec, 'control' | 'thresholds' | 'thresholdRestMultiple'>;

/** Share of right decisions, at rest or in movement, below whose loss there is nothing to mend. */
const LOSS = 0.05;
/** SDs that a channel, or a feature, must lie off before it is made out to be the cause. */
const DRIFTED_SDS = 0.5;
/** Times as far as any other that a channel must lie off to stand alone. */
const ALONE = 3;
/** Times as strong, or as weak, that channels must be for strength to be the cause. */
const STRONGER = 1.2;
/** Features that count what goes over the threshold of `thresholdRestMultiple`. */
const COUNTS: readonly string[] = ['ZC', 'SSC'];

type Rule = (effect: DisturbanceEffect, spec: AdvisedSpec) => string | undefined;

/** From the narrowest cause to the widest: the first that fits is told. */
const rules: readonly Rule[] = [oneChannel, countsOverThreshold, louderRest, otherStrength];

/**
 * What would mend what a disturbance did, in a sentence, where it follows from what was measured; undefined where
 * nothing was lost, or where no rule fits: then nobody knows.
 */
export function adviceOn(effect: DisturbanceEffect, spec: AdvisedSpec): string | undefined {
  if (!costs(effect.rest) && !costs(effect.movement)) return undefined;
  for (const rule of rules) {
    const advice = rule(effect, spec);
    if (advice !== undefined) return advice;
  }
  return undefined;
}

function costs(share: Against): boolean {
  return lost(share) >= LOSS;
}

function oneChannel({ channel }: DisturbanceEffect): string | undefined {
  // Where there is no other channel the comparison is with NaN, and never true.
  if (!channel || !(channel.sds >= DRIFTED_SDS && channel.sds >= ALONE * channel.nextSds)) return undefined;
  const { channel: name, sds, nextSds } = channel;
  return `Channel ${name} alone is off (${sds.toFixed(1)} SD, the next ${nextSds.toFixed(1)}): check its electrode.`;
}

function countsOverThreshold({ features }: DisturbanceEffect, spec: AdvisedSpec): string | undefined {
  const [first] = features;
  const counted = spec.control !== 'direct' && spec.thresholds === 'rest' && spec.thresholdRestMultiple > 0;
  if (!first || !counted || !COUNTS.includes(first.feature) || Math.abs(first.sds) < DRIFTED_SDS)
    return undefined;
  return `${first.feature} is furthest off, and counts over a threshold from the noise of the calibration: try decoder.thresholdRestMultiple=0.`;
}

function louderRest({ rest, restLouder }: DisturbanceEffect, { control }: AdvisedSpec): string | undefined {
  // A threshold goes by all channels together, so that most of them do.
  const louder = restLouder.filter((times) => times >= STRONGER).length;
  if (!costs(rest) || 2 * louder <= restLouder.length) return undefined;
  const where = `Rest is louder on ${louder} of ${restLouder.length} channels and taken for movement`;
  const again = 'calibrate again under these conditions';
  // The only control whose decisions pass an onset threshold.
  if (control !== 'classification') return `${where}: ${again}.`;
  return `${where}: ${again}, or raise decoder.smoothing.onsetRestSd, which costs weak contractions.`;
}

function otherStrength({ movement, movementLouder }: DisturbanceEffect): string | undefined {
  if (!costs(movement)) return undefined;
  const stronger = movementLouder.every((times) => times >= STRONGER);
  if (!stronger && !movementLouder.every((times) => times <= 1 / STRONGER)) return undefined;
  return `Movements are ${stronger ? 'stronger' : 'weaker'} on all channels: calibrate again under these conditions, or with a calibration.strengthPercent nearer to them.`;
}
