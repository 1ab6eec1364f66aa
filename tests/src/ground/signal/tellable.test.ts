import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ConfigError, InputOutputError, MyodesisError } from '../../../../src/ground/signal/errors.js';
import { revived, tellable } from '../../../../src/ground/signal/tellable.js';

describe('tellable', () => {
  it('leaves our own errors as they are', () => {
    const error = new ConfigError('seed must be a whole number, got x');
    expect(tellable(error)).toBe(error);
  });

  it('tells an error of the operating system in words, with the path', () => {
    let thrown: unknown;
    try {
      readFileSync('/no/such/file');
    } catch (error) {
      thrown = error;
    }
    const told = tellable(thrown);
    expect(told).toBeInstanceOf(InputOutputError);
    expect(told.message).toBe('/no/such/file: no such file or folder');
    expect(told.hint).toMatch(/spelling/);
    expect(told.cause).toBe(thrown);
  });

  it.each([new TypeError('x is not a function'), 'x is not a function'])(
    'calls anything else a defect',
    (thrown) => {
      const told = tellable(thrown);
      expect(told.toJSON()).toMatchObject({
        code: 'internal',
        message: 'unexpected error: x is not a function',
      });
      expect(told.hint).toMatch(/defect/);
    },
  );
});

describe('revived', () => {
  it.each(['config', 'protocol', 'model', 'stream', 'io', 'internal'])(
    'gives an error of code %s its class, hint and field back',
    (code) => {
      const error = revived({ code, message: 'm', hint: 'h', field: 'limb.lengthMm' });
      expect(error).toBeInstanceOf(MyodesisError);
      expect(error.toJSON()).toEqual({ code, message: 'm', hint: 'h', field: 'limb.lengthMm' });
      expect(revived({ code, message: 'm', hint: 'h' }).field).toBeUndefined();
    },
  );
});
