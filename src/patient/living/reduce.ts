import { StreamError, type MyodesisError } from '../../ground/signal/errors.js';
import { toldToClients } from '../../ground/signal/tellable.js';
import { changeOf } from '../../scenario/change.js';
import { atFirstStage } from '../../scenario/journey.js';
import type { Scenario } from '../../scenario/scenario.js';
import { requireStartable, wholeScenario } from '../../scenario/whole-scenario.js';
import {
  alive,
  bodyChanged,
  bodyDone,
  changed,
  outgrown,
  stageEntered,
  templatesDone,
  tired,
} from './change.js';
import type { PatientEffect, PatientEvent, Step } from './events.js';
import {
  ticketsOf,
  wantedScenario,
  workOf,
  type Coming,
  type Living,
  type PatientState,
  type Ticket,
} from './state.js';
import {
  calibrated,
  decoderLoaded,
  dropped,
  PROGRESS_STEP,
  retrained,
  trainedOnPrompted,
  trainedOnRecorded,
  trainingDone,
  trainingFailed,
  type LivingState,
} from './train.js';

/**
 * What becomes of a patient by an event, and what is to be done about it. Pure. Who lives goes on living until who
 * comes is wholly ready; results of work that nobody waits for any more are passed over.
 * @throws MyodesisError where a request cannot be met; the state then stays
 */
export function reduce(state: PatientState, event: PatientEvent): Step<PatientState> {
  if (state.closed) return { state, effects: [] };
  switch (event.type) {
    case 'load':
      return loaded(state, event.scenario, event.given);
    case 'change':
      return scenarioChanged(state, event.scenario, event.whole, event.index);
    case 'pause':
      return paused(state, event.paused);
    case 'calibrate':
      return state.coming && state.living
        ? { state, effects: [], reply: 'another patient is being calibrated' }
        : calibrated(alive(state));
    case 'loadDecoder':
      return decoderLoaded(undisturbed(state, event.type), event.decoder);
    case 'trainRecorded':
      return trainedOnRecorded(undisturbed(state, event.type));
    case 'trainPrompted':
      return trainedOnPrompted(undisturbed(state, event.type));
    case 'enterStage':
      return stageEntered(alive(state), event);
    case 'progress':
      return { state: progressed(state, event.ticket, event.share), effects: [] };
    case 'done':
      return workDone(state, event.ticket);
    case 'failed':
      return workFailed(state, event.ticket, event.error);
    case 'streamFailed':
      return streamFailed(state, event.error);
    case 'close':
      return {
        state: { ...state, living: null, coming: null, lost: null, closed: true },
        effects: ticketsOf(state).map((ticket) => ({ do: 'abort', ticket })),
      };
    default:
      return state.living ? ofBody({ ...state, living: state.living }, event) : { state, effects: [] };
  }
}

function ofBody(
  state: LivingState,
  event: Extract<PatientEvent, { type: 'outgrown' | 'bodyChanged' | 'tired' }>,
): Step<PatientState> {
  switch (event.type) {
    case 'outgrown':
      return outgrown(state);
    case 'bodyChanged':
      return bodyChanged(state, event.stale);
    case 'tired':
      return tired(state);
  }
}

/**
 * Wishes that may overtake one another before the next is kept waiting. However often somebody asks for another
 * patient, one of them comes to life.
 */
export const MOST_OVERTAKEN = 3;

/**
 * Make somebody ready to take over. They never wait for work that is of no use by then, unless that was taken up time
 * and again.
 * @throws ConfigError where they could not come to life
 */
function loaded(state: PatientState, asked: Scenario, given: boolean): Step<PatientState> {
  if (given) wholeScenario(asked);
  else requireStartable(asked);
  const { coming: former } = state;
  if (former && former.overtaken >= MOST_OVERTAKEN) {
    const coming: Coming = { ...former, then: asked };
    return {
      state: { ...state, coming },
      effects: [],
      reply: `waiting until ${former.scenario.name} is ready`,
    };
  }
  const effects: PatientEffect[] = former ? [{ do: 'abort', ticket: former.ticket }] : [];
  let idle: PatientState = state;
  if (state.living) {
    const free = dropped({ ...state, living: state.living });
    idle = free.state;
    effects.push(...free.effects);
  }
  const ticket = idle.next;
  const scenario = atFirstStage(asked);
  const overtaken = former ? former.overtaken + 1 : 0;
  const coming: Coming = { ticket, scenario, given, share: 0, overtaken, then: null };
  effects.push({ do: 'prepare', ticket, scenario, given });
  if (!idle.living && !idle.lost) effects.push({ do: 'tellInfo' });
  return { state: { ...idle, next: ticket + 1, coming }, effects, reply: 'restarting' };
}

/** Go over to another scenario by the cheapest way. */
function scenarioChanged(
  state: PatientState,
  scenario: Scenario,
  whole: boolean,
  index: number,
): Step<PatientState> {
  const before = wantedScenario(state);
  const change = changeOf(before ?? scenario, scenario);
  const { needs, paths } = change;
  if (before && paths.length === 0) return { state, effects: [], reply: 'nothing changed' };
  const { living, coming } = state;
  if (!living || coming || needs.has('person') || (whole && needs.has('body')))
    return loaded(state, scenario, false);
  return { ...changed({ ...state, living }, change, index), reply: paths.join(', ') };
}

function paused(state: PatientState, paused: boolean): Step<PatientState> {
  const { living } = state;
  if (paused === state.paused) return { state, effects: [] };
  return { state: { ...state, paused, living: living && { ...living, note: null } }, effects: [] };
}

function progressed(state: PatientState, ticket: Ticket, share: number): PatientState {
  const { coming, living } = state;
  if (coming?.ticket === ticket && share >= coming.share + PROGRESS_STEP)
    return { ...state, coming: { ...coming, share } };
  const training = living?.training;
  if (living && training?.ticket === ticket && share >= training.share + PROGRESS_STEP)
    return { ...state, living: { ...living, training: { ...training, share } } };
  return state;
}

function workDone(state: PatientState, ticket: Ticket): Step<PatientState> {
  const { coming, living } = state;
  if (coming?.ticket === ticket) return arrived(state, coming);
  if (!living) return { state, effects: [] };
  const here: LivingState = { ...state, living };
  const { training, body, templates } = living;
  if (training?.ticket === ticket) return trainingDone(here, training);
  if (body?.ticket === ticket) return bodyDone(here, body);
  if (typeof templates !== 'string' && templates.ticket === ticket) return templatesDone(here, templates);
  return { state, effects: [] };
}

/** Who was coming takes over; who waited for that comes next. */
function arrived(state: PatientState, { ticket, scenario, given, then }: Coming): Step<PatientState> {
  const former = state.living ? workOf(state.living) : [];
  const living: Living = {
    scenario,
    trained: scenario.decoder,
    trainable: !given,
    training: null,
    body: null,
    templates: 'fit',
    journey: scenario.journey.stages.length > 0 ? { stage: 0, from: 0, held: false } : null,
    note: null,
  };
  const aborted = former.map((stale): PatientEffect => ({ do: 'abort', ticket: stale }));
  const here: PatientState = { ...state, living, coming: null, lost: null };
  const next = followed(here, then);
  return { state: next.state, effects: [...aborted, { do: 'adopt', ticket }, ...next.effects] };
}

/** Who waited may come now. */
function followed(state: PatientState, then: Scenario | null): Step<PatientState> {
  return then ? loaded(state, then, false) : { state, effects: [] };
}

function workFailed(state: PatientState, ticket: Ticket, error: MyodesisError): Step<PatientState> {
  const { coming, living } = state;
  const told: PatientEffect = { do: 'tellError', error };
  if (coming?.ticket === ticket) {
    if (coming.then) {
      const { state: next, effects } = followed({ ...state, coming: null }, coming.then);
      return { state: next, effects: [told, ...effects] };
    }
    if (!living) return { state: lostBy(state, coming.scenario, error), effects: [told] };
    // The training that made way for who does not come.
    const { state: next, effects } = retrained({ ...state, living, coming: null });
    return { state: next, effects: [told, ...effects] };
  }
  if (!living) return { state, effects: [] };
  const here: LivingState = { ...state, living };
  const { training, body, templates } = living;
  if (training?.ticket === ticket) return trainingFailed(here, training, error);
  if (body?.ticket === ticket) {
    const free: LivingState = { ...state, living: { ...living, body: null } };
    return body.outdated ? outgrown(free) : { state: free, effects: [told] };
  }
  if (typeof templates !== 'string' && templates.ticket === ticket)
    return { state: { ...state, living: { ...living, templates: 'broken' } }, effects: [told] };
  return { state, effects: [] };
}

function streamFailed(state: PatientState, error: MyodesisError): Step<PatientState> {
  const { living } = state;
  if (!living) return { state, effects: [] };
  const { state: idle, effects } = dropped({ ...state, living });
  const stale = workOf(idle.living ?? living).map((ticket): PatientEffect => ({ do: 'abort', ticket }));
  const { scenario } = living;
  const lost = { scenario, text: textOf(error) };
  return {
    state: { ...idle, living: null, lost },
    effects: [...effects, ...stale, { do: 'tellError', error }],
  };
}

function lostBy(state: PatientState, scenario: Scenario, error: MyodesisError): PatientState {
  return { ...state, coming: null, lost: { scenario, text: textOf(error) } };
}

function textOf(error: MyodesisError): string {
  const { message, hint } = toldToClients(error);
  return `${message} ${hint}`.trim();
}

/** @throws StreamError where nobody lives, or somebody else is coming */
export function undisturbed(state: PatientState, what: string): LivingState {
  if (state.living && state.coming)
    throw new StreamError(`${what}: another patient is being made ready`, {
      hint: 'Wait for {"op":"status","phase":"running"}.',
    });
  return alive(state);
}
