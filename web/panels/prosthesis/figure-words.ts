import { svg, type SVGTemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { prosthesisTexts } from '../../texts/prosthesis.js';
import { project, type Axes, type Box } from './camera.js';
import type { Felt } from './felt.js';
import type { Figure } from './figure-scene.js';

/** A part of the picture, and how many of its millimetres a pixel of the screen is. */
export interface Shown {
  readonly axes: Axes;
  readonly box: Box;
  readonly mmPerPx: number;
}

/** Size of letters in a picture, px: they grow with it, so that they are read from the back of a room. */
export const lettersPx = (width: number): number => Math.min(30, Math.max(11.5, width / 62));

/** Names of what the operation left: beside a limb that hangs, above one that lies. */
export function anchorWords({ anchor }: Figure, { axes, box, mmPerPx }: Shown): SVGTemplateResult {
  const letters = lettersPx(box.width / mmPerPx);
  const names: Readonly<Record<string, string>> = prosthesisTexts().anchor;
  const line = letters * 1.55 * mmPerPx;
  const found = anchor.map(({ id, at }) => {
    const [px, py] = project(axes, at);
    return { name: names[id] ?? id, px, py };
  });
  const xs = found.map(({ px }) => px);
  const ys = found.map(({ py }) => py);
  const [right, top] = [Math.max(...xs), Math.min(...ys)];
  const lies = right - Math.min(...xs) > Math.max(...ys) - top;
  found.sort((one, two) => (lies ? one.px - two.px : one.py - two.py));
  const longest = Math.max(...found.map(({ name }) => name.length)) * letters * 0.63 * mmPerPx;
  const x = Math.min(right + (lies ? 20 : 52) * mmPerPx, box.x + box.width - longest);
  const wanted = lies ? top - found.length * line - 26 * mmPerPx : (top + Math.max(...ys)) / 2 - 2 * line;
  const first = Math.max(box.y + line, wanted);
  return svg`<g class="words" font-size=${letters * mmPerPx}>
    ${found.map(({ name, px, py }, i) => {
      const y = first + i * line;
      return svg`<path d="M${(x - 4 * mmPerPx).toFixed(1)} ${(y - 4 * mmPerPx).toFixed(1)}L${px.toFixed(1)} ${py.toFixed(1)}" />
        <circle cx=${px} cy=${py} r=${2.4 * mmPerPx} /><text x=${x} y=${y}>${name}</text>`;
    })}
  </g>`;
}

/** The ghost's name, at the ghost. */
export function ghostWord({ ghostAt }: Figure, { axes, box, mmPerPx }: Shown): SVGTemplateResult {
  const letters = lettersPx(box.width / mmPerPx);
  const [x, y] = project(axes, ghostAt);
  const word = prosthesisTexts().intended.toLocaleLowerCase();
  const width = word.length * letters * 0.62 * mmPerPx;
  const left = Math.min(box.x + box.width - width, Math.max(box.x, x - width / 2));
  const above = Math.max(box.y + letters * 1.2 * mmPerPx, y - 26 * mmPerPx);
  return svg`<text class="ghost-word" font-size=${letters * mmPerPx} x=${left} y=${above}>${word}</text>`;
}

/** A touch that runs from where it happens up to the end of the stem in the bone, and the word for it there. */
export function feltRun(
  { nerve }: Figure,
  felt: Felt,
  { axes, box, mmPerPx }: Shown,
  named: boolean,
): SVGTemplateResult {
  const letters = lettersPx(box.width / mmPerPx);
  const points = nerve.map((at) => project(axes, at));
  const d = `M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`;
  const [x, y] = points.at(-1) ?? [0, 0];
  const word = prosthesisTexts().felt[felt.kind];
  const width = word.length * letters * 0.6 * mmPerPx;
  const left = Math.min(
    box.x + box.width - width,
    Math.max(box.x + 6 * mmPerPx, named ? x - width - 14 * mmPerPx : x + 14 * mmPerPx),
  );
  const top = Math.max(box.y + 1.3 * letters * mmPerPx, y - 12 * mmPerPx);
  return svg`${keyed(
    felt.index,
    svg`<g class="felt" data-testid="felt" data-kind=${felt.kind}>
      <path class="track" d=${d} />
      <path class="pulse" pathLength="100" d=${d} />
      <circle class="arrived" cx=${x} cy=${y} r=${7 * mmPerPx} />
      <text font-size=${letters * mmPerPx} x=${left} y=${top}>${word}</text>
    </g>`,
  )}`;
}
