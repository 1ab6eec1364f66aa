import { expect, it } from 'vitest';
import { RunningWorld } from '../../../src/world/running-world.js';
import type { WorldSetting } from '../../../src/world/world.js';

const limits = { maxSpeed: 250, maxAcceleration: 3000 };
const joints: WorldSetting['joints'] = new Map([
  ['knee', { min: 0, max: 120, ...limits }],
  ['femoral-rotation', { min: -30, max: 30, ...limits }],
]);

it('asks between two angles for what was turned to its end meanwhile, until it is back', () => {
  const world = new RunningWorld('chair-exercise', { joints, userMassKg: 80, loadShare: 1, seed: 1 }, 1000);
  let index = 0;
  const pass = (seconds: number, turned: number): void => {
    for (let n = 0; n < 50 * seconds; n++)
      world.pass(20, (index += 20), { positions: { knee: 60, 'femoral-rotation': turned } });
  };
  pass(0.5, -30);
  expect(world.view()).toMatchObject({
    prompt: 'Turn the leg back to the front',
    targets: [{ dof: 'femoral-rotation', position: 0 }],
  });
  pass(2, -5);
  expect(world.view().targets).toMatchObject([{ dof: 'knee' }]);
  // Nobody waits for a joint that cannot be brought back.
  pass(16, -30);
  expect(world.view().targets).toMatchObject([{ dof: 'femoral-rotation' }]);
  pass(8, -30);
  expect(world.view().targets).toMatchObject([{ dof: 'knee' }]);
});
