import type { TestName } from '../../protocol/test-state.js';
import { ConfigError } from '../../ground/signal/errors.js';
import { FittsRun } from './fitts-run.js';
import { MotionRun } from './motion-run.js';
import type { OnlineTest, TestSetting } from './online-test.js';
import { TacRun } from './tac-run.js';
import { testJoints } from './test-joints.js';

/**
 * An online test for a decoder and a prosthesis.
 * @throws ConfigError where they cannot do what the test asks for
 */
export function createOnlineTest(name: TestName, setting: TestSetting): OnlineTest {
  if (setting.movements.length === 0)
    throw new ConfigError(`${name} test: the decoder knows no movement but rest`, {
      hint: 'Calibrate with the movements to test.',
    });
  if (name === 'motion') return new MotionRun(setting);
  if (testJoints(setting).length === 0)
    throw new ConfigError(`${name} test: no joint can be moved both ways`, {
      hint: 'Calibrate with both directions of a joint, such as hand-close and hand-open, or use the motion test.',
    });
  return name === 'tac' ? new TacRun(setting) : new FittsRun(setting);
}
