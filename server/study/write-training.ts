import { join } from 'node:path';
import { trainingSamples } from '../../src/decoder/outside/sample-of.js';
import type { SampleKind } from '../../src/decoder/outside-model.js';
import { recordCalibration } from '../../src/patient/calibrate.js';
import {
  briefly,
  specIn,
  trainerIn,
  type DecoderPatch,
} from '../../src/study/benchmark/benchmark-decoder.js';
import { calibrationNames, fileFor } from '../../src/study/benchmark/outside-part.js';
import { scenarioOfPerson, type SuitePerson } from '../../src/study/benchmark/suite-people.js';
import { suiteHash, type Suite } from '../../src/study/benchmark/suite.js';
import { csv } from '../../src/study/csv.js';
import { stopped } from '../../src/study/job.js';
import type { CommandContext } from '../cli/context.js';
import { createProgress } from '../cli/output.js';
import { writeWhole } from '../cli/write-whole.js';
import { packageVersion } from '../package-info.js';

/** Names of the files within the folder. */
const FILES = '{person}-{calibration}.csv';

/** What is written, and of whom. */
export interface TrainingFiles {
  readonly suite: Suite;
  readonly people: readonly SuitePerson[];
  readonly patch: DecoderPatch;
  /** Features as a model of that input is given them. */
  readonly input: Exclude<SampleKind, 'window'>;
}

/**
 * Write what decoders of a suite are trained on, for models that are trained elsewhere: of each person a table of their
 * whole calibration and one of a second of it, a row a window, and `training.json`, which says what they are.
 * @throws InputOutputError where the folder cannot be written; StreamError when told to stop
 */
export async function writeTraining(
  folder: string,
  { suite, people, patch, input }: TrainingFiles,
  { terminal, stop }: CommandContext,
): Promise<void> {
  const progress = createProgress(terminal, `training samples of ${people.length} people`);
  const listed = [];
  try {
    for (const [n, person] of people.entries()) {
      if (stop.aborted) throw stopped(stop.reason);
      progress.update(n / people.length);
      const scenario = scenarioOfPerson(person);
      const recordings = recordCalibration(scenario);
      const train = await trainerIn(scenario, { name: 'frame', patch });
      for (const calibration of calibrationNames) {
        const part = calibration === 'whole' ? recordings : briefly(recordings, suite.briefMs);
        const frame = train(part);
        const rows = part.flatMap((recording) =>
          trainingSamples(frame, [recording], input).x.map((x) => [
            recording.label,
            recording.repetition,
            ...x,
          ]),
        );
        const file = fileFor(FILES, person, calibration);
        await writeWhole(join(folder, file), csv(['label', 'repetition', ...frame.featureNames], rows));
        listed.push({ ...person, calibration, file, classes: frame.classes, rows: rows.length });
      }
    }
  } finally {
    progress.done();
  }
  const { windowMs, stepMs, features } = specIn(scenarioOfPerson(people[0]), patch);
  const about = {
    ...{ suite: suite.name, hash: suiteHash(suite), version: packageVersion(), input },
    ...{ features, windowMs, stepMs, files: listed },
  };
  await writeWhole(join(folder, 'training.json'), `${JSON.stringify(about, null, 2)}\n`);
  terminal.out(
    `${listed.length} tables of ${people.length} people are in ${folder}: label, repetition, then what a model is given ` +
      `with --input ${input}. Its numbers are one probability for each class, in the order of training.json.\n`,
  );
}
