import { InputOutputError, ModelError, MyodesisError } from '../../src/ground/signal/errors.js';
import { mergeScenario } from '../../src/scenario/scenario.js';
import type { DecoderPatch } from '../../src/study/benchmark/benchmark-decoder.js';
import {
  calibrationNames,
  fileFor,
  personFileName,
  unknownPlaceholders,
  type OutsideOpener,
  type OutsidePart,
} from '../../src/study/benchmark/outside-part.js';
import { scenarioOfPerson, type SuitePerson } from '../../src/study/benchmark/suite-people.js';
import { UsageError } from '../errors.js';
import { expectedTask } from '../outside/expected-task.js';
import { OnnxModel } from '../outside/onnx-model.js';

/** Misfits that are told one by one. */
const TOLD = 3;

/** Opens the model of a person from its file, here or in a worker thread. */
export const openOnnxPart: OutsideOpener = ({ file = '', input, logits = false }, person, calibration) =>
  OnnxModel.load(fileFor(file, person, calibration), { kind: input, logits });

/**
 * Try the model of everybody before anything runs.
 * @param onNotice told what is assumed of the models
 * @returns the files that were read
 * @throws UsageError where a pattern has one model for two calibrations of a person; InputOutputError, ModelError with
 * whom they fit and what is wrong with the others
 */
export async function tryOnnxPart(
  part: OutsidePart,
  patch: DecoderPatch,
  people: readonly SuitePerson[],
  onNotice: (text: string) => void,
): Promise<string[]> {
  const { file = '', input, logits = false } = part;
  requireKnownPlaceholders(file);
  requireBothCalibrations(file);
  const byPerson = file.includes('{person}');
  const told = new Set<string>();
  const meant = new Map<string, { readonly whose: string; readonly classes: string }>();
  const files = new Map<string, string>();
  const errors = new Map<string, MyodesisError>();
  for (const person of people)
    for (const calibration of calibrationNames) {
      const path = fileFor(file, person, calibration);
      const whose = byPerson ? personFileName(person) : person.body;
      if (files.has(`${path} ${person.body}`)) continue;
      files.set(`${path} ${person.body}`, path);
      try {
        const model = await OnnxModel.load(path, { kind: input, logits, onNotice: (text) => told.add(text) });
        try {
          const task = expectedTask(mergeScenario(scenarioOfPerson(person), { decoder: patch }));
          await model.prepare(task);
          const classes = task.classes.join(', ');
          const before = meant.get(path) ?? { whose, classes };
          if (before.classes !== classes) throw otherClasses(path, classes, before);
          meant.set(path, before);
        } finally {
          await model.close();
        }
      } catch (error) {
        if (!(error instanceof MyodesisError)) throw error;
        if (!errors.has(whose)) errors.set(whose, error);
      }
    }
  const everybody = new Set(people.map((person) => (byPerson ? personFileName(person) : person.body)));
  if (errors.size > 0) throw misfit(file, byPerson ? 'people' : 'bodies', [...everybody], errors);
  for (const text of told) onNotice(text);
  return [...new Set(files.values())];
}

/** @throws UsageError for a placeholder that stands for nothing */
function requireKnownPlaceholders(file: string): void {
  const [unknown] = unknownPlaceholders(file);
  if (unknown === undefined) return;
  throw new UsageError(`${file}: got ${unknown}, expected {body}, {person} or {calibration}`, {
    hint: 'For example models/{body}.onnx, or models/{person}-{calibration}.onnx.',
  });
}

/** @throws UsageError where a model of a person's whole calibration would be told as one of a second of it */
function requireBothCalibrations(file: string): void {
  if (!file.includes('{person}') || file.includes('{calibration}')) return;
  throw new UsageError(
    `${file}: a model of a person’s own needs another one for the ability to do with one second of calibration`,
    {
      hint: `Write {calibration} in the name, too, such as models/{person}-{calibration}.onnx; it stands for ${calibrationNames.join(' and ')}.`,
    },
  );
}

/** As many numbers for other movements are no fit: nothing in a file says what its numbers mean. */
function otherClasses(
  path: string,
  classes: string,
  before: { readonly whose: string; readonly classes: string },
): ModelError {
  return new ModelError(
    `${path}: its numbers would be ${classes}, which for ${before.whose} are ${before.classes}`,
    {
      hint: 'Give a model for each body, such as models/{body}.onnx.',
    },
  );
}

function misfit(
  file: string,
  what: string,
  everybody: readonly string[],
  errors: ReadonlyMap<string, MyodesisError>,
): MyodesisError {
  const [first] = errors.values();
  const alike = new Set([...errors.values()].map(({ message }) => message)).size === 1;
  // What is wrong with all of them alike, such as a runtime that is missing, is told as it is.
  if (first && alike && errors.size === everybody.length) return first;
  const fitting = everybody.filter((name) => !errors.has(name));
  const bad = [...errors].slice(0, TOLD).map(([name, { message }]) => `${name}: ${message}`);
  const more = errors.size > TOLD ? `; and ${errors.size - TOLD} more` : '';
  const Kind = [...errors.values()].every((error) => error instanceof InputOutputError)
    ? InputOutputError
    : ModelError;
  return new Kind(
    `${file} fits ${fitting.length} of ${everybody.length} ${what}${fitting.length > 0 ? ` (${fitting.join(', ')})` : ''}. ${bad.join('; ')}${more}`,
    {
      hint:
        (fitting.length === 0 && first instanceof ModelError ? `${first.hint} ` : '') +
        'Bodies differ in electrodes and movements: give a model for each, such as models/{body}.onnx. ' +
        'What to train them on is written by: myodesis benchmark --write-training FOLDER.',
    },
  );
}
