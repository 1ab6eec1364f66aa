import type { Limb } from '../../ground/movement/degree-of-freedom.js';
import { ConfigError } from '../../ground/signal/errors.js';

/** What there is to do with a prosthesis: at a table for an arm, on a chair for a leg. */
export const worldTasks = ['none', 'cup', 'blocks', 'chair-exercise', 'sit-to-stand'] as const;
/** Name of a task. */
export type WorldTask = (typeof worldTasks)[number];

const limbs: Readonly<Record<Exclude<WorldTask, 'none'>, Limb>> = {
  cup: 'arm',
  blocks: 'arm',
  'chair-exercise': 'leg',
  'sit-to-stand': 'leg',
};

/** Tasks that a limb can do, `none` first. */
export function tasksOf(limb: Limb): WorldTask[] {
  return worldTasks.filter((task) => task === 'none' || limbs[task] === limb);
}

/**
 * Make sure that a task is one of the limb that there is.
 * @throws ConfigError naming those that are
 */
export function requireTaskOf(limb: Limb, task: WorldTask): void {
  const able = tasksOf(limb);
  if (able.includes(task)) return;
  throw new ConfigError(
    `prosthesis.task: got ${task}, which is for ${limb === 'arm' ? 'a leg' : 'an arm'}, but this prosthesis is ${limb === 'arm' ? 'an arm' : 'a leg'}`,
    { field: 'prosthesis.task', hint: `Write one of ${able.join(', ')}, or take another person.` },
  );
}
