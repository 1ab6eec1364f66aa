import type { Anatomy } from '../body/anatomy/anatomy.js';
import { individual } from '../body/person/individual.js';
import { resolveAnatomy } from '../body/anatomy/resolve-anatomy.js';
import type { LimbGeometry } from '../protocol/server-messages.js';
import type { Scenario } from '../scenario/scenario.js';
import { DEG, MM } from '../ground/signal/units.js';

/** Conductivity that only metal has, S/m. */
const METAL_S_PER_M = 1e5;

/** The limb as the page draws it: where layers, muscles and electrodes lie after surgery. */
export function limbGeometry(scenario: Scenario): LimbGeometry {
  const anatomy = resolveAnatomy(individual(scenario));
  const names = layerNames(anatomy, scenario);
  return {
    layers: anatomy.layers.map(({ outerRadius }, i) => ({
      name: names[i] ?? `layer ${i + 1}`,
      outerRadiusMm: outerRadius / MM,
    })),
    muscles: anatomy.muscles.map(({ name, angle, width, innerRadius, outerRadius, unitCount, ...along }) => ({
      name,
      angleDeg: angle / DEG,
      widthDeg: width / DEG,
      innerRadiusMm: innerRadius / MM,
      outerRadiusMm: outerRadius / MM,
      units: unitCount,
      proximalMm: (along.innervationZone - along.proximalShare * along.fibreLength) / MM,
      distalMm: (along.innervationZone + (1 - along.proximalShare) * along.fibreLength) / MM,
      innervationZoneMm: along.innervationZone / MM,
    })),
    electrodes: anatomy.channels.map(({ name, contacts }) => ({
      name,
      contacts: contacts.map(({ angle, radius, z }) => ({
        angleDeg: angle / DEG,
        radiusMm: radius / MM,
        axialMm: z / MM,
      })),
    })),
  };
}

/** Layers without thickness are not there, so their place alone does not name them. */
function layerNames({ layers, muscleLayer }: Anatomy, { limb }: Scenario): string[] {
  const inside = layers
    .slice(0, muscleLayer)
    .map(({ sigmaRho }) => (sigmaRho > METAL_S_PER_M ? 'stem' : 'bone'));
  const outside = layers.slice(muscleLayer + 1);
  const skin = limb.skinThicknessMm > 0 && outside.length > 0;
  return [...inside, 'muscle', ...outside.map((_, i) => (skin && i === outside.length - 1 ? 'skin' : 'fat'))];
}
