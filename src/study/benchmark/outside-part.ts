import type { OutsideModel, SampleKind } from '../../decoder/outside-model.js';
import type { SuitePerson } from './suite-people.js';

/** How much of a person's calibration a decoder has: all of it, or the last second of every class. */
export const calibrationNames = ['whole', 'one-second'] as const;
/** One of {@link calibrationNames}. */
export type CalibrationName = (typeof calibrationNames)[number];

/** A model outside this program that decides in place of the decoder's own, as data: an ONNX file, or a process. */
export interface OutsidePart {
  /** What it is called in results and errors. */
  readonly name: string;
  /** What it is given of each window. */
  readonly input: SampleKind;
  /** Whether it is taught in every person anew; otherwise it came trained. */
  readonly learns: boolean;
  /** What a process says it is a version of. */
  readonly version?: string;
  /** Where its file is, for a model that is one; {@link fileFor} says what in it stands for what. */
  readonly file?: string;
  /** Whether the file gives scores before softmax. */
  readonly logits?: boolean;
}

/** Opens the model that decides in a person; who asked closes it. */
export type OutsideOpener = (
  part: OutsidePart,
  person: SuitePerson,
  calibration: CalibrationName,
) => Promise<OutsideModel>;

/** Name of a person in files: body and number. */
export function personFileName({ body, number }: SuitePerson): string {
  return `${body}-${number}`;
}

/** Placeholders of a pattern that {@link fileFor} does not know. */
export function unknownPlaceholders(pattern: string): string[] {
  return (pattern.match(/\{[^{}]*\}/gu) ?? []).filter(
    (one) => !['{body}', '{person}', '{calibration}'].includes(one),
  );
}

/** The file of a person's model: `models/{body}.onnx` is one for each body, `{person}-{calibration}.onnx` two for each person. */
export function fileFor(pattern: string, person: SuitePerson, calibration: CalibrationName): string {
  return pattern
    .replaceAll('{body}', person.body)
    .replaceAll('{person}', personFileName(person))
    .replaceAll('{calibration}', calibration);
}

/** How a model outside came to know what it knows, as part of a sentence about it. */
export function trainingText({ learns, file = '' }: OutsidePart): string {
  if (learns) return 'a process outside that is taught in each person anew';
  if (file.includes('{person}')) return 'a model of each person’s own that came trained';
  const whose = file.includes('{body}') ? 'everybody with the same body' : 'everybody';
  return `a model that came trained and is the same for ${whose} (subject-independent)`;
}
