import type { Decoder } from '../decoder/decoder.js';
import { isRest } from '../decoder/training/training-windows.js';
import {
  classificationMetrics,
  type ClassificationMetrics,
} from '../decoder/evaluation/classification-metrics.js';
import { TRANSITION } from '../decoder/evaluation/disturbance-metrics.js';
import { movementOf } from '../ground/movement/movement.js';
import type { Scenario } from '../scenario/scenario.js';
import { StreamError } from '../ground/signal/errors.js';
import { decideRecordings } from './decide-recordings.js';
import { decodeSession } from './decode-session.js';
import type { Cell } from './evaluate-cells.js';
import { synthesizeSession } from './stress-session.js';
import type { StudyData } from './study-data.js';

/**
 * How a trained decoder does on recordings that it did not learn from, each from rest. Decisions are those of its
 * model; what its confidence rejects is left out, and counted apart.
 * @throws StreamError where no recording is as long as a window
 */
export function evaluateDecoder(decoder: Decoder, data: StudyData, name: string): Cell {
  const decisions = decideRecordings(decoder, data.segments, 'all');
  const canonical = decoder.classes.map((label) => movementOf(label)?.id ?? label);
  const truth = decisions.map(({ label = '' }) => label);
  const decided = decisions.map(({ predicted, rejected }) =>
    rejected ? -1 : (canonical[predicted] ?? 'rest'),
  );
  if (truth.length === 0)
    throw new StreamError(`no recording is as long as a window of ${decoder.spec.windowMs} ms`, {
      hint: 'Record longer, or train a decoder with a shorter window.',
    });
  const rest = truth.find(isRest);
  const split = `all ${data.segments.length} recordings tested, none learned from`;
  return cell(
    decoder,
    name,
    split,
    classificationMetrics(truth, decided, rest === undefined ? {} : { rest }),
  );
}

/**
 * How a trained decoder does on a live session of a simulated person: the prosthesis's commands against the intent,
 * windows in which the intent changed apart. The calibration is another session, so nothing was learned from.
 */
export function evaluateDecoderLive(decoder: Decoder, scenario: Scenario, name: string): Cell {
  const session = synthesizeSession({ scenario, exerciseMin: 0, restSeconds: 0, recoveries: 0 });
  const { truth, decided, seconds } = decodeSession(session, decoder);
  const clear = truth.flatMap((label, n) => (label === TRANSITION ? [] : [n]));
  const metrics = classificationMetrics(
    clear.map((n) => truth[n] ?? ''),
    clear.map((n) => decided[n] ?? ''),
  );
  const split = `a live session of ${(seconds.at(-1) ?? 0).toFixed(0)} s, changes of intent left out`;
  return cell(decoder, name, split, metrics);
}

function cell(decoder: Decoder, name: string, split: string, metrics: ClassificationMetrics): Cell {
  const { spec, featureNames } = decoder;
  return {
    features: spec.features,
    classifier: name,
    windowMs: spec.windowMs,
    stepMs: spec.stepMs,
    featureCount: featureNames.length,
    latencyMs: decoder.latency().totalMs,
    split,
    metrics,
    warnings: [],
  };
}
