import { html, type TemplateResult } from 'lit';
import type { Vocabulary } from '../../../../src/ground/movement/vocabulary.js';
import type { JointInfo } from '../../../../src/protocol/server-messages.js';
import { armScene } from '../../prosthesis/arm-scene.js';
import { axesOf, boxAround } from '../../prosthesis/camera.js';
import { drawnSolids, figureDefs, ghostSolids } from '../../prosthesis/figure-svg.js';
import type { Carrier } from '../../prosthesis/figure-scene.js';
import { ghostStep } from '../../prosthesis/ghost.js';
import { legScene } from '../../prosthesis/leg-scene.js';
import type { Solid } from '../../prosthesis/solid.js';
import { place, type Vec } from '../../prosthesis/space.js';

/** Seconds of full strength that a movement is shown after: most of the way to its end stop. */
const SHOWN_S = 0.55;

/** Seen round what moves, so that the part of the limb is known. */
const MARGIN_MM = 45;

/** The prosthesis where a movement takes it, drawn from its own kinematics; its neutral posture as an outline; near to what moves. */
export function movementFigure(
  movement: string,
  joints: readonly JointInfo[],
  vocabulary: Vocabulary,
  carrier: Carrier,
): TemplateResult {
  const arm = vocabulary.of(movement)?.limb === 'arm' || !joints.some(({ dof }) => legDofs.has(dof));
  const neutral = ghostStep({}, {}, joints, { movement: 'rest', strength: 0 }, 0, vocabulary);
  const positions = ghostStep({}, {}, joints, { movement, strength: 1 }, SHOWN_S, vocabulary);
  const ownElbow = arm && !joints.some(({ dof }) => dof === 'elbow');
  const scene = arm ? armScene : legScene;
  const { solids, ghost, focus } = scene({ positions, ghost: neutral, ownElbow, carrier });
  const before = scene({ positions: neutral, ghost: neutral, ownElbow, carrier }).solids;
  const moved = movedPoints(before, solids);
  const axes = axesOf(arm ? { aroundDeg: 35, aboveDeg: 15 } : { aroundDeg: 40, aboveDeg: 10 });
  const { x, y, width, height } = boxAround(
    axes,
    moved.length > 0 ? moved : focus,
    moved.length > 0 ? MARGIN_MM : 24,
  );
  return html`<svg class="figure" viewBox="${x} ${y} ${width} ${height}" aria-hidden="true">
    ${figureDefs} ${ghostSolids(ghost, axes, 'ghost')} ${drawnSolids(solids, axes)}
  </svg>`;
}

/** Places of what one posture has elsewhere than the other, in both. */
function movedPoints(before: readonly Solid[], after: readonly Solid[]): Vec[] {
  const places = ({ frame, balls }: Solid): Vec[] => balls.map(([a, p, t]) => place(frame, [a, p, t]));
  const old = new Map(before.map((solid) => [solid.id, places(solid)]));
  return after.flatMap((solid) => {
    const from = old.get(solid.id) ?? [];
    const to = places(solid);
    const far = to.some((at, i) =>
      at.some((value, axis) => Math.abs(value - (from[i]?.[axis] ?? value)) > 2),
    );
    return far ? [...from, ...to] : [];
  });
}

const legDofs: ReadonlySet<string> = new Set(['knee', 'ankle', 'tibial-rotation', 'femoral-rotation']);
