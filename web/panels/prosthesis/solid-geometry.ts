import { type BufferGeometry, LatheGeometry, Quaternion, SphereGeometry, Vector2, Vector3 } from 'three';
import { ConvexGeometry } from 'three/examples/jsm/geometries/ConvexGeometry.js';
import { mergeVertices } from 'three/examples/jsm/utils/BufferGeometryUtils.js';
import type { Ball } from './solid.js';

/** What tells surfaces apart: the balls as seen from the first of them, to a tenth of a millimetre. */
export function shapeKey(balls: readonly Ball[]): string {
  const [first] = balls;
  if (!first) return '';
  return balls
    .map(([a, p, t, r]) =>
      [a - first[0], p - first[1], t - first[2], r].map((v) => Math.round(v * 10)).join(),
    )
    .join(' ');
}

/** Surface of the tightest skin around balls, with the first of them at the origin. */
export function surfaceOf(balls: readonly Ball[]): BufferGeometry {
  const [first, second] = balls;
  if (!first) return new SphereGeometry(0.001);
  if (!second) return new SphereGeometry(first[3], 20, 14);
  return balls.length === 2 ? boneSurface(first, second) : hullSurface(balls, first);
}

/** Two balls: turned on a lathe, as smooth as can be. */
function boneSurface(one: Ball, two: Ball): BufferGeometry {
  const way = new Vector3(two[0] - one[0], two[1] - one[1], two[2] - one[2]);
  const far = way.length();
  const [r1, r2] = [one[3], two[3]];
  if (far <= Math.abs(r1 - r2)) return new SphereGeometry(Math.max(r1, r2), 20, 14);
  const meet = Math.asin((r1 - r2) / far);
  const points: Vector2[] = [];
  const arc = (at: number, r: number, from: number, to: number): void => {
    for (let i = 0; i <= 6; i++) {
      const turn = from + ((to - from) * i) / 6;
      points.push(new Vector2(Math.max(0, r * Math.cos(turn)), at + r * Math.sin(turn)));
    }
  };
  arc(0, r1, -Math.PI / 2, meet);
  arc(far, r2, meet, Math.PI / 2);
  const surface = new LatheGeometry(points, 20);
  const up = new Vector3(0, 1, 0);
  surface.applyQuaternion(new Quaternion().setFromUnitVectors(up, way.normalize()));
  return surface;
}

function hullSurface(balls: readonly Ball[], first: Ball): BufferGeometry {
  const points: Vector3[] = [];
  for (const [a, p, t, r] of balls)
    for (const direction of directions(r < 4 ? 8 : 46))
      points.push(
        direction
          .clone()
          .multiplyScalar(r)
          .add(new Vector3(a - first[0], p - first[1], t - first[2])),
      );
  const flat = new ConvexGeometry(points);
  flat.deleteAttribute('normal');
  const smooth = mergeVertices(flat, 0.05);
  flat.dispose();
  smooth.computeVertexNormals();
  return smooth;
}

const spread = new Map<number, readonly Vector3[]>();

/** Directions spread evenly over a ball (a golden spiral). */
function directions(count: number): readonly Vector3[] {
  const known = spread.get(count);
  if (known) return known;
  const golden = Math.PI * (3 - Math.sqrt(5));
  const made = Array.from({ length: count }, (_, i) => {
    const y = 1 - (2 * (i + 0.5)) / count;
    const radius = Math.sqrt(1 - y * y);
    return new Vector3(radius * Math.cos(golden * i), y, radius * Math.sin(golden * i));
  });
  spread.set(count, made);
  return made;
}
