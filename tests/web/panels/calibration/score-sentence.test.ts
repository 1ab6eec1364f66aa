import { expect, it } from 'vitest';
import { scoreSentence } from '../../../../web/panels/calibration/score-sentence.js';

const row = { label: 'point', separability: 2.5, repeatability: 0.4, amplitudeOverRest: 1.2 };
const taken = { label: 'point', share: 0.3 };

it.each([
  ['good', /^Clear, .* 70 % of windows right, 2.50 standard deviations/u],
  ['right', /^Only 70 % of windows right: 30 % were taken for POINT\.$/u],
  ['separable', /2.50 standard deviations apart, 3 are wanted/u],
  ['repeatable', /alike by 40 %, 50 % are wanted/u],
  ['amplitude', /1.20 times the amplitude of rest, 1.50 are wanted/u],
  ['untested', /^Nothing was held out .* 2.50 standard deviations/u],
] as const)('tells the numbers that decided: %s', (reason, sentence) => {
  expect(scoreSentence(row, { reason, right: 0.7 }, (id) => id.toUpperCase(), taken)).toMatch(sentence);
});

it('does not ask anybody to rest with the same strength', () => {
  const said = scoreSentence(
    { ...row, label: 'rest' },
    { reason: 'repeatable', right: 1 },
    String,
    undefined,
  );
  expect(said).toMatch(/^Rest differs .* alike by 40 %/u);
});
