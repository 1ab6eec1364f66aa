import { ConfigError } from '../../ground/signal/errors.js';
import { MM } from '../../ground/signal/units.js';
import type { Layer } from './anatomy.js';
import type { LimbSpec } from './limb.js';
import { recoveryAt } from './recovery.js';
import type { SurgerySpec } from './surgery.js';
import { exp, log } from '../../ground/math/real.js';

/** Titanium, S/m. In the limb it is a near-equipotential inclusion (assumption: limb models stop at bone). */
export const titanium = 2.4e6;
/** Wet and dry skin below 1 kHz, S/m (Gabriel, Gabriel & Corthout, Phys Med Biol 1996;41:2231). */
export const skinConductivity = { wet: 0.43, dry: 5e-4 } as const;
/** Interstitial fluid of swollen tissue, S/m (assumption: like that of plasma without its cells). */
export const oedema = 1.2;

/**
 * Tissue layers inside out. Layers without thickness are left out; swelling joins the fat.
 * @throws ConfigError where a layer would have no room
 */
export function resolveLayers(
  limb: LimbSpec,
  surgery: SurgerySpec,
): { layers: Layer[]; muscleLayer: number } {
  requireRoom(limb);
  const layers: Layer[] = [];
  const add = (outerMm: number, sigmaRho: number, sigmaZ = sigmaRho): void => {
    if (outerMm * MM > (layers.at(-1)?.outerRadius ?? 0))
      layers.push({ outerRadius: outerMm * MM, sigmaRho, sigmaZ });
  };
  add(limb.stemRadiusMm, titanium);
  add(limb.boneRadiusMm, limb.boneSPerM);
  const muscleLayer = layers.length;
  add(limb.muscleRadiusMm, limb.muscleAcrossSPerM, limb.muscleAlongSPerM);
  const fatMm = limb.fatThicknessMm + (surgery.fatThinned ? 0 : surgery.fatRemovedMm);
  const swellingMm = recoveryAt(surgery).swelling / MM;
  // Below a hundredth of a millimetre swelling is a layer of no effect that only costs numerical precision.
  const underSkinMm = fatMm + (swellingMm > 0.01 ? swellingMm : 0);
  add(limb.muscleRadiusMm + underSkinMm, swollenFat(limb.fatSPerM, fatMm, underSkinMm));
  add(limb.muscleRadiusMm + underSkinMm + limb.skinThicknessMm, skinConductivity[limb.skinState]);
  return { layers, muscleLayer };
}

/** Fat soaked with fluid: Lichtenecker's logarithmic mixture (assumption for swollen fat). */
function swollenFat(fat: number, fatMm: number, totalMm: number): number {
  if (totalMm === fatMm) return fat;
  const fluid = 1 - fatMm / totalMm;
  return exp((1 - fluid) * log(fat) + fluid * log(oedema));
}

function requireRoom(limb: LimbSpec): void {
  const negative = (
    ['stemRadiusMm', 'boneRadiusMm', 'muscleRadiusMm', 'fatThicknessMm', 'skinThicknessMm'] as const
  ).find((name) => !(limb[name] >= 0));
  if (negative)
    throw new ConfigError(`limb.${negative}: got ${limb[negative]} mm, expected at least 0 mm`, {
      field: `limb.${negative}`,
      hint: 'Write 0 to leave a layer out.',
    });
  if (limb.stemRadiusMm > 0 && limb.stemRadiusMm >= limb.boneRadiusMm)
    throw new ConfigError(
      `limb.stemRadiusMm: got ${limb.stemRadiusMm} mm, expected less than the bone's radius of ${limb.boneRadiusMm} mm`,
      {
        field: 'limb.stemRadiusMm',
        hint: `Write a stem of at most ${Math.max(0, limb.boneRadiusMm - 1)} mm, or 0 for a limb without implant.`,
      },
    );
  if (limb.boneRadiusMm >= limb.muscleRadiusMm)
    throw new ConfigError(
      `limb.boneRadiusMm: got ${limb.boneRadiusMm} mm, expected less than limb.muscleRadiusMm of ${limb.muscleRadiusMm} mm`,
      {
        field: 'limb.boneRadiusMm',
        hint: 'The muscle compartment surrounds the bone: make the bone thinner or the compartment wider.',
      },
    );
}
