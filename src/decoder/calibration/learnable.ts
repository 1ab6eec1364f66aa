import type { OwnMovement } from '../../ground/movement/own-movements.js';
import { vocabularyOf } from '../../ground/movement/vocabulary-of.js';
import { ConfigError } from '../../ground/signal/errors.js';
import { naming } from '../../ground/signal/naming.js';
import { samplesOf } from '../../ground/signal/units.js';
import { jointsOf } from '../control/regression-control.js';
import type { DecoderSpec } from '../decoder-fields.js';
import { requireSites } from '../direct-control/direct-control.js';
import { FeatureExtractor } from '../features/feature-extractor.js';
import { keptSamples } from '../training/training-windows.js';
import type { CalibrationSpec } from './calibration-fields.js';
import { createPlan, learnedPart } from './calibration-plan.js';

/** What a calibration is recorded from. */
export interface CalibratedSignal {
  readonly sampleRateHz: number;
  readonly channels: number;
  /** Movements of the scenario's own. */
  readonly movements?: readonly OwnMovement[];
}

/**
 * Make sure, before anybody is calibrated, that what a calibration will record is enough for a decoder: by the lengths
 * and the labels of its recordings alone, without a sample.
 * @throws ConfigError naming the field of the decoder or of the calibration
 */
export function requireLearnable(
  calibration: CalibrationSpec,
  decoder: DecoderSpec,
  { sampleRateHz, channels, movements = [] }: CalibratedSignal,
): void {
  const window = samplesOf(decoder.windowMs, sampleRateHz);
  // Made and dropped: it says which features a window this short cannot have.
  naming(
    'decoder.windowMs',
    () => new FeatureExtractor(decoder.features, { channels, length: window, sampleRateHz }),
  );
  const learned = learnedSamples(calibration, sampleRateHz);
  const names = [...learned].flatMap(([label, samples]) => {
    const [from, until] = keptSamples(decoder, samples, sampleRateHz);
    return until - from >= window ? [label] : [];
  });
  if (names.length === 0) throw tooShort(decoder, Math.max(...learned.values()) / sampleRateHz);
  const vocabulary = vocabularyOf({ movements });
  const { control, direct } = decoder;
  if (control === 'regression') naming('calibration.movements', () => jointsOf(names, vocabulary));
  else if (control === 'direct')
    naming('decoder.direct', () => requireSites(direct, names, channels, vocabulary));
  else if (names.length < 2) throw oneClass(names, learned.size);
}

/** Samples that one repetition of each movement gives to learn from. */
function learnedSamples(calibration: CalibrationSpec, sampleRateHz: number): Map<string, number> {
  const once = createPlan({ ...calibration, repetitions: 1 }, sampleRateHz);
  if (once.length > 0)
    return new Map(
      once.map((prompt) => {
        const { start, end } = learnedPart(calibration, prompt, sampleRateHz);
        return [prompt.movement, end - start];
      }),
    );
  return new Map(calibration.movements.map((label) => [label, samplesOf(calibration.holdMs, sampleRateHz)]));
}

function tooShort({ windowMs, trimStartMs, trimEndMs }: DecoderSpec, seconds: number): ConfigError {
  const lastMs = Math.floor(1000 * seconds);
  const leftMs = lastMs - trimStartMs - trimEndMs;
  return new ConfigError(
    `decoder.windowMs: got ${windowMs} ms, of which none fits into the ${lastMs} ms that the calibration learns from, ` +
      `less ${trimStartMs} ms trimmed at the start and ${trimEndMs} ms at the end`,
    {
      field: 'decoder.windowMs',
      hint: `Hold longer (calibration.holdMs)${leftMs < 20 ? ' or trim less' : `, or use a window of ${leftMs} ms`}.`,
    },
  );
}

function oneClass(names: readonly string[], asked: number): ConfigError {
  return new ConfigError(
    `calibration.movements: got ${names.join(', ')} as the only movement to learn` +
      (asked > names.length ? ', as the others are recorded too shortly' : '') +
      ', expected at least two',
    { field: 'calibration.movements', hint: 'Write for example ["rest","hand-close","hand-open"].' },
  );
}
