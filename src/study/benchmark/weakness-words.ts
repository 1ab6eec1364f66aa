import type { PeopleMean } from '../people-mean.js';
import type { Weakness } from './weaknesses.js';

/** Share of rest that has to move more before rest is what is lost. */
const REST_LOST = 0.1;

/** Why a condition costs what it costs, from what was measured, and who stands it better. */
export function weaknessReason({ movingAtRest, accuracy, bestBaseline }: Weakness): string {
  const { plain, under } = movingAtRest;
  const why =
    under.mean - plain.mean > REST_LOST
      ? `Rest is taken for movement: ${percent(plain)} of it moved before, ${percent(under)} under it.`
      : `Movements are taken for each other: of rest ${percent(under)} moves (${percent(plain)} before).`;
  if (!bestBaseline || !(bestBaseline.under > accuracy.mean)) return why;
  const { name, plain: before, under: after } = bestBaseline;
  return `${why} ${name} keeps more: ${(100 * before).toFixed(0)} → ${(100 * after).toFixed(0)} %.`;
}

function percent({ mean }: PeopleMean): string {
  return `${(100 * mean).toFixed(0)} %`;
}
