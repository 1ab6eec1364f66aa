import type { PeopleMean } from '../people-mean.js';
import type { Weakness } from './weaknesses.js';

/** Share of rest that has to move more before rest is what is lost, and of movement that has to be still. */
const LOST = 0.1;

/** Why a condition costs what it costs, from what was measured, and who stands it better. */
export function weaknessReason(weakness: Weakness): string {
  const { accuracy, bestBaseline } = weakness;
  const why = whatHappens(weakness);
  if (!bestBaseline || !(bestBaseline.under > accuracy.mean)) return why;
  const { name, plain: before, under: after } = bestBaseline;
  return `${why} ${name} keeps more: ${(100 * before).toFixed(0)} → ${(100 * after).toFixed(0)} %.`;
}

function whatHappens({ movingAtRest, still }: Weakness): string {
  if (movingAtRest.under.mean - movingAtRest.plain.mean > LOST)
    return `Rest is taken for movement: ${percent(movingAtRest.plain)} of it moved before, ${percent(movingAtRest.under)} under it.`;
  if (still.under.mean - still.plain.mean > LOST)
    return `Movement is taken for rest: in ${percent(still.plain)} of it nothing moved before, in ${percent(still.under)} under it.`;
  return 'Movements are taken for each other; rest is told from them nearly as before.';
}

function percent({ mean }: PeopleMean): string {
  return `${(100 * mean).toFixed(0)} %`;
}
