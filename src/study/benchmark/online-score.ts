import { Subject } from 'rxjs';
import type { TemplateBank } from '../../body/conductor/template-bank.js';
import { Synthesizer } from '../../body/synthesis/synthesizer.js';
import type { Decoder } from '../../decoder/decoder.js';
import type { OutsideModel } from '../../decoder/outside-model.js';
import { commandMovements } from '../../decoder/prosthesis/command.js';
import type { SampleBlock } from '../../ground/signal/sample-block.js';
import { samplesOf } from '../../ground/signal/units.js';
import { vocabularyOf } from '../../ground/movement/vocabulary-of.js';
import { endStops, jointsOf, limbOf } from '../../patient/joints.js';
import { createOnlineTest } from '../../patient/online-tests/create-online-test.js';
import { testJoints } from '../../patient/online-tests/test-joints.js';
import { TestUser } from '../../patient/test-user.js';
import { decodingLine, type DecodingLine, type LineSettings } from '../../pipeline/decoding-line.js';
import type { Scenario } from '../../scenario/scenario.js';

/** How the simulated user did with a decoder in a test of reaching postures. */
export interface OnlineScore {
  readonly trials: number;
  /** Targets reached and held in time. */
  readonly completed: number;
  /** Mean time of those; null where none was. */
  readonly seconds: number | null;
}

/** Block by which time passes, as live, milliseconds. */
const BLOCK_MS = 20;
/** A test that does not end is given up, seconds. */
const LONGEST_S = 900;

/**
 * Target Achievement Control by the simulated user, who sees the prosthesis and corrects it: the loop of the living
 * patient, faster than real time.
 * @param templates of the scenario's body
 * @param outside decides in place of the decoder's own model. Time waits for its answers; they hold from the next block on
 * @returns undefined where the decoder can move no joint both ways
 * @throws what the model outside was given up for
 */
export async function onlineScore(
  decoder: Decoder,
  scenario: Scenario,
  templates: TemplateBank,
  outside?: OutsideModel,
): Promise<OnlineScore | undefined> {
  const { prosthesis, seed, sampleRateHz } = scenario;
  const vocabulary = vocabularyOf(scenario);
  const movements = commandMovements(decoder.classes, { ...prosthesis, vocabulary });
  const setting = { movements, vocabulary, prosthesis, seed };
  if (testJoints(setting).length === 0) return undefined;
  const test = createOnlineTest('tac', setting);
  const user = new TestUser(scenario, movements);
  const means = { classMap: prosthesis.classMap, vocabulary };
  const joints = jointsOf(decoder.classes, means, limbOf(decoder.classes));
  const synthesizer = new Synthesizer(scenario, { templates });
  synthesizer.intend([]);
  const blocks$ = new Subject<SampleBlock>();
  const settings = { decoder, prosthesis, vocabulary, joints, outside };
  const settings$ = new Subject<LineSettings>();
  const line = decodingLine(blocks$, settings$);
  const secondsAt = (index: number): number => index / sampleRateHz;
  line.commands$.subscribe(({ index, movement }) => test.decided(secondsAt(index), movement));
  line.prosthesis$.subscribe(({ index, positions }) => {
    const seconds = secondsAt(index);
    const start = test.moved(seconds, positions);
    const changed = user.step(1000 * seconds, start ?? positions, endStops(positions, prosthesis), test.task);
    if (changed) synthesizer.intend(changed);
    if (start) settings$.next({ ...settings, posture: start });
  });
  const answers = outside && new AllAnswered(line);
  settings$.next(settings);
  const length = samplesOf(BLOCK_MS, sampleRateHz);
  while (!test.done && synthesizer.index < LONGEST_S * sampleRateHz) {
    blocks$.next(synthesizer.next(length).signal);
    await answers?.settled();
    if (outside?.failure) throw outside.failure;
  }
  blocks$.complete();
  const results = test.progress().results;
  const reached = results.flatMap(({ completed, completionSeconds }) =>
    completed && typeof completionSeconds === 'number' ? [completionSeconds] : [],
  );
  return {
    trials: results.length,
    completed: results.filter(({ completed }) => completed).length,
    seconds: reached.length > 0 ? reached.reduce((a, b) => a + b, 0) / reached.length : null,
  };
}

/** Tells when a line has an answer to every window. */
class AllAnswered {
  private open = 0;
  private told: () => void = () => undefined;

  constructor({ windows$, decisions$ }: DecodingLine) {
    windows$.subscribe(() => this.open++);
    decisions$.subscribe(() => {
      if (--this.open === 0) this.told();
    });
  }

  settled(): Promise<void> | undefined {
    return this.open === 0 ? undefined : new Promise((resolve) => (this.told = resolve));
  }
}
