import { nothing, svg, type SVGTemplateResult } from 'lit';
import type { Drawn } from './drawn-state.js';
import { at, skinEnd, stumpPath } from './stump-shape.js';

/** Skin, fat, what swelling adds to it, and the compartment of the muscles; a dashed line where the skin was before. */
export function tissueLayer(drawn: Drawn): SVGTemplateResult {
  const { muscleMm, fatMm, skinMm, swellingMm, fatBeforeMm } = drawn;
  const end = skinEnd(drawn);
  const inner = muscleMm + fatMm;
  const swollen = swellingMm > 0.4;
  const was = skinEnd({ ...drawn, loose: 1, fatMm: fatBeforeMm });
  return svg`<g class="tissue">
    <path class="skin" d="${stumpPath(inner + skinMm, end)}Z" />
    <path class="fat" d="${stumpPath(inner, end - skinMm)}Z" />
    ${
      swollen
        ? svg`<path class="swelling" d="${stumpPath(inner, end - skinMm)}${stumpPath(inner - swellingMm, end - skinMm - swellingMm)}" fill-rule="evenodd" />`
        : nothing
    }
    <path class="compartment" d="${stumpPath(muscleMm, end - skinMm - fatMm)}Z" />
    ${
      drawn.loose < 0.98 && drawn.leg < 0.98
        ? svg`<path class="former" opacity=${at(1 - drawn.leg)} d=${stumpPath(muscleMm + fatBeforeMm + skinMm, was)} />`
        : nothing
    }
  </g>`;
}
