import { nothing, svg } from 'lit';
import type { LimbGeometry } from '../../../src/protocol/server-messages.js';
import { struckAt } from '../../data/key-places.js';
import { limbTexts } from '../../texts/limb.js';
import { phrase } from '../../texts/phrase.js';
import { endPath, endRadius, stitches } from './muscle-end.js';
import { polar } from './sector-path.js';
import type { Suture } from './suture-dials.js';

type Muscle = LimbGeometry['muscles'][number];

const boneOf = ({ layers }: LimbGeometry): number =>
  layers.find(({ name }) => name === 'bone')?.outerRadiusMm ?? 0;

/** The end of a cut muscle as it comes to lie on the bone; it is seen through what lies before it. */
export function muscleEnd(geometry: LimbGeometry, muscle: Muscle, fixation: number | undefined) {
  const bone = boneOf(geometry);
  if (fixation === undefined || bone === 0) return nothing;
  const d = endPath({ ...muscle, fixation }, bone);
  return d === undefined
    ? nothing
    : svg`<path class="end" d=${d}><title>${limbTexts().sewn(phrase(muscle.name), fixation > 0)}</title></path>`;
}

/** What takes hold of a suture. */
export interface SutureGrip {
  readonly suture: Suture;
  readonly held: boolean;
  readonly grab: (event: PointerEvent) => void;
  readonly key: (event: KeyboardEvent) => void;
}

/** The stitches of a muscle in the bone; those of the chosen one can be taken. */
export function sutureMarks(
  geometry: LimbGeometry,
  muscle: Muscle,
  fixation: number | undefined,
  zoom: number,
  grip: SutureGrip | undefined,
) {
  const bone = boneOf(geometry);
  if (fixation === undefined || bone === 0) return nothing;
  const [x, y] = polar(muscle.angleDeg, endRadius({ ...muscle, fixation }, bone));
  return svg`<path class="stitch" stroke-width=${0.5 * zoom} d=${stitches({ ...muscle, fixation }, bone, 2.6 * zoom)}></path>
    ${grip ? sutureHandle(muscle.name, grip, { x, y, grasp: 4 * zoom, knot: 1.7 * zoom, testId: 'suture' }) : nothing}`;
}

/** The knot by which a suture is dragged, or moved by keys. */
export function sutureHandle(
  muscle: string,
  { suture, held, grab, key }: SutureGrip,
  at: {
    readonly x: number;
    readonly y: number;
    readonly grasp: number;
    readonly knot: number;
    readonly testId: string;
  },
) {
  const t = limbTexts();
  return svg`<g class="handle ${held ? 'held' : ''}" tabindex="0" role="slider" data-testid=${at.testId}
      aria-label=${t.sutureOf(phrase(muscle))} aria-valuemin="-90" aria-valuemax="90"
      aria-valuenow=${suture.angleDeg} aria-valuetext=${sutureSaid(suture)}
      @pointerdown=${grab} @keydown=${(event: KeyboardEvent) => struckAt('sutures', event) && key(event)}>
    <circle cx=${at.x} cy=${at.y} r=${at.grasp} fill="transparent"></circle>
    <circle class="knot" cx=${at.x} cy=${at.y} r=${at.knot}><title>${sutureSaid(suture)}</title></circle></g>`;
}

/** A suture in numbers with their units. */
export const sutureSaid = ({ angleDeg, depthMm, tension }: Suture): string =>
  limbTexts().sutureIs(angleDeg.toFixed(0), depthMm.toFixed(1), tension.toFixed(2));
