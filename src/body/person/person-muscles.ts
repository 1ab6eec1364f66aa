import type { LimbSpec } from '../anatomy/limb.js';
import { muscleFields, type MuscleSpec } from '../anatomy/muscle.js';
import type { Limits } from './limits.js';
import { roomOf } from './person-limb.js';
import type { PopulationSpec } from './population-fields.js';
import { factorOf, oddsTimes } from './spread.js';
import { drawn, type Traits } from './traits.js';

/** The thinnest a muscle gets, mm. */
const THINNEST_MM = 1;

/**
 * The muscles of a person: depths go with the room between bone and surface, and every muscle differs on its own. Its
 * numbers depend on its name, so that another muscle in the limb changes none of them.
 */
export function musclesOf(
  muscles: readonly MuscleSpec[],
  limbs: { readonly typical: LimbSpec; readonly own: LimbSpec },
  population: PopulationSpec,
  person: number,
  traits: Traits,
  limits: Limits,
): MuscleSpec[] {
  const room = roomOf(limbs.own);
  const scale = room / roomOf(limbs.typical);
  const { muscles: spreads, units } = population;
  const fibres = factorOf(spreads.fibreLengthPercent / Math.SQRT2, traits.fibres);
  const endPlates = factorOf(spreads.endPlatePercent, traits.endPlates);
  const count = factorOf(units.countPercent, traits.units);
  return muscles.map((muscle, m) => {
    const path = `muscles.${m}`;
    const own = (what: string): number => drawn(person, `${muscle.name}/${what}`);
    const keep = (name: NumberOfMuscle, value: number): number =>
      limits.field(`${path}.${name}`, muscleFields[name], value);
    const { outerDepthMm, innerDepthMm, reattachedDepthMm } = muscle;
    const thickness =
      (innerDepthMm - outerDepthMm) * scale * factorOf(spreads.thicknessPercent, own('thickness'));
    // Nothing lies above the surface: half of all muscles are as deep as the typical one, the others are deeper.
    const covered = spreads.depthMm * Math.max(0, own('depth'));
    const reattached = reattachedDepthMm * scale;
    const outer = limits.within(
      `${path}.outerDepthMm`,
      outerDepthMm * scale + covered,
      Math.max(0, -reattached),
      Math.max(outerDepthMm * scale, room - reattached - Math.max(THINNEST_MM, 0.5 * thickness)),
      'mm',
    );
    const inner = limits.within(
      `${path}.innerDepthMm`,
      outer + thickness,
      0,
      Math.min(muscleFields.innerDepthMm.max, room - reattached),
      'mm',
    );
    const zone = spreads.zoneMm * traits.zone + spreads.zoneScatterMm * own('zone');
    return {
      ...muscle,
      angleDeg: keep('angleDeg', muscle.angleDeg + spreads.angleDeg * own('angle')),
      widthDeg: keep('widthDeg', muscle.widthDeg * factorOf(spreads.widthPercent, own('width'))),
      outerDepthMm: outer,
      innerDepthMm: inner,
      reattachedDepthMm: reattached,
      fibreLengthMm: keep(
        'fibreLengthMm',
        muscle.fibreLengthMm * fibres * factorOf(spreads.fibreLengthPercent / Math.SQRT2, own('fibres')),
      ),
      innervationZoneMm: keep('innervationZoneMm', muscle.innervationZoneMm + zone),
      innervationSpreadMm: keep('innervationSpreadMm', muscle.innervationSpreadMm * endPlates),
      endSpreadMm: keep('endSpreadMm', muscle.endSpreadMm * endPlates),
      unitCount: keep('unitCount', muscle.unitCount * count),
      drives: drivesOf(muscle, spreads.drivePercent, own),
    };
  });
}

type NumberOfMuscle =
  | 'angleDeg'
  | 'widthDeg'
  | 'fibreLengthMm'
  | 'innervationZoneMm'
  | 'innervationSpreadMm'
  | 'endSpreadMm'
  | 'unitCount';

/** Shares stay shares: what a movement asks of a muscle fully it asks of this one too. */
function drivesOf(
  { drives }: MuscleSpec,
  percent: number,
  own: (what: string) => number,
): MuscleSpec['drives'] {
  const entries = Object.entries(drives).map(([movement, share]) => [
    movement,
    oddsTimes(share, factorOf(percent, own(`drive/${movement}`))),
  ]);
  return Object.fromEntries(entries) as MuscleSpec['drives'];
}
