import { isRecord } from '../../data/is-record.js';
import { pathOf, valueAt } from '../../data/scenario-path.js';

/** Movements of a patient's script, rest left out. */
export function movementsOf(scenario: unknown): string[] {
  const movements = valueAt(scenario, pathOf('intent.movements'));
  if (!Array.isArray(movements)) return [];
  return movements.filter((one): one is string => typeof one === 'string' && one !== 'rest');
}

/** Number of the muscle that does most of a movement. */
export function moverOf(scenario: unknown, movement: string | undefined): number {
  const muscles = valueAt(scenario, ['muscles']);
  if (!Array.isArray(muscles) || movement === undefined) return 0;
  const shares = muscles.map((muscle) => {
    const drives = valueAt(muscle, ['drives']);
    return isRecord(drives) ? Number(drives[movement] ?? 0) : 0;
  });
  return shares.indexOf(Math.max(...shares));
}
