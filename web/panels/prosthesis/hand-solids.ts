import type { Positions } from './ghost.js';
import { fingersOf } from './ghost.js';
import { handShape, type InHand } from './hand-shape.js';
import type { FingerShape } from './finger-shape.js';
import type { Ball, Solid } from './solid.js';
import { add, bent, leaned, times, turned, type Frame, type Vec } from './space.js';

/** The palm: wrist, knuckles, the balls of thumb and little finger. */
const palm: readonly Ball[] = [
  [2, 0, 17, 14],
  [2, 0, -17, 14],
  [92, -1, 28, 11],
  [96, -2, 9, 11.5],
  [92, -1, -11, 11],
  [84, 0, -28, 10],
  [40, 9, 20, 15],
  [34, 8, -19, 14],
];

/** The hand at a wrist: turned, then bent, then leaned, as the joints are stacked. */
export function handFrame(wrist: Frame, positions: Readonly<Positions>): Frame {
  const rotated = turned(wrist, positions['wrist-rotation'] ?? 0);
  return leaned(bent(rotated, positions['wrist-flexion'] ?? 0), positions['wrist-deviation'] ?? 0);
}

/** A hand with its fingers, from the hand's frame on. */
export function handSolids(
  hand: Frame,
  positions: Readonly<Positions>,
  inHand?: InHand,
): { readonly solids: readonly Solid[]; readonly fingers: readonly FingerShape[] } {
  const fingers = handShape(hand, fingersOf(positions), inHand);
  const solids: Solid[] = [{ id: 'palm', look: 'shell', frame: hand, balls: palm }];
  for (const { finger, bones, tipRadius } of fingers)
    for (const [i, { frame, length, radius }] of bones.entries()) {
      const next = bones[i + 1]?.radius ?? tipRadius;
      // The last bone wears a soft pad, so that the side which grips is seen.
      const look = i === bones.length - 1 ? 'pad' : 'shell';
      solids.push({
        id: `${finger}-${i}`,
        look,
        frame,
        balls: [
          [0, 0, 0, radius],
          [length, 0, 0, next],
        ],
      });
    }
  return { solids, fingers };
}

/** The wrist's cuff, ribbed, so that its turning is seen. */
export function wristSolids(wrist: Frame, rotationDeg: number): readonly Solid[] {
  const cuff = turned(wrist, rotationDeg);
  const solids: Solid[] = [
    {
      id: 'cuff',
      look: 'dark',
      frame: cuff,
      balls: [
        [-20, 0, 8, 17],
        [-20, 0, -8, 17],
        [-4, 0, 10, 15],
        [-4, 0, -10, 15],
      ],
    },
  ];
  for (let i = 0; i < 8; i++) {
    const turn = (2 * Math.PI * i) / 8;
    const side: Vec = add(times(cuff.palm, 17.5 * Math.cos(turn)), times(cuff.thumb, 26 * Math.sin(turn)));
    solids.push({
      id: `rib-${i}`,
      look: i === 2 ? 'block' : 'titanium',
      frame: { ...cuff, at: add(cuff.at, side) },
      balls: [
        [-22, 0, 0, 2.4],
        [-7, 0, 0, 2.2],
      ],
    });
  }
  return solids;
}
