import { describe, expect, it } from 'vitest';
import { ConfigError } from '../../../../src/ground/signal/errors.js';
import { bodyWarnings, parseBody } from '../../../../src/body/synthesis/body-scenario.js';
import { smallBody } from './small-body.js';

const base = smallBody();

describe('parseBody', () => {
  it('takes its part of a whole scenario and leaves the rest aside', () => {
    expect(parseBody({ ...base, name: 'x', decoder: { anything: true } })).toEqual(base);
  });

  it('refuses what is no scenario', () => {
    for (const value of [null, 3, 'x', undefined]) expect(() => parseBody(value)).toThrow(ConfigError);
    expect(() => parseBody({ limb: { fatThicknessMm: 'thick' } })).toThrow(/limb.fatThicknessMm/);
  });
});

describe('bodyWarnings', () => {
  it('speaks up below the Nyquist rate of the content only', () => {
    expect(bodyWarnings(smallBody({ sampleRateHz: 1000 }))).toEqual([]);
    expect(bodyWarnings(smallBody({ sampleRateHz: 800 }))[0]).toMatch(/nothing above 400 Hz/);
    expect(() => smallBody({ sampleRateHz: 100 })).toThrow(/got 100, expected a number within \[200/);
    const intramuscular = smallBody({
      sampleRateHz: 1000,
      electrodes: { ...base.electrodes, type: 'intramuscular' },
    });
    expect(bodyWarnings(intramuscular)[0]).toMatch(/reaches to 1000 Hz/);
  });

  it('speaks up about a sweat bridge beyond the channels', () => {
    const body = smallBody({ disturbances: { bridgePercent: 5, bridgeChannel: 9 } });
    expect(bodyWarnings(body)[0]).toMatch(/counted round the 4 channels/);
  });
});
