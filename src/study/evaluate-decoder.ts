import { jointTruth } from '../decoder/control/joint-truth.js';
import { JointTargets } from '../decoder/control/joint-targets.js';
import { controlName } from '../decoder/control/train-control.js';
import type { Decision } from '../decoder/decision.js';
import type { Decoder } from '../decoder/decoder.js';
import { isRest, trainingWindows } from '../decoder/training/training-windows.js';
import { classificationMetrics } from '../decoder/evaluation/classification-metrics.js';
import { metricsOfTested } from '../decoder/evaluation/tested-decisions.js';
import { TRANSITION } from '../decoder/evaluation/disturbance-metrics.js';
import { JointSeries, type JointMetrics } from '../decoder/evaluation/joint-metrics.js';
import { dofIds } from '../ground/movement/degree-of-freedom.js';
import { movementOf } from '../ground/movement/movement.js';
import { vocabularyOf } from '../ground/movement/vocabulary-of.js';
import { testSession } from '../patient/calibrate.js';
import { mergeScenario, type Scenario } from '../scenario/scenario.js';
import { ModelError, StreamError } from '../ground/signal/errors.js';
import { decideRecordings } from './decide-recordings.js';
import { decodeSession } from './decode-session.js';
import { conventionText } from './convention.js';
import type { Cell } from './evaluate-cells.js';
import { foldsOf } from './folds.js';
import { playedFaults } from './played-faults.js';
import { testedOf, type Split } from './split.js';
import { synthesizeSession } from './stress-session.js';
import type { StudyData } from './study-data.js';

/**
 * How a trained decoder does on recordings that it did not learn from, each from rest. Decisions are those of its
 * model, what its confidence rejects is left out, and counted apart; where it controls joints, what it tells them.
 * @param split names what to test on; default all recordings that it did not learn from
 * @throws ModelError where it learned from all of them; StreamError where none is as long as a window
 */
export function evaluateDecoder(decoder: Decoder, given: StudyData, name: string, split: Split = {}): Cell {
  const { segments, text, notes } = unseenOf(decoder, given.segments, name, split);
  const data = { ...given, segments };
  const bySegment = segments.map((segment) => decideRecordings(decoder, [segment], 'all'));
  const decisions = bySegment.flat();
  const labels = decisions.map(({ label = '' }) => label);
  if (labels.length === 0)
    throw new StreamError(`no recording is as long as a window of ${decoder.spec.windowMs} ms`, {
      hint: 'Record longer, or train a decoder with a shorter window.',
    });
  const truth = jointTruth(decoder.spec, labels, vocabularyOf({ movements: data.movements ?? [] }));
  const canonical = decoder.classes.map((label) => movementOf(label)?.id ?? label);
  const wanted = labels.map((label) => (truth ? truth.of(label) : label));
  const judged = decisions.flatMap(({ predicted, smoothed, rejected }, row) =>
    wanted[row] === undefined
      ? []
      : [{ row, label: canonical[truth ? smoothed : predicted] ?? 'rest', confidence: rejected ? -1 : 0 }],
  );
  const found = wanted.find((label) => label !== undefined && isRest(label));
  const rest = truth ? found : (data.rest ?? found);
  const options = rest === undefined ? {} : { rest };
  const known = wanted.map((label) => label ?? '');
  const origins = segments.flatMap((segment, s) => bySegment[s]?.map(() => segment) ?? []);
  const parts = [{ train: [], test: judged.map(({ row }) => row) }];
  return {
    ...shape(decoder, name, truth !== undefined),
    split: text,
    metrics: metricsOfTested(judged, known, options),
    folds: foldsOf(parts, origins, judged, known, options),
    joints: jointsOf(decoder, data, decisions),
    warnings: [...notes, ...(truth?.notes ?? []), ...playedFaults(segments, given.channelNames)],
  };
}

/**
 * How a trained decoder does on a live session of a simulated person: the prosthesis's commands against the intent,
 * windows in which the intent changed apart. Nothing can have been learned from that session.
 */
export function evaluateDecoderLive(decoder: Decoder, scenario: Scenario, name: string): Cell {
  const untried = mergeScenario(scenario, { intent: { session: testSession(scenario) } });
  const session = synthesizeSession({ scenario: untried, exerciseMin: 0, restSeconds: 0, recoveries: 0 });
  const { truth, decided, seconds, notes } = decodeSession(session, decoder);
  const clear = truth.flatMap((label, n) => (label === TRANSITION ? [] : [n]));
  const metrics = classificationMetrics(
    clear.map((n) => truth[n] ?? ''),
    clear.map((n) => decided[n] ?? ''),
  );
  return {
    ...shape(decoder, name, true),
    folds: [],
    split: `a live session of ${(seconds.at(-1) ?? 0).toFixed(0)} s, changes of intent left out`,
    metrics,
    joints: [],
    warnings: notes,
  };
}

/** The recordings that a decoder did not learn from, as it remembers. */
function unseenOf(
  decoder: Decoder,
  all: StudyData['segments'],
  name: string,
  split: Split,
): { segments: StudyData['segments']; text: string; notes: string[] } {
  const named = testedOf(all, split);
  const asked = named ? all.filter((_, s) => named[s]) : all;
  const segments = asked.filter(({ signal }) => !decoder.learnedFromAny(signal));
  const left = asked.length - segments.length;
  if (segments.length === 0)
    throw new ModelError(
      `${name} learned from all ${asked.length} recordings: there is no number for what it has seen`,
      { hint: 'Give other recordings, or leave out --decoder: then training and test are divided.' },
    );
  return {
    segments,
    text: `${segments.length} recordings tested, none learned from`,
    notes: left > 0 ? [`${name} learned from ${left} of ${asked.length} recordings; they are left out.`] : [],
  };
}

/** Velocities against what the recordings ask of each joint; strengths are those within these recordings. */
function jointsOf(
  { spec, signal, extensions }: Decoder,
  { segments, movements = [] }: StudyData,
  decisions: readonly Decision[],
): JointMetrics[] {
  if (spec.control !== 'regression') return [];
  const untrimmed = { ...spec, trimStartMs: 0, trimEndMs: 0 };
  const recordings = segments.map(({ label, signal: block }, s) => ({ label, repetition: s, signal: block }));
  const { amplitudes, labels } = trainingWindows(untrimmed, recordings, signal, extensions);
  const vocabulary = vocabularyOf({ movements });
  const windows = { labels, amplitudes, channels: signal.channelNames.length, vocabulary };
  const [first] = decisions;
  const joints = dofIds.filter((joint) => first?.velocities?.[joint] !== undefined);
  const series = new JointSeries();
  series.add(
    joints,
    JointTargets.of(windows, joints).rows(windows),
    decisions.map(({ velocities = {} }) => velocities),
  );
  return series.metrics();
}

/** @param steadied whether decisions after the smoothing were measured */
function shape(decoder: Decoder, name: string, steadied: boolean) {
  const { spec, featureNames, extensions } = decoder;
  const { totalMs, smoothingMs } = decoder.latency();
  const amplitudesAlone = spec.control === 'direct';
  return {
    control: spec.control,
    features: amplitudesAlone ? [] : spec.features,
    classifier: spec.control === 'classification' ? name : `${name}: ${controlName(spec, extensions)}`,
    windowMs: spec.windowMs,
    stepMs: spec.stepMs,
    featureCount: amplitudesAlone ? 0 : featureNames.length,
    latencyMs: totalMs - smoothingMs,
    smoothingMs: steadied ? smoothingMs : 0,
    convention: conventionText(spec),
  };
}
