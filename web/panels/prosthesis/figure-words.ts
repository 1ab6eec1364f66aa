import { nothing, svg, type SVGTemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { prosthesisTexts } from '../../texts/prosthesis.js';
import { overlap, type LabelBox } from '../../ui/label-box.js';
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

/** A name of what the operation left: where its text begins, where it points to, and its place. */
interface AnchorName {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly px: number;
  readonly py: number;
  readonly place: LabelBox;
}

/** Names of what the operation left: beside a limb that hangs, above one that lies. */
function anchorNames({ anchor }: Figure, { axes, box, mmPerPx }: Shown): readonly AnchorName[] {
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
  return found.map((one, i) => {
    const y = first + i * line;
    const halfWidth = (one.name.length * letters * 0.63 * mmPerPx) / 2;
    const place = { x: x + halfWidth, y: y - 0.2 * line, halfWidth, halfHeight: line / 2 };
    return { ...one, x, y, place };
  });
}

/** The names, and a line from each to what it names. */
export function anchorWords(figure: Figure, shown: Shown): SVGTemplateResult {
  const { box, mmPerPx } = shown;
  return svg`<g class="words" font-size=${lettersPx(box.width / mmPerPx) * mmPerPx}>
    ${anchorNames(figure, shown).map(
      ({ name, x, y, px, py }) =>
        svg`<path d="M${(x - 4 * mmPerPx).toFixed(1)} ${(y - 4 * mmPerPx).toFixed(1)}L${px.toFixed(1)} ${py.toFixed(1)}" />
        <circle cx=${px} cy=${py} r=${2.4 * mmPerPx} /><text x=${x} y=${y}>${name}</text>`,
    )}
  </g>`;
}

/** How far from the ghost its name may stand, above and below, px. */
const GHOST_OFF_PX = [-26, 38, -58, 70] as const;

/** The ghost's name, at the ghost, where no other name is; the joints below the picture say it, too. */
export function ghostWord(figure: Figure, shown: Shown, names: boolean): SVGTemplateResult | typeof nothing {
  const { axes, box, mmPerPx } = shown;
  const size = lettersPx(box.width / mmPerPx) * mmPerPx;
  const [x, y] = project(axes, figure.ghostAt);
  const word = prosthesisTexts().intended.toLocaleLowerCase();
  const width = word.length * size * 0.62;
  const left = Math.min(box.x + box.width - width, Math.max(box.x, x - width / 2));
  const taken = names ? anchorNames(figure, shown).map(({ place }) => place) : [];
  const line = GHOST_OFF_PX.map((off) => y + off * mmPerPx).find((at) => {
    if (at < box.y + 1.2 * size || at > box.y + box.height) return false;
    const place = { x: left + width / 2, y: at - size / 3, halfWidth: width / 2, halfHeight: size * 0.6 };
    return !taken.some((other) => overlap(place, other));
  });
  if (line === undefined) return nothing;
  return svg`<text class="ghost-word" font-size=${size} x=${left} y=${line}>${word}</text>`;
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
