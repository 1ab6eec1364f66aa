import { ConfigError } from '../../ground/signal/errors.js';
import { DEG, MM, wrapAngle } from '../../ground/signal/units.js';
import type { Muscle } from './anatomy.js';
import type { LimbSpec } from './limb.js';
import type { MuscleSpec } from './muscle.js';
import { recoveryAt, type Recovery } from './recovery.js';
import type { SurgerySpec } from './surgery.js';
import { square } from '../../ground/math/real.js';

/**
 * Muscles after reattachment, atrophy and reinnervation.
 * @throws ConfigError for muscles that overlap bone, leave the compartment, share a name or have no units
 */
export function resolveMuscles(
  muscles: readonly MuscleSpec[],
  limb: LimbSpec,
  surgery: SurgerySpec,
): Muscle[] {
  if (muscles.length === 0)
    throw new ConfigError('muscles: got an empty list, expected at least one muscle', {
      field: 'muscles',
      hint: 'Write for example "muscles": [{ "name": "biceps" }].',
    });
  const names = new Set<string>();
  const recovery = recoveryAt(surgery);
  return muscles.map((muscle, index) => {
    const path = `muscles.${index}`;
    if (names.has(muscle.name))
      throw new ConfigError(`${path}.name: got ${muscle.name} twice, expected names that differ`, {
        field: `${path}.name`,
        hint: `Write for example "${muscle.name} ${index + 1}".`,
      });
    names.add(muscle.name);
    requireUnits(muscle, path);
    return { ...placed(muscle, limb, path), ...recovered(muscle, surgery, recovery) };
  });
}

type Place = Pick<
  Muscle,
  'name' | 'angle' | 'width' | 'innerRadius' | 'outerRadius' | 'recruitmentRange' | 'peakRateHz' | 'drives'
>;

function placed(muscle: MuscleSpec, limb: LimbSpec, path: string): Place {
  const outerDepthMm = muscle.outerDepthMm + muscle.reattachedDepthMm;
  const innerDepthMm = muscle.innerDepthMm + muscle.reattachedDepthMm;
  const roomMm = limb.muscleRadiusMm - limb.boneRadiusMm;
  if (!(muscle.innerDepthMm > muscle.outerDepthMm))
    throw new ConfigError(
      `${path}.innerDepthMm: got ${muscle.innerDepthMm} mm, expected more than outerDepthMm of ${muscle.outerDepthMm} mm`,
      {
        field: `${path}.innerDepthMm`,
        hint: 'Depths count from the surface of the muscle compartment inwards; the deep border is the larger.',
      },
    );
  if (outerDepthMm < 0)
    throw new ConfigError(
      `${path}.outerDepthMm: got ${muscle.outerDepthMm} mm moved by ${muscle.reattachedDepthMm} mm, expected the ` +
        `muscle ${muscle.name} to stay at least 0 mm below the surface of the muscle compartment`,
      {
        field: `${path}.outerDepthMm`,
        hint: `Write a reattachedDepthMm of at least ${-muscle.outerDepthMm}.`,
      },
    );
  if (innerDepthMm > roomMm + 1e-9)
    throw new ConfigError(
      `${path}.innerDepthMm: got ${innerDepthMm} mm, expected at most ${roomMm} mm: the muscle ${muscle.name} overlaps ` +
        (limb.boneRadiusMm > 0 ? 'the bone' : 'the axis of the limb'),
      {
        field: `${path}.innerDepthMm`,
        hint: `Write at most ${Math.max(0, roomMm - muscle.reattachedDepthMm)} mm, or widen limb.muscleRadiusMm.`,
      },
    );
  return {
    name: muscle.name,
    angle: wrapAngle((muscle.angleDeg + muscle.reattachedAngleDeg) * DEG),
    width: muscle.widthDeg * DEG,
    innerRadius: (limb.muscleRadiusMm - innerDepthMm) * MM,
    outerRadius: (limb.muscleRadiusMm - outerDepthMm) * MM,
    recruitmentRange: muscle.recruitmentRange,
    peakRateHz: muscle.peakRateHz,
    drives: { ...muscle.drives },
  };
}

/**
 * What a nerve construct changes. All are assumptions made to agree in kind with the cited outcomes. `endPlates` scales
 * the spread of end-plates along the limb, `territory` the area over which a unit's fibres are scattered.
 */
const constructs = {
  none: { transferred: false, units: 1, area: 1, atrophy: 1, activationLoss: 1, endPlates: 1, territory: 1 },
  // Fewer axons than the muscle had is assumed. Its units cover 0.25 of a grid on the skin where intact ones cover 0.81,
  // and last 10.9 against 14.0 ms (kapelner-2016), so their fibres lie closer together and no further spread along the
  // limb. In this model neither shows on the skin: there, fat thinned from 4 to 1 mm, as surgeons do over the new sites,
  // makes potentials as much shorter (15.0 to 12.1 ms) and their area smaller (0.60 to 0.38).
  TMR: {
    transferred: true,
    units: 0.9,
    area: 1,
    atrophy: 1,
    activationLoss: 1,
    endPlates: 1,
    territory: 0.31,
  },
  // A free graft: only part of it survives, with fewer units, but its signal then stays (vu-2023).
  RPNI: {
    transferred: true,
    units: 0.5,
    area: 0.6,
    atrophy: 0.5,
    activationLoss: 1,
    endPlates: 2,
    territory: 1,
  },
  // Linked opposing muscles keep stretching each other, which spares bulk and awareness (song-2024).
  AMI: {
    transferred: false,
    units: 1,
    area: 1,
    atrophy: 0.5,
    activationLoss: 0.5,
    endPlates: 1,
    territory: 1,
  },
} as const;

function recovered(muscle: MuscleSpec, surgery: SurgerySpec, recovery: Recovery): Omit<Muscle, keyof Place> {
  const construct = constructs[muscle.construct];
  const fixation = muscle.cut ? muscle.fixation * surgery.fixation : 1;
  const finalAtrophy = muscle.cut
    ? surgery.atrophyUnfixed + (surgery.atrophyFixed - surgery.atrophyUnfixed) * fixation
    : surgery.atrophyFixed / 2;
  const startAtrophy = muscle.cut ? surgery.atrophyBefore : surgery.atrophyBefore / 2;
  const atrophy = finalAtrophy * construct.atrophy * recovery.atrophy + startAtrophy * (1 - recovery.atrophy);
  const area = construct.area * (1 - atrophy);
  const connected = construct.units * (construct.transferred ? recovery.reinnervation : 1);
  // An unfixed muscle draws back by up to a quarter of its length.
  const retraction = 0.75 + 0.25 * fixation;
  const length = muscle.tension * retraction;
  const activation = 1 - (1 - recovery.activation) * (surgery.nerveBlock ? 1 : construct.activationLoss);
  return {
    fibreLength: muscle.fibreLengthMm * MM * length,
    innervationZone: muscle.innervationZoneMm * MM,
    proximalShare: muscle.innervationZonePercent / 100,
    innervationSpread: muscle.innervationSpreadMm * MM * construct.endPlates,
    endSpread: muscle.endSpreadMm * MM,
    unitCount: Math.max(1, Math.round(muscle.unitCount * connected)),
    forceGain: area * connected * transmission(fixation) * forceAtLength(muscle.tension),
    // Before the first units are reinnervated the one that is left over stands for none.
    activationGain: muscle.unitCount * connected < 0.5 ? 0 : activation,
    // A fibre keeps its volume: stretched by s it is thinner by √s.
    fibreDiameterScale: Math.sqrt(area / length),
    territoryScale: construct.territory,
  };
}

/** Share of the force that reaches the bone: scar carries some of it even without suture (assumption). */
function transmission(fixation: number): number {
  return 0.3 + 0.7 * fixation;
}

/** Active force against length, a parabola about rest length after Gordon, Huxley & Julian 1966. */
function forceAtLength(tension: number): number {
  return Math.max(0.05, 1 - square((tension - 1) / 0.62));
}

function requireUnits(muscle: MuscleSpec, path: string): void {
  if (!(muscle.unitCount >= 1) || !Number.isInteger(muscle.unitCount))
    throw new ConfigError(`${path}.unitCount: got ${muscle.unitCount}, expected an integer of at least 1`, {
      field: `${path}.unitCount`,
      hint: 'A muscle without motor units gives no signal: leave it out of the list, or write 120.',
    });
  if (!(muscle.widthDeg > 0 && muscle.widthDeg <= 360))
    throw new ConfigError(
      `${path}.widthDeg: got ${muscle.widthDeg} deg, expected more than 0 and at most 360 deg`,
      {
        field: `${path}.widthDeg`,
        hint: 'A muscle around the whole limb has 360 deg.',
      },
    );
  if (!(muscle.fibreLengthMm > 0))
    throw new ConfigError(`${path}.fibreLengthMm: got ${muscle.fibreLengthMm} mm, expected more than 0 mm`, {
      field: `${path}.fibreLengthMm`,
      hint: 'Fibres of limb muscles are 60 to 300 mm long.',
    });
}
