import { describe, expect, it } from 'vitest';
import { smoothingSteps } from '../../../src/decoder/smoothing/decision-smoother.js';
import { degreesOfFreedom } from '../../../src/ground/movement/degree-of-freedom.js';
import { commonVocabulary } from '../../../src/ground/movement/vocabulary.js';
import { fieldsWithin } from '../../support/fields-within.js';
import { presetByName, presets } from '../../../src/scenario/presets/index.js';
import { scenarioFields } from '../../../src/scenario/scenario.js';
import { readable } from '../../../web/data/format.js';
import { labelOf } from '../../../web/texts/field-label.js';
import { patterns, phrases } from '../../../web/texts/german/index.js';

const said = (english: string): boolean =>
  Object.hasOwn(phrases, english) || patterns.some(([reads]) => reads.test(english));
const unsaid = (english: Iterable<string>): string[] =>
  [...new Set(english)].filter((one) => one !== '' && !said(one));

const fields = [...fieldsWithin(scenarioFields)];

/** Names that are the same in every language: of models, laws and muscles. */
const alike = new Set([
  ...['TMR', 'RPNI', 'AMI', 'Fuglevand', 'De luca', 'Vastus lateralis', 'Tibialis anterior'],
  ...['First dorsal interosseous', 'Libemg', 'Lda', 'Qda', 'Knn', 'Mlp', 'Gaussian naive bayes'],
  ...['Nearest centroid', 'Mahalanobis', 'Linear svm', 'Random forest', 'Ridge', 'Kernel ridge'],
]);

describe('German of what the patient says', () => {
  it('has every explanation of a field', () => {
    expect(unsaid(fields.map(({ field }) => field.explain))).toEqual([]);
  });

  it('has every name of a dial', () => {
    expect(unsaid(fields.map(({ key, field }) => labelOf(key, field)))).toEqual([]);
  });

  it('has every value that is chosen', () => {
    const options = fields.flatMap(({ field }) =>
      'options' in field ? field.options.map((one) => readable(String(one))) : [],
    );
    expect(unsaid(options).filter((one) => !alike.has(one))).toEqual([]);
  });

  it('has every movement and joint', () => {
    expect(unsaid(commonVocabulary.movements.map(({ name }) => name))).toEqual([]);
    expect(unsaid(degreesOfFreedom.map(({ name }) => name))).toEqual([]);
  });

  it('has what happens in the stream', () => {
    expect(
      unsaid([
        ...['Lost', 'Artefact', 'Contact', 'Mark', 'Stage', 'Inlet', 'Calibration'],
        '0.64 s are missing: the process was stopped, asleep, or too slow',
      ]),
    ).toEqual([]);
  });

  it('has every step of a decision', () => {
    expect(unsaid(smoothingSteps)).toEqual([]);
  });

  it('has every preset, and the stages of its journey', () => {
    expect(unsaid(presets.flatMap(({ title, description }) => [title, description]))).toEqual([]);
    const stages = presets.flatMap(({ name }) => presetByName(name).journey.stages);
    expect(unsaid(stages.flatMap(({ title, text }) => [title, text]))).toEqual([]);
  });
});
