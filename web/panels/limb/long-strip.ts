import { nothing, svg } from 'lit';
import type { LimbGeometry } from '../../../src/protocol/server-messages.js';
import { limbTexts } from '../../texts/limb.js';
import { phrase } from '../../texts/phrase.js';
import { cutInSection, type StumpLengths } from './stump-lengths.js';

/** Radius of the adapter, and how far it stands out of the skin, mm: drawn, not measured. */
const ADAPTER_MM = 4.5;
const STANDS_OUT_MM = 22;
/** Width of the opening about it. */
const OPENING_MM = 9;

/** Half the width of the drawn section. */
export const stripHalf = ({ layers }: LimbGeometry): number =>
  1.04 * Math.max(0, ...layers.map(({ outerRadiusMm }) => outerRadiusMm));

/** Lowest point that the section needs. */
export const stripEnd = ({ skinEndMm, passage }: StumpLengths): number =>
  skinEndMm === undefined ? -Infinity : skinEndMm + (passage ? STANDS_OUT_MM + 3 : 4);

/** The limb cut lengthwise, front on the left: layers, two muscles with their ends on the bone, bone, stem and skin passage. */
export function longStrip(
  geometry: LimbGeometry,
  lengths: StumpLengths,
  fixations: readonly (number | undefined)[],
  { top, bottom, chosen }: { readonly top: number; readonly bottom: number; readonly chosen: number },
) {
  const radius = (name: string): number =>
    geometry.layers.find((layer) => layer.name === name)?.outerRadiusMm ?? 0;
  const end = lengths.skinEndMm ?? bottom + 20;
  const from = top - 20;
  const t = limbTexts();
  const layers = [...geometry.layers]
    .filter(({ name }) => name === 'skin' || name === 'fat' || name === 'muscle')
    .sort((a, b) => b.outerRadiusMm - a.outerRadiusMm);
  const skin = radius('skin') || radius('fat') || radius('muscle');
  const bone = radius('bone');
  const boneEnd = lengths.boneEndMm ?? bottom + 20;
  return svg`${layers.map(({ name, outerRadiusMm }) => {
    // Of what covers the end only what is outside of a layer is below it.
    const under = end - Math.min(9, skin - outerRadiusMm);
    return svg`<path class="layer ${name}" d=${rounded(outerRadiusMm, from, under)}></path>`;
  })}
  ${cutInSection(geometry, chosen).map(({ muscle, side }) => {
    const of = geometry.muscles[muscle];
    if (!of) return nothing;
    const sewn = fixations[muscle];
    const d = bellyPath(
      of,
      side,
      lengths.boneEndMm !== undefined && sewn !== undefined ? { bone, boneEnd, sewn: sewn > 0 } : undefined,
      from,
    );
    return svg`<path class="band ${muscle === chosen ? 'chosen' : ''}" d=${d}><title>${phrase(of.name)}</title></path>
      ${
        sewn !== undefined && sewn > 0 && lengths.boneEndMm !== undefined
          ? svg`<path class="stitch" d=${[3, 7, 11].map((up) => `M${side * (bone + 3)} ${boneEnd - up}L${side * (bone - 3)} ${boneEnd - up - 2}`).join('')}></path>`
          : nothing
      }`;
  })}
  <path class="layer bone" d="M${-bone} ${from}V${boneEnd}H${bone}V${from}Z"><title>${t.bone}</title></path>
  ${
    lengths.stem
      ? svg`<path class="layer stem" d=${stemPath(radius('stem'), lengths.stem.fromMm, lengths.stem.untilMm)}><title>${t.stem}</title></path>
        <path class="porous" d=${stemPath(radius('stem'), lengths.stem.fromMm, lengths.stem.untilMm)}></path>`
      : nothing
  }
  ${
    lengths.passage && lengths.skinEndMm !== undefined
      ? svg`<ellipse class="opening" data-testid="passage" cx="0" cy=${lengths.skinEndMm - 0.5} rx=${OPENING_MM} ry="2.6"><title>${t.passage}</title></ellipse>
        <path class="layer stem" d="M${-ADAPTER_MM} ${boneEnd}H${ADAPTER_MM}V${lengths.skinEndMm + STANDS_OUT_MM}H${-ADAPTER_MM}Z"><title>${t.adapter}</title></path>`
      : nothing
  }`;
}

/** A stump of a radius, round at its end. */
function rounded(radius: number, from: number, end: number): string {
  const shoulder = end - Math.min(0.55 * radius, 26);
  return `M${-radius} ${from}V${shoulder}Q${-radius} ${end} ${-0.45 * radius} ${end}H${0.45 * radius}Q${radius} ${end} ${radius} ${shoulder}V${from}Z`;
}

function stemPath(radius: number, from: number, until: number): string {
  return `M${-radius} ${until}V${from + radius}Q0 ${from - radius} ${radius} ${from + radius}V${until}Z`;
}

/** Belly of a muscle in the section; a sewn one ends on the bone, a loose one where its fibres end. */
function bellyPath(
  { innerRadiusMm, outerRadiusMm, proximalMm, distalMm }: LimbGeometry['muscles'][number],
  side: -1 | 1,
  stump: { readonly bone: number; readonly boneEnd: number; readonly sewn: boolean } | undefined,
  from: number,
): string {
  const x = (mm: number): string => (side * mm).toFixed(2);
  const [start, end] = [Math.max(from, proximalMm), stump ? Math.min(distalMm, stump.boneEnd) : distalMm];
  const middle = (innerRadiusMm + outerRadiusMm) / 2;
  if (!stump) return `M${x(outerRadiusMm)} ${start}V${end}H${x(innerRadiusMm)}V${start}Z`;
  const thins = Math.max(start + 1, end - 34);
  if (!stump.sewn)
    return `M${x(outerRadiusMm)} ${start}V${thins}Q${x(outerRadiusMm)} ${end} ${x(middle)} ${end}Q${x(innerRadiusMm)} ${end} ${x(innerRadiusMm)} ${thins}V${start}Z`;
  const { bone, boneEnd } = stump;
  return (
    `M${x(outerRadiusMm)} ${start}V${thins}Q${x(outerRadiusMm)} ${boneEnd - 4} ${x(bone)} ${boneEnd - 1}V${boneEnd - 14}` +
    `Q${x(innerRadiusMm)} ${boneEnd - 16} ${x(innerRadiusMm)} ${Math.min(thins, boneEnd - 24)}V${start}Z`
  );
}
