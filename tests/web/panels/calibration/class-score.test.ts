import { expect, it } from 'vitest';
import { classScore, rightShare, takenFor } from '../../../../web/panels/calibration/class-score.js';

const fine = { label: 'hand-close', separability: 5, repeatability: 0.8, amplitudeOverRest: 9 };

it.each([
  [fine, 0.97, 5, 'good'],
  [fine, 0.89, 4, 'right'],
  [fine, undefined, 4, 'untested'],
  [{ ...fine, separability: 2.9 }, undefined, 3, 'separable'],
  [{ ...fine, separability: 2.9 }, 0.97, 4, 'separable'],
  [{ ...fine, repeatability: 0.4 }, 0.97, 4, 'repeatable'],
  [{ ...fine, amplitudeOverRest: 1.4 }, 0.97, 4, 'amplitude'],
  [{ ...fine, label: 'rest', amplitudeOverRest: 1 }, 0.97, 5, 'good'],
  [{ ...fine, separability: 1, repeatability: 0, amplitudeOverRest: 1 }, 0.2, 1, 'right'],
])('gives stars by the limits: %j with %s right', (report, right, stars, reason) => {
  expect(classScore(report, right)).toEqual({ stars, reason, right });
});

it('reads the share that was right from the row of a class', () => {
  const heldOut = {
    classes: ['rest', 'hand-close'],
    confusion: [
      [0, 0],
      [1, 3],
    ],
  };
  expect(['rest', 'hand-close', 'point'].map((label) => rightShare(label, heldOut))).toEqual([
    undefined,
    0.75,
    undefined,
  ]);
});

it('finds what a class is taken for most', () => {
  const heldOut = {
    classes: ['rest', 'hand-close', 'point'],
    confusion: [
      [4, 0, 0],
      [1, 6, 3],
      [0, 0, 0],
    ],
  };
  expect(['rest', 'hand-close', 'point'].map((label) => takenFor(label, heldOut))).toEqual([
    undefined,
    { label: 'point', share: 0.3 },
    undefined,
  ]);
});
