import { scenarioOfStage } from '../../scenario/journey.js';
import { changeOf, type ScenarioChange } from '../../scenario/change.js';
import { ConfigError, StreamError } from '../../ground/signal/errors.js';
import type { PatientEffect, PatientEvent, Step } from './events.js';
import type { Derivation, Living, PatientState } from './state.js';
import { requireTrainable, retrained, type LivingState } from './train.js';

type StageWish = Omit<Extract<PatientEvent, { type: 'enterStage' }>, 'type'>;

/** The same person under a changed scenario: what is cheap holds at once, the rest is put to work. */
export function changed(state: LivingState, change: ScenarioChange, index: number): Step<LivingState> {
  const { living } = state;
  const { after } = change;
  requireTrainable(living, after.decoder);
  const moved: LivingState = { ...state, living: { ...living, scenario: after } };
  const { state: training, effects } = retrained(moved);
  const planned = replanned(training, living, index);
  const told: PatientEffect[] = [{ do: 'update', change }, { do: 'tellScenario' }];
  return { state: planned.state, effects: [...told, ...effects, ...planned.effects] };
}

/**
 * Go to a stage of the journey, or begin that of now anew: an ordinary change of the scenario.
 * @throws StreamError where there is no journey; ConfigError where there is no such stage
 */
export function stageEntered(
  state: LivingState,
  { stage: asked, hold, index }: StageWish,
): Step<LivingState> {
  const { living } = state;
  if (!living.journey)
    throw new StreamError('setStage: this patient has no journey', {
      hint: 'Load a scenario with journey.stages, such as the preset patient-journey.',
    });
  const { stages } = living.scenario.journey;
  const { stage: present, held } = living.journey;
  const stage = asked ?? present;
  const entered = stages[stage];
  if (!entered)
    throw new ConfigError(`setStage: got stage ${stage}, the journey has ${stages.length}`, {
      field: 'stage',
      hint: `Stages: ${stages.map(({ title }, n) => `${n} ${title}`).join(', ')}.`,
    });
  const scenario = scenarioOfStage(living.scenario, entered);
  const there: Living = {
    ...living,
    scenario,
    journey: { stage, from: index, held: hold ?? held },
    note: null,
  };
  const change = changeOf(living.scenario, scenario);
  const told: PatientEffect[] =
    change.paths.length > 0 ? [{ do: 'update', change }, { do: 'tellScenario' }] : [];
  return { state: { ...state, living: there }, effects: [...told, { do: 'tellStage' }] };
}

/** The running body could not become what the scenario says: derive another, which takes its place when ready. */
export function outgrown(state: LivingState): Step<LivingState> {
  const { living, next } = state;
  if (living.body)
    return { state: { ...state, living: withBody(living, outdated(living.body)) }, effects: [] };
  const { scenario } = living;
  return {
    state: { ...state, next: next + 1, living: withBody(living, { ticket: next, outdated: false }) },
    effects: [{ do: 'deriveBody', ticket: next, scenario }],
  };
}

/** The running body is what the scenario says; a new one is not wanted any more. */
export function bodyChanged(state: LivingState, stale: boolean): Step<LivingState> {
  const { living } = state;
  const effects: PatientEffect[] = living.body ? [{ do: 'abort', ticket: living.body.ticket }] : [];
  const kept: LivingState = { ...state, living: withBody(living, null) };
  if (!stale) return { state: kept, effects };
  const { templates } = living;
  if (typeof templates !== 'string')
    return { state: { ...kept, living: { ...kept.living, templates: outdated(templates) } }, effects };
  const { state: deriving, effects: work } = derivingTemplates(kept);
  return { state: deriving, effects: [...effects, ...work] };
}

/** The body has tired. */
export function tired(state: LivingState): Step<LivingState> {
  return state.living.templates === 'fit' ? derivingTemplates(state) : { state, effects: [] };
}

/** Templates of another body of the same person are there. */
export function bodyDone(state: LivingState, { ticket, outdated }: Derivation): Step<LivingState> {
  const { living } = state;
  const free: LivingState = { ...state, living: withBody(living, null) };
  if (outdated) return outgrown(free);
  // The new body comes with templates that fit: those of the old one are of no use.
  const { templates } = living;
  const stale: PatientEffect[] =
    typeof templates === 'string' ? [] : [{ do: 'abort', ticket: templates.ticket }];
  return {
    state: { ...free, living: { ...free.living, templates: 'fit' } },
    effects: [...stale, { do: 'adopt', ticket }],
  };
}

/** Templates of the running body are there. They are nearer to it than the old ones even where it changed again. */
export function templatesDone(state: LivingState, { ticket, outdated }: Derivation): Step<LivingState> {
  const fit: LivingState = { ...state, living: { ...state.living, templates: 'fit' } };
  const { state: next, effects } = outdated ? derivingTemplates(fit) : { state: fit, effects: [] };
  return { state: next, effects: [{ do: 'adopt', ticket }, ...effects] };
}

/** The journey of a changed scenario: one that is new begins at its first stage. */
function replanned(state: LivingState, before: Living, index: number): Step<LivingState> {
  const { living } = state;
  const { stages } = living.scenario.journey;
  if (living.journey && stages.length === before.scenario.journey.stages.length)
    return { state, effects: [] };
  if (stages.length > 0)
    return stageEntered(
      { ...state, living: { ...living, journey: { stage: 0, from: index, held: false } } },
      { index },
    );
  if (!living.journey) return { state, effects: [] };
  return { state: { ...state, living: { ...living, journey: null } }, effects: [{ do: 'tellInfo' }] };
}

function derivingTemplates(state: LivingState): Step<LivingState> {
  const { next, living } = state;
  const templates: Derivation = { ticket: next, outdated: false };
  return {
    state: { ...state, next: next + 1, living: { ...living, templates } },
    effects: [{ do: 'deriveTemplates', ticket: next }],
  };
}

function outdated({ ticket }: Derivation): Derivation {
  return { ticket, outdated: true };
}

function withBody(living: Living, body: Derivation | null): Living {
  return { ...living, body };
}

/** @throws StreamError where nobody lives */
export function alive(state: PatientState): LivingState {
  const { living, lost, coming } = state;
  if (living) return { ...state, living };
  if (lost && !coming)
    throw new StreamError('nobody is alive: the patient has failed', {
      hint: 'Load another one, such as {"op":"loadPreset","name":"transhumeral-tmr"}.',
    });
  throw new StreamError('the patient is still being calibrated', {
    hint: 'Wait for {"op":"status","phase":"running"}.',
  });
}
