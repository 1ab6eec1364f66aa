import { limbFields, type LimbSpec } from '../anatomy/limb.js';
import type { Limits } from './limits.js';
import type { PopulationSpec } from './population-fields.js';
import { factorOf } from './spread.js';
import type { Traits } from './traits.js';

/** The least that the muscle compartment of a person keeps of its typical radius. */
const LEAST_MUSCLE = 0.7;

/** The cross-section of a person: girth is measured outside, so that muscle is what fat and skin leave of it. */
export function limbOf(
  limb: LimbSpec,
  { limb: spreads, people }: PopulationSpec,
  traits: Traits,
  limits: Limits,
): LimbSpec {
  const { muscleRadiusMm, fatThicknessMm, skinThicknessMm, boneRadiusMm, stemRadiusMm } = limb;
  const girth =
    1 +
    (spreads.girthPercent / 100) * traits.girth +
    (spreads.girthSexPercent / 100) * manOverWoman(traits.sex, people.femalePercent);
  const fat = fatThicknessMm * factorOf(spreads.fatPercent, traits.fat);
  const skin = skinThicknessMm * factorOf(spreads.skinPercent, traits.skin);
  const fatKept = limits.field('limb.fatThicknessMm', limbFields.fatThicknessMm, fat);
  const skinKept = limits.field('limb.skinThicknessMm', limbFields.skinThicknessMm, skin);
  const outer = (muscleRadiusMm + fatThicknessMm + skinThicknessMm) * girth;
  const muscle = limits.within(
    'limb.muscleRadiusMm',
    outer - fatKept - skinKept,
    Math.max(limbFields.muscleRadiusMm.min, LEAST_MUSCLE * muscleRadiusMm),
    limbFields.muscleRadiusMm.max,
    'mm',
  );
  // Bone never fills the limb: it may take up half of the room that it leaves in the typical one.
  const bone = limits.within(
    'limb.boneRadiusMm',
    boneRadiusMm * factorOf(spreads.bonePercent, traits.bone),
    0,
    Math.min(limbFields.boneRadiusMm.max, (muscle * (1 + boneRadiusMm / muscleRadiusMm)) / 2),
    'mm',
  );
  const conductivity = factorOf(spreads.conductivityPercent, traits.tissue);
  const conducting = (name: 'fatSPerM' | 'muscleAlongSPerM' | 'muscleAcrossSPerM'): number =>
    limits.field(`limb.${name}`, limbFields[name], limb[name] * conductivity);
  return {
    ...limb,
    muscleRadiusMm: muscle,
    fatThicknessMm: fatKept,
    skinThicknessMm: skinKept,
    boneRadiusMm: bone,
    // The surgeon chooses the stem by the canal.
    stemRadiusMm:
      boneRadiusMm > 0 ? Math.min(limbFields.stemRadiusMm.max, (stemRadiusMm * bone) / boneRadiusMm) : 0,
    fatSPerM: conducting('fatSPerM'),
    muscleAlongSPerM: conducting('muscleAlongSPerM'),
    muscleAcrossSPerM: conducting('muscleAcrossSPerM'),
  };
}

/** Deviation by sex with a mean of 0 and a distance of 1 between men and women; `sex` in standard deviations. */
function manOverWoman(sex: number, femalePercent: number): number {
  const share = femalePercent / 100;
  return sex * Math.sqrt(share * (1 - share));
}

/** How much room the muscles have between bone and surface, in mm. */
export function roomOf({ muscleRadiusMm, boneRadiusMm }: LimbSpec): number {
  return muscleRadiusMm - boneRadiusMm;
}
