import { describe, expect, it } from 'vitest';
import { runCommand } from './run-command.js';

describe('stress', () => {
  it.each([
    [['--dials', 'nois'], 3, /Did you mean noise/],
    [['--classifier', 'ldaa'], 2, /Did you mean lda/],
    [['--classifier', './mine.ts'], 4, /no such file/],
    [['--classifier', 'nobody.onnx', '--dials', 'noise'], 4, /no such file/],
    [['--decoder', 'nobody.json'], 4, /no such file/],
    [['--decoder', 'x.json', '--features', 'HTD'], 2, /cannot be used with/],
  ])('with %j says what is wrong', async (flags, code, message) => {
    const outcome = await runCommand(
      'stress',
      '--threads',
      '0',
      '--set',
      'calibration.repetitions=2',
      '--set',
      'calibration.holdMs=600',
      ...flags,
    );
    expect(outcome.err).toMatch(message);
    expect(outcome.code).toBe(code);
  });
});
