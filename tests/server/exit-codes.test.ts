import { expect, it } from 'vitest';
import { exitCodeOf, exitCodes } from '../../server/errors.js';
import * as errors from '../../src/ground/signal/errors.js';

const { MyodesisError, ConfigError, ...others } = errors;

it('a command ends with a code for every kind of error; with that of a defect for defects alone', () => {
  expect(exitCodeOf(new ConfigError('seed'))).toBe(exitCodes.configuration);
  expect(exitCodeOf(new MyodesisError('a defect'))).toBe(exitCodes.internal);
  for (const Kind of Object.values(others))
    expect(exitCodeOf(new Kind('words')), Kind.name).toBe(exitCodes.inputOutput);
});
