/** A chain of bones projected on the screen: palm ray, then phalanges. */
export interface Digit {
  readonly points: readonly (readonly [x: number, y: number])[];
  /** Greater is nearer to the viewer. */
  readonly depth: number;
  readonly thumb: boolean;
}

export interface HandPose {
  /** 0 open, 100 closed. */
  readonly closePercent: number;
  /** Pronation positive. */
  readonly rotationDeg: number;
  /** Towards the palm positive. */
  readonly flexionDeg: number;
}

const radians = (deg: number): number => (deg * Math.PI) / 180;

interface Ray {
  /** Place across the palm and length factor. */
  readonly across: number;
  readonly length: number;
}
const rays: readonly Ray[] = [
  { across: -15, length: 0.86 },
  { across: -5, length: 1 },
  { across: 5, length: 1.05 },
  { across: 15, length: 0.98 },
];

/**
 * Digits of a hand that hangs down from the wrist at the origin, orthographic view. At rotation 0 the palm
 * faces right, so that closing is seen from the side; at ± 90° the back or the palm faces the viewer.
 */
export function handDigits({ closePercent, rotationDeg, flexionDeg }: HandPose): Digit[] {
  const close = Math.min(1, Math.max(0, closePercent / 100));
  const turn = radians(rotationDeg);
  const flex = radians(flexionDeg);
  // Along the forearm, towards the palm, across the palm → screen.
  const project = (along: number, palm: number, across: number): readonly [number, number] => {
    const bentAlong = along * Math.cos(flex) - palm * Math.sin(flex);
    const bentPalm = along * Math.sin(flex) + palm * Math.cos(flex);
    return [bentPalm * Math.cos(turn) + across * Math.sin(turn), bentAlong];
  };
  const fingers = rays.map(({ across, length }): Digit => {
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
  return [...fingers, thumb(close, turn, project)].sort((a, b) => a.depth - b.depth);
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
