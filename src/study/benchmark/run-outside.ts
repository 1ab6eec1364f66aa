import { taskOf, trainingSamples } from '../../decoder/outside/sample-of.js';
import type { Decoder, TrainingRecording } from '../../decoder/decoder.js';
import type { OutsideModel } from '../../decoder/outside-model.js';
import { ModelError } from '../../ground/signal/errors.js';
import { decodeSessionOutside } from '../decode-session.js';
import { briefly, trainerIn, type DecoderPatch } from './benchmark-decoder.js';
import { isAfterModel } from './mends.js';
import { onlineScore, type OnlineScore } from './online-score.js';
import type { CalibrationName, OutsideOpener, OutsidePart } from './outside-part.js';
import type { BenchmarkTask, LivingScore, PersonScores, SessionScore } from './person-scores.js';
import type { PersonSessions } from './person-sessions.js';
import { RememberedAnswers } from './remembered-answers.js';
import { briefScores, scoresOf, type Decide } from './session-scores.js';

/** Decoders of one person that ask the same of a model after the same lesson. */
interface Lesson {
  readonly patch: DecoderPatch;
  /** Names of the changes that they are; undefined for the decoder as it is. */
  readonly changes: readonly { readonly name: string | undefined; readonly patch: DecoderPatch }[];
}

/**
 * Measure every ability of a model outside in one person. It is taught as often as what it is given changes, and asked
 * once about every window of a lesson: changes that are tried beside and lie after it use the answers again.
 * @throws ModelError where it cannot do this work, or was given up
 */
export async function runOutside(
  task: BenchmarkTask,
  person: PersonSessions,
  part: OutsidePart,
  open: OutsideOpener = nobodyOpens,
): Promise<Omit<PersonScores, 'person'>> {
  const train = await trainerIn(person.scenario, task.decoder);
  const measured = new Map<string | undefined, { sessions: readonly SessionScore[]; living: LivingScore }>();
  const notes = new Set<string>();
  let online: OnlineScore | undefined;
  let unanswered = 0;

  /** One lesson, then whatever is asked after it. */
  const after = async (
    calibration: CalibrationName,
    recordings: readonly TrainingRecording[],
    { patch }: Lesson,
    ask: (by: (decoder: Decoder) => Decide, model: OutsideModel) => Promise<void>,
  ): Promise<void> => {
    const model = await open(part, task.person, calibration);
    try {
      const frame = train(recordings, patch);
      await model.prepare(taskOf(frame), (kind) => trainingSamples(frame, recordings, kind));
      const answers = new RememberedAnswers(model);
      const by =
        (decoder: Decoder): Decide =>
        async (session) => {
          const series = await decodeSessionOutside(session, decoder, answers.in(session));
          if (model.failure) throw model.failure;
          for (const note of series.notes) notes.add(note);
          return series;
        };
      await ask(by, model);
      unanswered += answers.unanswered;
    } finally {
      await model.close();
    }
  };

  const second = briefly(person.calibration, task.suite.briefMs);
  for (const lesson of lessonsOf(task)) {
    await after('whole', person.calibration, lesson, async (by, model) => {
      for (const { name, patch } of lesson.changes) {
        const decoder = train(person.calibration, patch);
        measured.set(name, await scoresOf(person, by(decoder)));
        if (name === undefined && task.online)
          online = await onlineScore(decoder, person.scenario, person.templates, model);
      }
    });
    await after('one-second', second, lesson, async (by) => {
      for (const { name, patch } of lesson.changes) {
        const brief = await briefScores(person, by(train(second, patch)));
        const whole = of(measured, name);
        measured.set(name, { ...whole, sessions: [...whole.sessions, ...brief] });
      }
    });
  }
  if (unanswered > 0) notes.add(`${unanswered} windows were not answered by ${part.name} and count as rest`);
  return {
    ...of(measured, undefined),
    online: online ?? null,
    mends: task.mends.map(({ name }) => ({ name, ...of(measured, name) })),
    notes: [...notes],
  };
}

function lessonsOf({ mends }: BenchmarkTask): Lesson[] {
  return [
    { patch: {}, changes: [{ name: undefined, patch: {} }, ...mends.filter(isAfterModel)] },
    ...mends.filter((mend) => !isAfterModel(mend)).map((mend) => ({ patch: mend.patch, changes: [mend] })),
  ];
}

function of<T>(measured: ReadonlyMap<string | undefined, T>, name: string | undefined): T {
  const found = measured.get(name);
  if (!found) throw new TypeError(`runOutside: ${name ?? 'the decoder'} was not measured`);
  return found;
}

function nobodyOpens(part: OutsidePart): never {
  throw new ModelError(`${part.name}: there is nobody here to open a model outside`, {
    hint: 'Give { openOutside } in the options.',
  });
}
