import type { FingerName } from '../../../src/decoder/prosthesis/grip.js';

/** A chain of bones projected on the screen: palm ray, then phalanges. */
export interface Digit {
  readonly points: readonly (readonly [x: number, y: number])[];
  /** Greater is nearer to the viewer. */
  readonly depth: number;
  readonly thumb: boolean;
}

export interface HandPose {
  /** Flexion of each finger, 0 open … 100 closed. */
  readonly fingers: Readonly<Record<FingerName, number>>;
  /** Pronation positive. */
  readonly rotationDeg: number;
  /** Towards the palm positive. */
  readonly flexionDeg: number;
  /** Towards the thumb positive. */
  readonly deviationDeg: number;
}

const radians = (deg: number): number => (deg * Math.PI) / 180;

interface Ray {
  readonly finger: FingerName;
  /** Place across the palm and length factor. */
  readonly across: number;
  readonly length: number;
}
const rays: readonly Ray[] = [
  { finger: 'little', across: -15, length: 0.86 },
  { finger: 'ring', across: -5, length: 1 },
  { finger: 'middle', across: 5, length: 1.05 },
  { finger: 'index', across: 15, length: 0.98 },
];

/**
 * Digits of a hand that hangs down from the wrist at the origin, orthographic view. At rotation 0 the palm
 * faces right, so that closing is seen from the side; at ± 90° the back or the palm faces the viewer.
 */
export function handDigits({ fingers, rotationDeg, flexionDeg, deviationDeg }: HandPose): Digit[] {
  const closed = (finger: FingerName): number => Math.min(1, Math.max(0, fingers[finger] / 100));
  const turn = radians(rotationDeg);
  const flex = radians(flexionDeg);
  const deviation = radians(deviationDeg);
  // Along the forearm, towards the palm, across the palm → screen.
  const project = (along: number, palm: number, across: number): readonly [number, number] => {
    const leanAlong = along * Math.cos(deviation) - across * Math.sin(deviation);
    const leanAcross = along * Math.sin(deviation) + across * Math.cos(deviation);
    const bentAlong = leanAlong * Math.cos(flex) - palm * Math.sin(flex);
    const bentPalm = leanAlong * Math.sin(flex) + palm * Math.cos(flex);
    return [bentPalm * Math.cos(turn) + leanAcross * Math.sin(turn), bentAlong];
  };
  const digits = rays.map(({ finger, across, length }): Digit => {
    const close = closed(finger);
    const points: [number, number][] = [[0, across * 0.55]];
    let [along, palm] = [46 + 4 * length, 0];
    points.push([along, across]);
    let angle = radians(6);
    for (const [phalanx, curl] of [
      [26, 82],
      [19, 95],
      [14, 55],
    ] as const) {
      angle += radians(5 + curl * close);
      along += phalanx * length * Math.cos(angle);
      palm += phalanx * length * Math.sin(angle);
      points.push([along, palm]);
    }
    return {
      points: points.map(([a, second], i) => (i < 2 ? project(a, 0, second) : project(a, second, across))),
      depth: -across * Math.cos(turn),
      thumb: false,
    };
  });
  return [...digits, thumb(closed('thumb'), turn, project)].sort((a, b) => a.depth - b.depth);
}

function thumb(
  close: number,
  turn: number,
  project: (along: number, palm: number, across: number) => readonly [number, number],
): Digit {
  const spread = 24 - 12 * close;
  const reach = 24 + 6 * close;
  const points = [
    project(6, 4, 10),
    project(20, 16, spread),
    project(36, reach + 4, spread - 4),
    project(52 + 2 * close, reach + 4 - 6 * close, spread - 10),
  ];
  return { points, depth: spread * -Math.cos(turn) + 20 * Math.sin(turn), thumb: true };
}

/** SVG path of a chain. */
export function chainPath(points: readonly (readonly [number, number])[]): string {
  return `M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`;
}
