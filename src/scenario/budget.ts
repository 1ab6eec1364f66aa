import type { Anatomy } from '../body/anatomy/anatomy.js';
import { sourceScales, spikeScale } from '../body/conductor/spike.js';
import { oversamplingOf } from '../body/synthesis/oversampling.js';
import { createPlan, learnedPart } from '../decoder/calibration/calibration-plan.js';
import { featureNames } from '../decoder/features/feature-names.js';
import { trainingWork } from '../decoder/training/training-work.js';
import { keptSamples } from '../decoder/training/training-windows.js';
import { ConfigError } from '../ground/signal/errors.js';
import { samplesOf } from '../ground/signal/units.js';
import type { Scenario } from './scenario.js';

/*
 * Every field has a range of its own, but what a scenario costs is a product of many: 24 muscles of 600 units each on
 * 256 channels at 10 kHz are all allowed, and together they are 30 GB. So the cost is estimated before anything is
 * made. The constants were measured on one core of an ordinary machine (2.1 GHz); they need to be right within a
 * factor of two or three only, as the limits are far beyond what anybody uses.
 */

/** Most room for the action potentials of a body, bytes. */
const MOST_TEMPLATE_BYTES = 600e6;
/** Most room for a calibration, bytes. */
const MOST_CALIBRATION_BYTES = 1e9;
/** Longest that a calibration may compute, s. */
const MOST_CALIBRATION_S = 600;

/** Seconds of computing per second of signal: what every body takes, and per sample of all its templates. */
const BODY_S = 0.02;
const TEMPLATE_SAMPLE_S = 6.5e-9;
/** The slowest unit's velocity as a share of the mean: 2.6 of 3.7 m/s. */
const SLOWEST = 0.7;
/** Standard deviations within which end-plates and fibre ends lie. */
const SPREAD_SD = 3;
/** Copies of a recording while it is learned from: as recorded, filtered, trimmed, and on its way between threads. */
const SIGNAL_COPIES = 4;
/** Copies of the feature vectors: raw, standardised, and the part that a fold learns from twice over. */
const FEATURE_COPIES = 4;
/** Simple operations per second. */
const PER_SECOND = 5e8;

/** What a scenario takes, by estimate. */
export interface Cost {
  /** Room for the action potentials of all units on all channels, bytes. */
  readonly templateBytes: number;
  /** Seconds of computing per second of signal in the strongest contraction; 1 is as fast as it can be. */
  readonly load: number;
  /** Room for a calibration, bytes. */
  readonly calibrationBytes: number;
  /** Time to record and learn a calibration, s. */
  readonly calibrationS: number;
}

/**
 * What living and calibrating a scenario takes.
 * @param anatomy the limb that it resolves to
 */
export function costOf(scenario: Scenario, anatomy: Anatomy): Cost {
  const templateSamples = templateSamplesOf(scenario, anatomy);
  const load = BODY_S + TEMPLATE_SAMPLE_S * templateSamples;
  const { sampleRateHz, decoder } = scenario;
  const channels = anatomy.channels.length;
  const { seconds, learned, windows, classes } = lengthOf(scenario);
  const columns = featureNames(decoder.features, channels, { sampleRateHz }).length;
  const window = samplesOf(decoder.windowMs, sampleRateHz);
  const folds = Math.min(scenario.calibration.repetitions, 5) + 1;
  const work = trainingWork(decoder, { windows, window, channels, columns, classes, folds });
  return {
    templateBytes: 4 * templateSamples,
    load,
    calibrationBytes: 4 * SIGNAL_COPIES * learned * channels + 8 * FEATURE_COPIES * windows * columns,
    calibrationS: seconds * load + work / PER_SECOND,
  };
}

/** @throws ConfigError where a body is too large to live */
export function requireLivable({ templateBytes, load }: Cost, { channels, muscles }: Anatomy): void {
  if (templateBytes <= MOST_TEMPLATE_BYTES) return;
  const units = muscles.reduce((sum, { unitCount }) => sum + unitCount, 0);
  throw new ConfigError(
    `muscles: got ${units} motor units on ${channels.length} channels, whose action potentials take about ` +
      `${megabytes(templateBytes)} and ${load.toFixed(1)} s of computing per second, expected at most ` +
      megabytes(MOST_TEMPLATE_BYTES),
    {
      field: 'muscles',
      hint: 'Write a smaller unitCount, fewer electrodes.positions, shorter fibreLengthMm or a lower sampleRateHz.',
    },
  );
}

/** @throws ConfigError where a calibration would take too much room or time */
export function requireAffordable({ calibrationBytes, calibrationS }: Cost): void {
  const room = calibrationBytes > MOST_CALIBRATION_BYTES;
  if (!room && calibrationS <= MOST_CALIBRATION_S) return;
  const [got, most] = room
    ? [megabytes(calibrationBytes), megabytes(MOST_CALIBRATION_BYTES)]
    : [`${Math.ceil(calibrationS / 60)} min of computing`, `${MOST_CALIBRATION_S / 60} min`];
  throw new ConfigError(`calibration: it would take about ${got}, expected at most ${most}`, {
    field: 'calibration',
    hint:
      'Write fewer calibration.repetitions or movements, a shorter holdMs, a longer decoder.stepMs, fewer features ' +
      'or channels, or a simpler classifier.',
  });
}

/** Samples of the templates of all units on all channels, until the slowest wave has left the longest fibre. */
function templateSamplesOf({ motorUnits, sampleRateHz }: Scenario, { muscles, channels }: Anatomy): number {
  const spikeM = sourceScales * spikeScale(motorUnits.spikeLengthMm);
  let longestM = 0;
  let units = 0;
  for (const { fibreLength, proximalShare, innervationSpread, endSpread, unitCount } of muscles) {
    const part = fibreLength * Math.max(proximalShare, 1 - proximalShare);
    longestM = Math.max(longestM, part + SPREAD_SD * (innervationSpread + endSpread) + spikeM);
    units += unitCount;
  }
  const seconds = longestM / (SLOWEST * motorUnits.velocityMeanMPerS);
  return units * channels.length * seconds * oversamplingOf(sampleRateHz).innerRateHz;
}

/** How long a calibration lasts, in seconds, and what it gives to learn from, in samples and windows. */
function lengthOf({ calibration, decoder, sampleRateHz }: Scenario): {
  seconds: number;
  learned: number;
  windows: number;
  classes: number;
} {
  const { repetitions, movements, holdMs, restMs } = calibration;
  const once = createPlan({ ...calibration, repetitions: 1 }, sampleRateHz);
  const free = samplesOf(holdMs, sampleRateHz);
  const parts =
    once.length > 0
      ? once.map((prompt) => learnedPart(calibration, prompt, sampleRateHz))
      : movements.map(() => ({ start: 0, end: free }));
  const window = samplesOf(decoder.windowMs, sampleRateHz);
  const step = samplesOf(decoder.stepMs, sampleRateHz);
  let learned = 0;
  let windows = 0;
  for (const { start, end } of parts) {
    learned += end - start;
    const [from, until] = keptSamples(decoder, end - start, sampleRateHz);
    windows += Math.max(0, Math.floor((until - from - window) / step) + 1);
  }
  const samples = once.at(-1)?.end ?? movements.length * (free + samplesOf(restMs, sampleRateHz));
  return {
    seconds: (repetitions * samples) / sampleRateHz,
    learned: repetitions * learned,
    windows: repetitions * windows,
    classes: new Set(movements).size,
  };
}

function megabytes(bytes: number): string {
  return bytes < 1e10 ? `${Math.ceil(bytes / 1e6)} MB` : `${Math.ceil(bytes / 1e9)} GB`;
}
