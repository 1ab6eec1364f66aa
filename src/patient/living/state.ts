import type { DecoderSpec } from '../../decoder/decoder-fields.js';
import type { StatusMessage } from '../session.js';
import type { Scenario } from '../../scenario/scenario.js';

/** Number of a piece of work, by which its result is known again. */
export type Ticket = number;

/** A decoder in the making for the person who lives. */
export interface Training {
  readonly ticket: Ticket;
  /**
   * On a new calibration, on what a person recorded, on what was prompted for, or `again` on what the running decoder
   * learned from.
   */
  readonly kind: 'calibration' | 'recorded' | 'prompted' | 'again';
  readonly spec: DecoderSpec;
  /** What the person was when it began. */
  readonly of: Scenario;
  /** Share done that was told last, 0 to 1. */
  readonly share: number;
}

/** A derivation of action potentials. One at a time: what changes meanwhile is caught by the next. */
export interface Derivation {
  readonly ticket: Ticket;
  /** The body has changed since it began. */
  readonly outdated: boolean;
}

/** Where a person is on the journey of their scenario. */
export interface JourneyPlace {
  readonly stage: number;
  /** Index of the stream at which the stage began. */
  readonly from: number;
  /** They stay in it until told otherwise. */
  readonly held: boolean;
}

/** Who is heard in the stream. */
export interface Living {
  readonly scenario: Scenario;
  /** What the running decoder was trained by. */
  readonly trained: DecoderSpec;
  /** Whether it is known what it learned from; not of a decoder that was read from a file. */
  readonly trainable: boolean;
  readonly training: Training | null;
  /** The same person's next body, where the change of scenario is too great for the one that runs. */
  readonly body: Derivation | null;
  /** New templates for the body that runs; `broken` after a failure, until the body changes. */
  readonly templates: Derivation | 'fit' | 'broken';
  readonly journey: JourneyPlace | null;
  /** Newest news, in place of the name. */
  readonly note: string | null;
}

/** Who is being made ready, to take over once templates and decoder are there. */
export interface Coming {
  readonly ticket: Ticket;
  readonly scenario: Scenario;
  /** Whether the decoder was made before, so that only templates are to be derived. */
  readonly given: boolean;
  readonly share: number;
  /** How many were on their way before, one after the other, and gave way to the next wish. */
  readonly overtaken: number;
  /** Who was asked for since and waits, because too many gave way already. */
  readonly then: Scenario | null;
}

/** Why nobody lives. */
export interface Lost {
  readonly scenario: Scenario;
  readonly text: string;
}

/** Everything that decides what the patient does next. Plain data. */
export interface PatientState {
  /** Ticket of the next piece of work. */
  readonly next: Ticket;
  readonly paused: boolean;
  readonly living: Living | null;
  readonly coming: Coming | null;
  readonly lost: Lost | null;
  readonly closed: boolean;
}

/** Before anybody. */
export const nobody: PatientState = {
  next: 1,
  paused: false,
  living: null,
  coming: null,
  lost: null,
  closed: false,
};

/** `deriving` and `calibrating` a first patient, who then is `running` or `paused`; `failed` where nobody lives. */
export type Phase = 'deriving' | 'calibrating' | 'running' | 'paused' | 'failed' | 'closed';

export function phaseOf({ closed, living, coming, paused }: PatientState): Phase {
  if (closed) return 'closed';
  if (living) return paused ? 'paused' : 'running';
  if (!coming) return 'failed';
  return coming.given || coming.share === 0 ? 'deriving' : 'calibrating';
}

/** The scenario that was asked for last: that of who comes, or else of who lives. */
export function wantedScenario({ coming, living, lost }: PatientState): Scenario | null {
  return coming?.then ?? (coming ?? living ?? lost)?.scenario ?? null;
}

/** The scenario of what is heard, or was heard last. */
export function heardScenario({ coming, living, lost }: PatientState): Scenario | null {
  return (living ?? lost ?? coming)?.scenario ?? null;
}

/** Tickets of all work that is under way. */
export function ticketsOf({ living, coming }: PatientState): Ticket[] {
  return [...(coming ? [coming.ticket] : []), ...(living ? workOf(living) : [])];
}

/** Tickets of the work that is done for a person. */
export function workOf({ training, body, templates }: Living): Ticket[] {
  const derivations = [body, typeof templates === 'string' ? null : templates];
  return [training, ...derivations].flatMap((work) => (work ? [work.ticket] : []));
}

/** What everyone is told of a state. */
export function statusOf(state: PatientState): StatusMessage {
  const { living, coming, lost, paused } = state;
  if (coming) {
    const text = comingText(coming, living);
    const another = wantedScenario(state) !== heardScenario(state);
    return {
      op: 'status',
      phase: 'calibrating',
      text,
      progress: coming.share,
      ...(another && { coming: true }),
    };
  }
  if (!living) return { op: 'status', phase: 'failed', text: lost?.text ?? 'Nobody is there' };
  const { training } = living;
  if (training) {
    const progress = training.kind === 'calibration' ? { progress: training.share } : {};
    return { op: 'status', phase: 'calibrating', text: trainingTexts[training.kind], ...progress };
  }
  if (paused) return { op: 'status', phase: 'paused', text: 'Paused' };
  return { op: 'status', phase: 'running', text: living.note ?? nameOf(living) };
}

const trainingTexts: Readonly<Record<Training['kind'], string>> = {
  calibration: 'Recording the calibration and training the decoder',
  recorded: 'Training the decoder on what was recorded',
  prompted: 'Training the decoder on the calibration',
  again: 'Training the decoder anew',
};

function comingText({ scenario, given }: Coming, living: Living | null): string {
  const text = given ? 'Deriving the action potentials of this body' : trainingTexts.calibration;
  return living ? `${personOf(scenario)}: ${text}` : text;
}

function nameOf({ scenario, journey }: Living): string {
  const stage = journey && scenario.journey.stages[journey.stage];
  return stage ? `${personOf(scenario)}: ${stage.title}` : personOf(scenario);
}

function personOf({ name, person }: Scenario): string {
  return person.number === 0 ? name : `${name}, person ${person.number}`;
}
