import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  ConfigError,
  InputOutputError,
  MyodesisError,
  ResourceError,
} from '../../../../src/ground/signal/errors.js';
import { revived, tellable, toldToClients } from '../../../../src/ground/signal/tellable.js';

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

describe('toldToClients', () => {
  it('keeps to itself where files lie, and tells which port is taken', () => {
    expect(toldToClients(new InputOutputError('/home/me/x.json: permission denied')).toJSON()).toEqual({
      code: 'io',
      message: 'the service cannot use a file or device',
      hint: 'See the log of the service.',
    });
    expect(toldToClients(new Error("Cannot find module '/home/me/x.js'")).message).not.toContain('/home');
    const taken = new ResourceError('port 1 of 127.0.0.1: taken', { hint: 'Give another port.' });
    expect(toldToClients(taken)).toBe(taken);
  });
});

describe('revived', () => {
  it.each(['config', 'protocol', 'model', 'stream', 'io', 'resource', 'internal'])(
    'gives an error of code %s its class, hint and field back',
    (code) => {
      const error = revived({ code, message: 'm', hint: 'h', field: 'limb.lengthMm' });
      expect(error).toBeInstanceOf(MyodesisError);
      expect(error.toJSON()).toEqual({ code, message: 'm', hint: 'h', field: 'limb.lengthMm' });
      expect(revived({ code, message: 'm', hint: 'h' }).field).toBeUndefined();
    },
  );
});
