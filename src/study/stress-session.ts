import { vocabularyOf } from '../ground/movement/vocabulary-of.js';
import { Decoder } from '../decoder/decoder.js';
import type { SavedDecoder } from '../decoder/decoder-json.js';
import { individual } from '../body/person/individual.js';
import { IntentScript } from '../body/intent/intent-script.js';
import type { Scenario } from '../scenario/scenario.js';
import type { TemplateBank } from '../body/conductor/template-bank.js';
import { samplesOf } from '../ground/signal/units.js';
import { concatBlocks, type SampleBlock } from '../ground/signal/sample-block.js';
import { Synthesizer } from '../body/synthesis/synthesizer.js';
import { TemplateShop } from '../body/synthesis/template-shop.js';
import { decodeSession, type DecodedSession } from './decode-session.js';
import type { SessionSignal } from './session-signal.js';

/** One session under one level of one disturbance. */
export interface SessionTask {
  /** The person with the disturbance. */
  readonly scenario: Scenario;
  /** The person without it, where it can be switched off; recovery is measured then. */
  readonly undisturbed?: Scenario;
  /** Minutes of contractions before the session. */
  readonly exerciseMin: number;
  /** Rest after the script, seconds. */
  readonly restSeconds: number;
  /** Times the disturbance is switched off. */
  readonly recoveries: number;
  /** Decide in the thread that synthesizes, by one of our own models; without, the signal comes back. */
  readonly decoder?: SavedDecoder;
}

export type SessionResult = { readonly series: DecodedSession } | { readonly session: SessionSignal };

/** Seconds a movement is held under the disturbance, then without it, then rested. */
const HELD_S = 1.5;
const OFF_S = 3;
const RESTED_S = 1;
/** Seconds after which a session looks whether its templates still fit. */
const LOOK_S = 2;
/** Below this strength nobody can tell that a movement is meant. */
const MEANT_FROM = 0.03;

/** Synthesize a session, and decide it where the task brings a decoder. */
export function runSession(task: SessionTask): SessionResult {
  const session = synthesizeSession(task);
  if (!task.decoder) return { session };
  return { series: decodeSession(session, Decoder.fromJSON(task.decoder)) };
}

/** The live script, then rest, then movements during which the disturbance is switched off. */
export function synthesizeSession(task: SessionTask): SessionSignal {
  const { scenario, undisturbed, exerciseMin, restSeconds, recoveries } = task;
  // Templates that follow every two seconds of exercise, of which nothing is kept, would take minutes to derive.
  const synthesizer = new Synthesizer(scenario, { templates: shop.fresh(scenario), rederive: 'host' });
  const taped: SampleBlock[] = [];
  const tape = (samples: number): void => {
    for (let left = Math.round(samples); left > 0;) {
      const length = Math.min(left, samplesOf(1000 * LOOK_S, synthesizer.sampleRateHz));
      taped.push(meant(synthesizer.next(length).signal));
      refit(synthesizer);
      left -= length;
    }
  };
  if (exerciseMin > 0) exercise(synthesizer, exerciseMin);
  const { intent, seed, sampleRateHz } = individual(scenario);
  tape(new IntentScript(intent, seed, sampleRateHz, vocabularyOf(scenario)).lengthSamples);
  const scriptEnd = synthesizer.index;
  synthesizer.intend([]);
  tape(restSeconds * scenario.sampleRateHz);
  const onUntil = synthesizer.index;
  const offAt: number[] = [];
  const strength = scenario.intent.strengthPercent / 100;
  const movements = scenario.intent.movements.filter((movement) => movement !== 'rest');
  for (let n = 0; undisturbed && n < recoveries && movements.length > 0; n++) {
    synthesizer.update(scenario);
    synthesizer.intend([{ movement: movements[n % movements.length] ?? 'rest', strength }]);
    tape(HELD_S * scenario.sampleRateHz);
    offAt.push(synthesizer.index);
    synthesizer.update(undisturbed);
    tape(OFF_S * scenario.sampleRateHz);
    synthesizer.update(scenario);
    synthesizer.intend([]);
    tape(RESTED_S * scenario.sampleRateHz);
  }
  const signal = concatBlocks(taped);
  const { movements: own, sampleRateHz: rate } = scenario;
  return { signal, movements: own, scriptEnd, onUntil, offAt, offFor: OFF_S * rate };
}

/** Templates of a rested person, which their sessions begin with: those of the last one asked for are kept. */
export function sessionTemplates(scenario: Scenario): TemplateBank {
  return shop.fresh(scenario);
}

/** Labels of a block as decisions are judged by: too weak a movement is rest. */
function meant({ labels = [], ...block }: SampleBlock): SampleBlock {
  return {
    ...block,
    labels: labels.map(({ index, label, strength = 1 }) => ({
      index,
      label: strength >= MEANT_FROM ? label : 'rest',
    })),
  };
}

/** Contract as the script asks, unrecorded. */
function exercise(synthesizer: Synthesizer, minutes: number): void {
  const second = samplesOf(1000, synthesizer.sampleRateHz);
  for (let left = Math.round(60 * minutes); left > 0; left--) synthesizer.next(second);
  refit(synthesizer);
}

/** New templates where muscles have tired too much for the old ones. */
function refit(synthesizer: Synthesizer): void {
  if (!synthesizer.templatesStale) return;
  synthesizer.adoptTemplates(shop.derive(synthesizer.templateRequest()));
}

// Kept between sessions: most differ in nothing that templates depend on.
const shop = new TemplateShop();
