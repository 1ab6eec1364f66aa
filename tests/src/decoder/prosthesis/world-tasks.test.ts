import { describe, expect, it } from 'vitest';
import { requireTaskOf, tasksOf, worldTasks } from '../../../../src/decoder/prosthesis/world-tasks.js';
import { mergeScenario } from '../../../../src/scenario/scenario.js';
import { presetByName } from '../../../../src/scenario/presets/index.js';
import { wholeScenario } from '../../../../src/scenario/whole-scenario.js';

describe('tasks', () => {
  it('are each of one limb, and none is of both', () => {
    const [arm, leg] = [tasksOf('arm'), tasksOf('leg')];
    expect(arm.filter((task) => leg.includes(task))).toEqual(['none']);
    expect(new Set([...arm, ...leg])).toEqual(new Set(worldTasks));
  });

  it.each([
    ['leg', 'cup', 'chair-exercise, sit-to-stand'],
    ['arm', 'sit-to-stand', 'cup, blocks'],
  ] as const)('of the other limb are refused with those that there are: a %s and %s', (limb, task, able) => {
    const refused = { code: 'config', field: 'prosthesis.task', hint: expect.stringContaining(able) };
    expect(() => requireTaskOf(limb, task)).toThrow(expect.objectContaining(refused));
    const name = limb === 'leg' ? 'transfemoral-surface' : 'transhumeral-tmr';
    const scenario = mergeScenario(presetByName(name), { prosthesis: { task } });
    expect(() => wholeScenario(scenario)).toThrow(expect.objectContaining(refused));
  });
});
