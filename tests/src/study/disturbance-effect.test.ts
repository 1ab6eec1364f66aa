import { describe, expect, it } from 'vitest';
import { adviceOn, type AdvisedSpec } from '../../../src/study/disturbance-advice.js';
import {
  disturbanceEffect,
  type DisturbanceEffect,
  type Observed,
} from '../../../src/study/disturbance-effect.js';

const classes = ['close', 'open', 'rest'];
const channels = ['E1', 'E2', 'E3'];
const names = channels.flatMap((channel) => [`${channel}.MAV`, `${channel}.ZC`]);

/** Means by column, amplitudes by channel, counts of decisions by truth. */
function observed(
  mean: readonly number[],
  confusion: readonly (readonly number[])[] = [
    [10, 0, 0],
    [0, 10, 0],
    [0, 0, 20],
  ],
  rest: readonly number[] = [1, 1, 1],
  movement: readonly number[] = [10, 10, 10],
): Observed {
  const seen = { channels, names, mean, sd: [2, 4, 2, 4, 2, 0] };
  return {
    prompted: { classes, confusion },
    seen: { ...seen, restAmplitude: rest, movementAmplitude: movement },
  };
}

const calm = observed([10, 20, 10, 20, 10, 20]);

describe('the effect of a disturbance', () => {
  const worse = observed(
    [14, 24, 10, 16, 11, 99],
    [
      [9, 1, 0],
      [0, 10, 0],
      [2, 6, 12],
    ],
    [2, 1, 3],
    [5, 10, 20],
  );
  const effect = disturbanceEffect(worse, calm);

  it('is told at rest and in movement', () => {
    expect(effect.rest).toEqual({ disturbed: 12 / 20, undisturbed: 1 });
    expect(effect.movement).toEqual({ disturbed: 19 / 20, undisturbed: 1 });
    expect(effect.restLouder).toEqual([2, 1, 3]);
    expect(effect.movementLouder).toEqual([0.5, 1, 2]);
  });

  it('names the class that lost most and what it was taken for', () => {
    const taken = { disturbed: 6 / 20, undisturbed: 0 };
    const expected = { label: 'rest', disturbed: 12 / 20, undisturbed: 1, takenFor: 'open', taken };
    expect(effect.worstClass).toEqual(expected);
    expect(disturbanceEffect(calm, calm).worstClass).toBeUndefined();
  });

  it('counts how far features are off in undisturbed SDs, those that never changed left out', () => {
    // MAV: +2, 0, +0.5; ZC: +1, −1, and a column without a scale.
    expect(effect.features).toEqual([
      { feature: 'ZC', sds: 0, channel: 'E1', channelSds: 1 },
      { feature: 'MAV', sds: 2.5 / 3, channel: 'E1', channelSds: 2 },
    ]);
    expect(effect.channel).toEqual({ channel: 'E1', sds: 1.5, nextSds: 0.5 });
  });

  it('is said of what one session has decided and the other has not', () => {
    const other: Observed = {
      ...calm,
      prompted: {
        classes: ['open', 'rest'],
        confusion: [
          [10, 0],
          [5, 15],
        ],
      },
    };
    expect(disturbanceEffect(other, calm).worstClass).toMatchObject({ label: 'rest', takenFor: 'open' });
  });
});

describe('advice', () => {
  const spec: AdvisedSpec = { control: 'classification', thresholds: 'rest', thresholdRestMultiple: 0 };
  const still: DisturbanceEffect = {
    rest: { disturbed: 1, undisturbed: 1 },
    movement: { disturbed: 0.9, undisturbed: 1 },
    features: [{ feature: 'ZC', sds: 1, channel: 'E1', channelSds: 2 }],
    channel: { channel: 'E1', sds: 1, nextSds: 0.9 },
    restLouder: [1, 1, 1],
    movementLouder: [1, 1, 1],
  };
  const restLost = { disturbed: 0.6, undisturbed: 1 };

  it('is not given where it does not follow', () => {
    expect(adviceOn(still, spec)).toBeUndefined();
    expect(adviceOn({ ...still, rest: restLost, restLouder: [2, 1, 1.1] }, spec)).toBeUndefined();
  });

  it('is not given where nothing was lost', () => {
    const movement = { disturbed: 0.97, undisturbed: 1 };
    expect(adviceOn({ ...still, movement, movementLouder: [2, 2, 2] }, spec)).toBeUndefined();
  });

  it('names the one electrode that is off, where there are others', () => {
    const channel = { channel: 'E3', sds: 1.2, nextSds: 0.3 };
    expect(adviceOn({ ...still, channel }, spec)).toMatch(/^Channel E3 alone .*check its electrode\.$/);
    expect(adviceOn({ ...still, channel: { ...channel, nextSds: NaN } }, spec)).toBeUndefined();
    expect(adviceOn({ ...still, channel: { ...channel, nextSds: 0.5 } }, spec)).toBeUndefined();
  });

  it('speaks of the threshold only where counts go by one', () => {
    expect(adviceOn(still, { ...spec, thresholdRestMultiple: 1 })).toMatch(
      /decoder\.thresholdRestMultiple=0/,
    );
    const fixed: AdvisedSpec = { ...spec, thresholds: 'fixed', thresholdRestMultiple: 1 };
    expect(adviceOn(still, fixed)).toBeUndefined();
  });

  it('follows from the strength of all channels', () => {
    const rest = adviceOn({ ...still, rest: restLost, restLouder: [2, 1, 1.2] }, spec);
    expect(rest).toMatch(/^Rest is louder on 2 of 3 .*decoder\.smoothing\.onsetRestSd, /);
    const direct: AdvisedSpec = { ...spec, control: 'direct' };
    expect(adviceOn({ ...still, rest: restLost, restLouder: [2, 1, 1.2] }, direct)).not.toMatch(
      /onsetRestSd/,
    );
    expect(adviceOn({ ...still, movementLouder: [2, 2, 2] }, spec)).toMatch(/^Movements are stronger/);
    expect(adviceOn({ ...still, movementLouder: [0.5, 0.5, 0.5] }, spec)).toMatch(/^Movements are weaker/);
  });
});
