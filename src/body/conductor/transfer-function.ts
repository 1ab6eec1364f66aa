import type { Layer } from '../anatomy/anatomy.js';
import { ConfigError } from '../../ground/signal/errors.js';
import { RadialSolver } from './radial-solver.js';

/** A layer as an object or as `[outer radius m, σ_ρ S/m, σ_z S/m]`. */
export type LayerLike = Layer | readonly [number, number, number] | readonly number[];

/** What {@link transferFunction} is asked. */
export interface TransferQuery {
  /** Tissues inside out. */
  readonly layers: readonly LayerLike[];
  /** Distance of the point current from the axis, m. */
  readonly sourceRadius: number;
  /** Distance of the observer from the axis, m. */
  readonly observeRadius: number;
  /** Spatial frequency along the axis, rad/m. */
  readonly k: number;
  /** Angular order. */
  readonly n: number;
}

/**
 * Potential φ_n(observeRadius, k) in V m/A of a point current of 1 A at (sourceRadius, θ 0, z 0) in an insulated
 * layered cylinder, where φ(ρ, θ, z) = Σ over all integers n of e^(inθ) (1/2π) ∫ φ_n e^(ikz) dk.
 *
 * @throws ConfigError for layers out of order, conductivities not above 0, radii outside the cylinder, or k = 0
 *   with n = 0, where the potential of a single current is unbounded
 * @example transferFunction({ layers: [[0.042, 0.13, 0.56], [0.045, 0.041, 0.041]], sourceRadius: 0.04,
 *   observeRadius: 0.045, k: 100, n: 2 })
 */
export function transferFunction({ layers, sourceRadius, observeRadius, k, n }: TransferQuery): number {
  const resolved = asLayers(layers);
  const surface = resolved[resolved.length - 1].outerRadius;
  requireRadius('sourceRadius', sourceRadius, surface);
  requireRadius('observeRadius', observeRadius, surface);
  if (!Number.isInteger(n) || Math.abs(n) > 2000)
    throw new ConfigError(`n: got ${n}, expected an integer within [-2000, 2000]`, {
      field: 'n',
      hint: 'The angular order counts whole turns around the limb.',
    });
  if (!Number.isFinite(k) || (k === 0 && n === 0))
    throw new ConfigError(
      `k: got ${k} rad/m with n ${n}, expected a finite number other than 0 where n is 0`,
      {
        field: 'k',
        hint: 'A current that nothing takes back has no potential at k = 0; write for example 1e-3.',
      },
    );
  const order = Math.abs(n);
  const out = new Float64Array(order + 1);
  // For n ≥ 1 the limit k → 0 is finite and reached long before this.
  const frequency = Math.max(Math.abs(k), 1e-9 / surface);
  new RadialSolver(resolved, observeRadius, [sourceRadius], order).solve(frequency, order, out);
  return out[order];
}

/** Layers as objects, checked. @throws ConfigError */
export function asLayers(layers: readonly LayerLike[]): Layer[] {
  if (layers.length === 0)
    throw new ConfigError('layers: got none, expected at least one', {
      field: 'layers',
      hint: 'Write for example [[0.042, 0.13, 0.56]]: outer radius in m, conductivity across and along in S/m.',
    });
  let inside = 0;
  return layers.map((layer, i) => {
    const [outerRadius, sigmaRho, sigmaZ] =
      'outerRadius' in layer ? [layer.outerRadius, layer.sigmaRho, layer.sigmaZ] : layer;
    if (!(outerRadius > inside) || !Number.isFinite(outerRadius))
      throw new ConfigError(`layers.${i}.outerRadius: got ${outerRadius} m, expected more than ${inside} m`, {
        field: `layers.${i}.outerRadius`,
        hint: 'Layers run inside out, each wider than the one before.',
      });
    for (const [name, value] of Object.entries({ sigmaRho, sigmaZ }))
      if (!(value > 0) || !Number.isFinite(value))
        throw new ConfigError(`layers.${i}.${name}: got ${value} S/m, expected a finite number above 0`, {
          field: `layers.${i}.${name}`,
          hint: 'An insulator such as air outside is not a layer; leave it out.',
        });
    inside = outerRadius;
    return { outerRadius, sigmaRho, sigmaZ };
  });
}

function requireRadius(field: string, radius: number, surface: number): void {
  if (!(radius > 0 && radius <= surface))
    throw new ConfigError(`${field}: got ${radius} m, expected more than 0 and at most ${surface} m`, {
      field,
      hint: 'Radii count from the axis of the limb and end at its surface.',
    });
}
