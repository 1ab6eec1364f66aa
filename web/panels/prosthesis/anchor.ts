import type { Solid } from './solid.js';
import { ring, rod } from './solid.js';
import { moved, type Frame } from './space.js';

/** Lengths of an amputated limb along its bone, from its upper joint, and its thickness: mm. */
export interface Anchor {
  /** Where the skin ends; where the bone does. */
  readonly skinMm: number;
  readonly boneMm: number;
  /** Upper end of the stem in the bone; lower end of the adapter. */
  readonly stemFromMm: number;
  readonly adapterMm: number;
  readonly radius: number;
  /** Half of the bone's width. */
  readonly bone: number;
}

/**
 * A limb that is seen into: muscles sewn to the end of the bone, and in the bone a stem that was pressed in. It has a rough,
 * porous surface and no thread; its collar sits on the bone's end; the smooth adapter leaves through the skin. With a
 * socket there is neither: the limb stands in a shell.
 */
export function anchorSolids(frame: Frame, anchor: Anchor, socket: boolean): readonly Solid[] {
  const { skinMm, boneMm, stemFromMm, adapterMm, radius, bone } = anchor;
  const limb: Solid[] = [
    {
      id: 'stump',
      look: 'skin',
      frame,
      balls: [
        [0, 0, 0, radius + 5],
        [skinMm * 0.45, 0, 0, radius + 2],
        [skinMm - radius * 0.72, 0, 0, radius * 0.72],
      ],
    },
  ];
  for (const side of [1, -1] as const)
    limb.push({
      id: `muscle-${side}`,
      look: 'muscle',
      frame,
      nearer: 60,
      balls: [
        [4, side * radius * 0.6, 0, radius * 0.27],
        [boneMm * 0.5, side * radius * 0.62, 0, radius * 0.3],
        [boneMm - 6, side * (bone + 5), 0, 5],
      ],
    });
  limb.push({
    id: 'bone',
    look: 'bone',
    frame,
    nearer: 80,
    balls: [
      [4, 0, 0, bone],
      [boneMm - bone * 0.6, bone * 0.4, 0, bone * 0.6],
      [boneMm - bone * 0.6, -bone * 0.4, 0, bone * 0.6],
    ],
  });
  if (socket)
    return [
      ...limb,
      {
        id: 'socket',
        look: 'socket',
        frame: moved(frame, [skinMm * 0.3, 0, 0]),
        nearer: 140,
        balls: [
          [0, 0, 0, radius + 9],
          [skinMm * 0.7 - radius * 0.6, 0, 0, radius * 0.8],
          [adapterMm - skinMm * 0.3 - 8, 0, 0, 16],
        ],
      },
    ];
  return [
    ...limb,
    {
      ...rod('stem', 'stem', moved(frame, [stemFromMm, 0, 0]), [
        boneMm - stemFromMm,
        bone * 0.5,
        bone * 0.58,
      ]),
      nearer: 100,
    },
    {
      id: 'collar',
      look: 'titanium',
      frame: moved(frame, [boneMm, 0, 0]),
      nearer: 120,
      balls: ring(0, bone * 0.9, 2.6),
    },
    {
      id: 'stoma',
      look: 'stoma',
      frame: moved(frame, [skinMm - 1, 0, 0]),
      nearer: 105,
      balls: ring(0, bone * 1.25, 3),
    },
    {
      ...rod('adapter', 'titanium', moved(frame, [boneMm, 0, 0]), [
        adapterMm - boneMm - 6,
        bone * 0.5,
        bone * 0.5,
      ]),
      nearer: 110,
    },
    {
      id: 'coupling',
      look: 'titanium',
      frame: moved(frame, [adapterMm - 16, 0, 0]),
      nearer: 115,
      balls: [...ring(0, bone * 0.9, 2.5), ...ring(15, bone * 1.05, 2.5)],
    },
  ];
}
