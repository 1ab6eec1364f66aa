import { html, type TemplateResult } from 'lit';
import type { Vocabulary } from '../../../../src/ground/movement/vocabulary.js';
import type { JointInfo } from '../../../../src/protocol/server-messages.js';
import { armScene } from '../../prosthesis/arm-scene.js';
import { axesOf, boxAround } from '../../prosthesis/camera.js';
import { drawnSolids, figureDefs, ghostSolids } from '../../prosthesis/figure-svg.js';
import type { Carrier } from '../../prosthesis/figure-scene.js';
import { ghostStep } from '../../prosthesis/ghost.js';
import { legScene } from '../../prosthesis/leg-scene.js';

/** Seconds of full strength that a movement is shown after: most of the way to its end stop. */
const SHOWN_S = 0.55;

/** The prosthesis where a movement takes it, drawn from its own kinematics; its neutral posture as an outline. */
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
  const { solids, ghost, focus } = (arm ? armScene : legScene)({
    positions,
    ghost: neutral,
    ownElbow,
    carrier,
  });
  const axes = axesOf(arm ? { aroundDeg: 35, aboveDeg: 15 } : { aroundDeg: 40, aboveDeg: 10 });
  const { x, y, width, height } = boxAround(axes, focus, 24);
  return html`<svg class="figure" viewBox="${x} ${y} ${width} ${height}" aria-hidden="true">
    ${figureDefs} ${ghostSolids(ghost, axes, 'ghost')} ${drawnSolids(solids, axes)}
  </svg>`;
}

const legDofs: ReadonlySet<string> = new Set(['knee', 'ankle', 'tibial-rotation', 'femoral-rotation']);
