import { svg, type SVGTemplateResult } from 'lit';
import { limbTexts } from '../../texts/limb.js';

/**
 * Which way is front, and a bar of 10 mm, in the corners of the cross-section.
 * @param size half the width and height of the drawing, mm
 * @param zoom millimetres of a hundredth of its width
 */
export function limbMarks(size: { readonly x: number; readonly y: number }, zoom: number): SVGTemplateResult {
  return svg`<g transform="translate(${-size.x + 8 * zoom} ${-size.y + 3 * zoom}) scale(${zoom})">
      <text class="plain">${limbTexts().front}</text>
    </g>
    <g transform="translate(${-size.x + 2 * zoom} ${size.y - 2.5 * zoom})">
      <path d="M0 ${-zoom}V0H10V${-zoom}" fill="none" stroke="var(--ink-2)" stroke-width=${0.4 * zoom} />
      <g transform="translate(0 ${-2.4 * zoom}) scale(${zoom})"><text class="plain begin">10 mm</text></g>
    </g>`;
}

/** Width of what takes the skin, in hundredths of the drawing: about 24 pixels in the narrowest panel. */
const GRIP = 8;

/** A ring about the surface that can be taken, wider than thin layers are. */
export function skinGrip(
  outerRadiusMm: number,
  zoom: number,
  grab: (event: PointerEvent) => void,
): SVGTemplateResult {
  return svg`<circle class="outside" data-testid="skin-grip" r=${outerRadiusMm} fill="none" stroke="transparent"
    stroke-width=${GRIP * zoom} pointer-events="stroke" @pointerdown=${grab}></circle>`;
}
