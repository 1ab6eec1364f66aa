import { svg, type SVGTemplateResult } from 'lit';
import type { OperationScene } from '../../../src/scenario/operation-scenes.js';
import type { OperationLabel } from '../../texts/operation.js';
import type { Drawn } from './drawn-state.js';
import { at, BONE_END, GROUND, HALF_WIDE, skinEnd } from './stump-shape.js';

/** A name, the side on which it stands, its height, and what it points at, mm. */
export interface LabelPlace {
  readonly label: OperationLabel;
  readonly side: -1 | 1;
  readonly y: number;
  readonly to: readonly [x: number, y: number];
}

/** What is named in a scene, and where. */
export function labelsOf(scene: OperationScene, drawn: Drawn): readonly LabelPlace[] {
  const { muscleMm, fatMm, skinMm, swellingMm, fatBeforeMm, boneMm, frontOuterMm } = drawn;
  const end = skinEnd(drawn);
  const place = (label: OperationLabel, side: -1 | 1, y: number, x: number, toY: number): LabelPlace => ({
    label,
    side,
    y,
    to: [x, toY],
  });
  const load = place('load', 1, 286, 64, GROUND - 8);
  switch (scene) {
    case 'before':
      return [
        place('bone', -1, 34, -boneMm + 3, 40),
        place('socket', -1, 84, -(muscleMm + fatMm + skinMm + 4), 96),
        place('looseMuscle', -1, 142, -(frontOuterMm - 18), 128),
        place('fat', 1, 34, muscleMm + fatMm / 2, 40),
        place('knot', 1, 176, 38, 161),
      ];
    case 'anaesthesia':
      return [
        place('numbed', -1, 24, -54, 17),
        place('nerve', 1, 46, 34, 52),
        place('knot', 1, 176, 38, 161),
      ];
    case 'incision':
      return [place('bare', -1, 222, -boneMm + 2, BONE_END - 3), place('edge', 1, 226, 36, end - 10)];
    case 'thinning':
      return [
        place('fatThin', 1, 60, muscleMm + fatMm / 2, 66),
        place('formerSkin', -1, 110, -(muscleMm + fatBeforeMm + skinMm), 118),
      ];
    case 'neuromas':
      return [place('buried', 1, 108, 45, 117), place('buried', -1, 108, -43, 117)];
    case 'myodesis':
      return [
        place('sutures', -1, 206, -boneMm - 3, BONE_END - 10),
        place('sewnMuscle', 1, 206, boneMm + 13, BONE_END - 20),
        place('swelling', 1, 66, muscleMm + fatMm - swellingMm / 2, 72),
      ];
    case 'reaming':
      return [
        place('reamer', -1, 118, -4, 122),
        place('wall', 1, 40, boneMm - 2, 50),
        place('narrower', 1, 276, 72, 262),
      ];
    case 'stem':
      return [place('stem', -1, 100, -3, 108), place('porous', 1, 130, drawn.stemMm - 1, 136)];
    case 'stoma':
      return [place('stoma', -1, 232, -11, end), place('adapter', 1, 246, 5, 238)];
    case 'loading':
      return [
        place('swelling', 1, 66, muscleMm + fatMm - swellingMm / 2, 72),
        place('scale', -1, 280, -40, 294),
        load,
      ];
    case 'steps':
      return [place('crutch', -1, 196, -96, 206), place('grown', 1, 118, drawn.stemMm, 124), load];
    case 'feeling':
      return [place('way', -1, 246, -4, 244), place('felt', 1, 48, 24, 62), load];
  }
}

/** Names of what is seen in a scene, with lines to it. */
export function operationLabels(
  places: readonly LabelPlace[],
  words: (label: OperationLabel) => string,
): SVGTemplateResult {
  return svg`<g class="labels">
    ${places.map(({ label, side, y, to: [x, toY] }) => {
      const lines = words(label).split('|');
      const edge = side * HALF_WIDE;
      const long = Math.max(...lines.map((line) => line.length)) * 5;
      return svg`<path d="M${at(edge - side * (long + 3))} ${y}L${at(x)} ${at(toY)}" /><circle cx=${at(x)} cy=${at(toY)} r="2" />
        ${lines.map(
          (line, n) =>
            svg`<text x=${edge} y=${at(y + 3.4 + 11 * (n - (lines.length - 1) / 2))} text-anchor=${side < 0 ? 'start' : 'end'}>${line}</text>`,
        )}`;
    })}
  </g>`;
}
