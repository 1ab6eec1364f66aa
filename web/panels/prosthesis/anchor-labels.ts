import { svg, type SVGTemplateResult } from 'lit';

type Label = readonly [text: string, x: number, y: number, textY: number];

const arm: readonly Label[] = [
  ['muscle, sewn to bone', 100, 66, 66],
  ['bone', 123, 84, 86],
  ['titanium stem', 128, 102, 106],
  ['skin opening', 121, 133, 128],
  ['coupling', 122, 155, 150],
];
const leg: readonly Label[] = [
  ['muscle, sewn to bone', 112, 48, 48],
  ['bone', 136, 68, 68],
  ['titanium stem', 144, 88, 88],
  ['skin opening', 136, 121, 114],
  ['coupling', 138, 141, 136],
];

/** Names of what the operation left, left of the stump. */
export function anchorLabels(isArm: boolean): SVGTemplateResult {
  const edge = isArm ? 62 : 68;
  return svg`<g class="labels">
    ${(isArm ? arm : leg).map(
      ([
        text,
        x,
        y,
        textY,
      ]) => svg`<path d="M${edge + 3} ${textY}L${x} ${y}" /><circle cx=${x} cy=${y} r="1.8" />
        <text x=${edge} y=${textY + 3}>${text}</text>`,
    )}
  </g>`;
}
