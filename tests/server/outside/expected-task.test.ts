import { expect, it } from 'vitest';
import { expectedTask } from '../../../server/outside/expected-task.js';
import { taskOf } from '../../../src/decoder/outside/sample-of.js';
import { calibrate } from '../../../src/patient/calibrate.js';
import { linearModel, meanAbsolute } from '../../support/onnx-models.js';
import { smallScenario } from '../../support/small-scenario.js';
import { runCommand } from '../commands/run-command.js';

it('is what the decoder asks once it is calibrated', () => {
  const scenario = smallScenario();
  expect(expectedTask(scenario)).toEqual(taskOf(calibrate(scenario).decoder));
});

const windows = linearModel({
  shape: ['N', 8, 'T'],
  weights: Array.from({ length: 8 }, () => [1, 0]),
  bias: [0, 0],
  before: meanAbsolute([2]),
});

it.each<[string, string[], number, RegExp]>([
  [
    'a model that does not fit',
    ['--classifier', windows],
    4,
    /takes \[N, 8, T\] numbers, .*\n {2}hint: .*give --input window\./,
  ],
  [
    'a model of other classes',
    ['--classifier', windows, '--input', 'window'],
    4,
    /posterior of 2, expected 7/,
  ],
  ['an input where there is no model', ['--input', 'window'], 2, /--input window is for ONNX models/],
  [
    'a model that nobody asks',
    ['--classifier', windows, '--set', 'decoder.control=direct'],
    2,
    /control by direct asks no classifier/,
  ],
])('%s is refused before the service starts, in the terminal', async (_, flags, code, message) => {
  const outcome = await runCommand('serve', '--port', '0', '--preset', 'transradial-armband', ...flags);
  expect(outcome).toMatchObject({ code, out: '', err: expect.stringMatching(message) });
});
