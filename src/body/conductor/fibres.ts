import type { Muscle } from '../anatomy/anatomy.js';
import { RandomStream } from '../../ground/signal/random.js';
import { wrapAngle } from '../../ground/signal/units.js';
import type { UnitSource } from './template-bank.js';
import { atan2, cos, hypot, pow, sin, square } from '../../ground/math/real.js';

/** A fibre that stands for its share of a unit's fibres. */
export interface Fibre {
  /** Index of the unit among all units of the limb. */
  readonly unit: number;
  /** Distance from the axis, m. */
  readonly radius: number;
  /** rad */
  readonly angle: number;
  /** End-plate and ends along the limb, m. */
  readonly endPlate: number;
  readonly proximalEnd: number;
  readonly distalEnd: number;
  /** m/s */
  readonly velocity: number;
  /** Scale of the travelling source, see `spike.ts`, m. */
  readonly spikeScale: number;
  /** Intracellular conductance times length of all fibres it stands for, σ_i A, S m. */
  readonly strength: number;
}

/** Intracellular conductivity, S/m (Andreassen & Rosenfalck, Crit Rev Bioeng 1981;6:267). */
const intracellular = 1.01;
/** Mean fibre diameter of an intact muscle, m (55 ± 9 µm). */
const diameter = 55e-6;
/** Fibres that represent a unit, at most. */
const representatives = 10;
/**
 * Potassium outside a tired fibre depolarises it, which makes its action potential slower and lower: the amplitude
 * goes with this power of relative velocity. The fall is known (Fuglevand, Adv Exp Med Biol 1995;384:101), its size
 * is an assumption.
 */
const spikeLoss = 0.5;
/** Spread of velocity among the fibres of a unit, relative (assumption). */
const velocitySpread = 0.015;
const goldenAngle = Math.PI * (3 - Math.sqrt(5));

/** Where a unit's fibres are scattered. */
export interface UnitTerritory extends Point {
  /** Radius of the territory, m. */
  readonly territory: number;
}

/** Middle and radius of the territory of each unit, as {@link placeFibres} places them. */
export function unitTerritories(muscle: Muscle, areas: Float64Array, seed: number): UnitTerritory[] {
  const random = new RandomStream(seed, territories(muscle));
  return Array.from(areas, (area) => territoryOf(muscle, area, drawsOf(random)));
}

const territories = ({ name }: Muscle): string => `conductor/${name}/territories`;
const drawsOf = (random: RandomStream): number[] => Array.from({ length: 6 }, () => random.uniform());

function territoryOf(muscle: Muscle, area: number, draws: readonly number[]): UnitTerritory {
  return {
    ...centreOf(muscle, draws[0], draws[1]),
    territory: Math.sqrt((muscle.territoryScale * area) / Math.PI),
  };
}

/**
 * Place the units of a muscle in its cross-section and spread representative fibres over each territory.
 * Reproducible: the places depend on the seed, the muscle's name and the unit's number only.
 *
 * @param firstUnit number of the muscle's first unit among all units
 */
export function placeFibres(muscle: Muscle, source: UnitSource, firstUnit: number, seed: number): Fibre[] {
  const random = new RandomStream(seed, territories(muscle));
  const fibres: Fibre[] = [];
  const meanVelocity =
    source.conductionVelocity.reduce((sum, v) => sum + v, 0) / source.conductionVelocity.length;
  for (let unit = 0; unit < source.fibreCount.length; unit++) {
    const draws = drawsOf(random);
    const zoneOffset = 0.7 * muscle.innervationSpread * quantile(draws[2]);
    const count = source.fibreCount[unit];
    const shown = Math.max(1, Math.min(representatives, Math.round(count)));
    const { territory, ...centre } = territoryOf(muscle, source.territoryArea[unit], draws);
    // Velocity goes with diameter: 0.6 m/s about 3.7 are the measured 9 µm about 55. Thick fibres carry more current, so
    // fast units are larger than their number of fibres tells. Fatigue slows a fibre without making it thinner.
    const thickness = (diameter * muscle.fibreDiameterScale * source.conductionVelocity[unit]) / meanVelocity;
    const area = (Math.PI / 4) * square(thickness);
    const slowed = source.velocityScale?.[unit] ?? 1;
    const velocity = source.conductionVelocity[unit] * slowed;
    for (let i = 0; i < shown; i++) {
      // Sunflower: even cover of a disc by any number of points.
      const reach = territory * Math.sqrt((i + 0.5) / shown);
      const turn = i * goldenAngle + 2 * Math.PI * draws[3];
      const place = within(muscle, centre, reach * cos(turn), reach * sin(turn));
      // Each spread is cut into equal shares, one per fibre, in an order of its own.
      const share = (stride: number, draw: number): number =>
        quantile((((i * stride + Math.floor(draw * shown)) % shown) + 0.5) / shown);
      const endPlate =
        muscle.innervationZone + zoneOffset + 0.7 * muscle.innervationSpread * share(1, draws[4]);
      fibres.push({
        unit: firstUnit + unit,
        ...place,
        endPlate,
        ...endsOf(muscle, endPlate, share(3, draws[5]), share(7, draws[3])),
        velocity: velocity * (1 + velocitySpread * share(3, draws[2])),
        spikeScale: source.spikeScale,
        strength: (intracellular * area * count * pow(slowed, spikeLoss)) / shown,
      });
    }
  }
  return fibres;
}

interface Point {
  readonly radius: number;
  readonly angle: number;
}

/** A point evenly drawn from the sector. */
function centreOf({ innerRadius, outerRadius, angle, width }: Muscle, u: number, v: number): Point {
  const radius = Math.sqrt(square(innerRadius) + u * (square(outerRadius) - square(innerRadius)));
  return { radius, angle: angle + (v - 0.5) * width };
}

/**
 * A point displaced across the limb and folded back at the border of the sector where it left it: the muscle stays
 * evenly filled up to its fascia.
 */
function within(muscle: Muscle, centre: Point, outwards: number, around: number): Point {
  const x = centre.radius + outwards;
  const half = muscle.width / 2;
  const offset = wrapAngle(centre.angle + atan2(around, x) - muscle.angle);
  return {
    radius: folded(hypot(x, around), muscle.innerRadius, muscle.outerRadius),
    angle: wrapAngle(muscle.angle + folded(offset, -half, half)),
  };
}

/** A value mirrored at the end of the range that it left; what is still outside stays at the other end. */
function folded(value: number, low: number, high: number): number {
  const mirrored = value > high ? 2 * high - value : value < low ? 2 * low - value : value;
  return Math.min(high, Math.max(low, mirrored));
}

function endsOf(
  muscle: Muscle,
  endPlate: number,
  proximal: number,
  distal: number,
): Pick<Fibre, 'proximalEnd' | 'distalEnd'> {
  const { innervationZone, proximalShare, fibreLength, endSpread } = muscle;
  // An end-plate keeps some fibre on both sides.
  const least = 0.05 * fibreLength;
  return {
    proximalEnd: Math.min(
      endPlate - least,
      innervationZone - proximalShare * fibreLength + endSpread * proximal,
    ),
    distalEnd: Math.max(
      endPlate + least,
      innervationZone + (1 - proximalShare) * fibreLength + endSpread * distal,
    ),
  };
}

/** Quantile of a normal distribution cut at ±2.5, by Tukey's lambda with λ = 0.1349. */
function quantile(p: number): number {
  const value = (pow(p, 0.1349) - pow(1 - p, 0.1349)) / 0.1975;
  return Math.min(2.5, Math.max(-2.5, value));
}
