import { adoptedSpec, untrainedPaths, type DecoderSpec } from '../../decoder/decoder-fields.js';
import type { Decoder } from '../../decoder/decoder.js';
import { wholeScenario } from '../../scenario/whole-scenario.js';
import { ConfigError, StreamError, type MyodesisError } from '../../ground/signal/errors.js';
import type { PatientEffect, Step } from './events.js';
import type { Living, PatientState, Training } from './state.js';

/** Least advance of a piece of work that is told. */
export const PROGRESS_STEP = 0.05;

/** A state in which somebody lives. */
export type LivingState = PatientState & { readonly living: Living };

/** Calibrate whoever lives again; the old decoder decides until the new one is there. */
export function calibrated(state: LivingState): Step<LivingState> {
  const { living } = state;
  const { scenario, body, templates, training } = living;
  // Asked for again and again it would never end.
  if (training?.kind === 'calibration' && training.of === scenario)
    return { state, effects: [], reply: 'calibrating already' };
  const { motorUnits, decoder } = scenario;
  // A tired body's templates are others than those of the fresh one that is calibrated.
  const reuse = body === null && templates === 'fit' && !motorUnits.fatigue;
  return begun(state, 'calibration', decoder, (ticket) => ({ do: 'calibrate', ticket, scenario, reuse }));
}

/**
 * A decoder that was made elsewhere decides at once, and what it is described by becomes the scenario's.
 * @throws ConfigError where the scenario cannot be with it
 */
export function decoderLoaded(state: LivingState, decoder: Decoder): Step<LivingState> {
  const { spec } = decoder;
  const scenario = { ...state.living.scenario, decoder: spec };
  wholeScenario(scenario);
  const { state: idle, effects } = dropped(state);
  const note = 'A decoder was loaded';
  const living: Living = { ...idle.living, scenario, trained: spec, trainable: false, note };
  const told: PatientEffect[] = [{ do: 'takeDecoder', decoder }, { do: 'tellScenario' }];
  return { state: { ...idle, living }, effects: [...effects, ...told] };
}

/** Train on the examples that a person recorded. */
export function trainedOnRecorded(state: LivingState): Step<LivingState> {
  const spec = state.living.scenario.decoder;
  return begun(state, 'recorded', spec, (ticket) => ({ do: 'trainRecorded', ticket, spec }));
}

/** Train on what was recorded while somebody was prompted. */
export function trainedOnPrompted(state: LivingState): Step<LivingState> {
  const spec = state.living.scenario.decoder;
  return begun(state, 'prompted', spec, (ticket) => ({ do: 'trainPrompted', ticket, spec }));
}

/**
 * See to it that the decoder becomes what the scenario says: by learning again what it learned from, where that is
 * what it takes. A body that has changed meanwhile is not among it: as in life, the decoder meets it untrained until
 * somebody calibrates again.
 */
export function retrained(state: LivingState): Step<LivingState> {
  const { living } = state;
  const { training, trained, scenario } = living;
  const spec = scenario.decoder;
  // What is learned anew is learned by its own description first: `trainingDone` sees to the rest.
  if (training && (training.kind !== 'again' || !needsTraining(training.spec, spec)))
    return { state, effects: [] };
  if (needsTraining(trained, spec))
    return begun(state, 'again', spec, (ticket) => ({ do: 'trainAgain', ticket, spec }));
  const { state: idle, effects } = dropped(state);
  return { state: idle, effects };
}

/** A decoder is there. */
export function trainingDone(state: LivingState, training: Training): Step<LivingState> {
  const { ticket, kind, spec } = training;
  const note = kind === 'calibration' || kind === 'prompted' ? 'Calibrated' : 'Trained';
  const living: Living = { ...state.living, training: null, trained: spec, trainable: true, note };
  const { state: next, effects } = retrained({ ...state, living });
  return { state: next, effects: [{ do: 'adopt', ticket }, ...effects] };
}

/** What is said of the decoder must be what runs. */
export function trainingFailed(
  state: LivingState,
  { ticket, kind }: Training,
  error: MyodesisError,
): Step<LivingState> {
  const told: PatientEffect =
    kind === 'recorded' ? { do: 'refuse', ticket, error } : { do: 'tellError', error };
  const { trained, trainable } = state.living;
  const living: Living = { ...state.living, training: null, note: 'The former decoder stays' };
  const { decoder } = living.scenario;
  if (kind !== 'again' && trainable) {
    const { state: next, effects } = retrained({ ...state, living });
    return { state: next, effects: [told, ...effects] };
  }
  if (!needsTraining(trained, decoder)) return { state: { ...state, living }, effects: [told] };
  const scenario = { ...living.scenario, decoder: adoptedSpec(trained, decoder) };
  return { state: { ...state, living: { ...living, scenario } }, effects: [told, { do: 'tellScenario' }] };
}

/** Give up the training under way: something more important has come. */
export function dropped(state: LivingState): Step<LivingState> {
  const { training } = state.living;
  if (!training) return { state, effects: [] };
  const { ticket, kind } = training;
  const effects: PatientEffect[] = [{ do: 'abort', ticket }];
  if (kind === 'recorded') effects.unshift({ do: 'refuse', ticket, error: overtaken() });
  return { state: { ...state, living: { ...state.living, training: null, note: null } }, effects };
}

/** @throws ConfigError where a change needs training that is not possible */
export function requireTrainable({ trainable, trained }: Living, next: DecoderSpec): void {
  if (!trainable && needsTraining(trained, next))
    throw new ConfigError('decoder: it was read from a file, so there is nothing to train it on anew', {
      field: 'decoder',
      hint: 'Send {"op":"calibrate"} first, or change only smoothing, speed and thresholds.',
    });
}

function begun(
  state: LivingState,
  kind: Training['kind'],
  spec: DecoderSpec,
  work: (ticket: number) => PatientEffect,
): Step<LivingState> {
  const { state: idle, effects } = dropped(state);
  const ticket = idle.next;
  const living: Living = {
    ...idle.living,
    training: { ticket, kind, spec, of: idle.living.scenario, share: 0 },
  };
  return { state: { ...idle, next: ticket + 1, living }, effects: [...effects, work(ticket)] };
}

function needsTraining(trained: DecoderSpec, wanted: DecoderSpec): boolean {
  return untrainedPaths(trained, wanted).length > 0;
}

function overtaken(): StreamError {
  return new StreamError('trainRecorded: another training has taken its place', {
    hint: 'Wait for {"op":"status","phase":"running"} and send it again.',
  });
}
