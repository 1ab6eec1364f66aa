import type { Layer } from '../anatomy/anatomy.js';
import { climb, createLadder, type BesselLadder } from './bessel.js';
import { exp } from '../../ground/math/real.js';

/** A stretch of one layer between two stations; the innermost starts at the axis and has no inner point. */
interface Segment {
  readonly sigma: number;
  readonly inner: BesselLadder | undefined;
  readonly outer: BesselLadder;
  readonly innerRadius: number;
  readonly outerRadius: number;
  readonly kappa: number;
}

/**
 * Potential in a layered, insulated cylinder of a unit point current, per spatial frequency k along the axis
 * and angular order n: φ_n(ρ, k) with φ(ρ, θ, z) = Σ_n e^(inθ) (1/2π) ∫ φ_n e^(ikz) dk.
 *
 * In a layer the radial equation has the solutions I_n(κρ), K_n(κρ), κ = |k| √(σ_z/σ_ρ). Instead of solving for
 * their coefficients, which spans hundreds of decades, it marches the admittance Y = ±σ_ρ ρ φ′/φ from the axis
 * outwards and from the insulated surface inwards. At the source both meet: φ = 1 / (2π (Y_in + Y_out)).
 * Every quantity is a sum of like signs but for one difference per thin layer, and nothing overflows.
 *
 * By reciprocity the source is put at the observer and the potential read at all `stations` at once.
 */
export class RadialSolver {
  private readonly segments: Segment[] = [];
  private readonly points: { ladder: BesselLadder; radius: number; kappa: number }[] = [];
  /** Boundary (outer end of a segment) of the observer. */
  private readonly observerAt: number;
  /** Station at each boundary, or −1. */
  private readonly stationOf: Int32Array;
  /** First boundary that anything is read at. */
  private lowest: number;
  private readonly growth: Float64Array;
  private readonly decay: Float64Array;
  private readonly admittanceIn: Float64Array;
  /** φ at the outer end of a segment over φ at the inner one, outside the observer. */
  private readonly rise: Float64Array;

  /**
   * @param layers inside out
   * @param observer radius of the observer, m
   * @param stations radii of the sources, m, in any layer, all different
   * @param maxOrder largest order ever asked for
   */
  constructor(
    layers: readonly Layer[],
    observer: number,
    readonly stations: readonly number[],
    readonly maxOrder: number,
  ) {
    const wanted = [...new Set([observer, ...stations])].sort((a, b) => a - b);
    let inside = 0;
    for (const layer of layers) {
      const kappa = Math.sqrt(layer.sigmaZ / layer.sigmaRho);
      const ends = wanted.filter((r) => r > inside && r < layer.outerRadius);
      ends.push(layer.outerRadius);
      let inner = inside > 0 ? this.pointAt(inside, kappa) : undefined;
      for (const end of ends) {
        const outer = this.pointAt(end, kappa);
        this.segments.push({
          sigma: layer.sigmaRho,
          inner,
          outer,
          innerRadius: inside,
          outerRadius: end,
          kappa,
        });
        inner = outer;
        inside = end;
      }
    }
    const boundary = (radius: number): number => this.segments.findIndex((s) => s.outerRadius === radius);
    this.observerAt = boundary(observer);
    this.stationOf = new Int32Array(this.segments.length).fill(-1);
    this.lowest = this.observerAt;
    stations.forEach((station, i) => {
      const at = boundary(station);
      this.stationOf[at] = i;
      this.lowest = Math.min(this.lowest, at);
    });
    this.growth = new Float64Array(this.segments.length);
    this.decay = new Float64Array(this.segments.length);
    this.admittanceIn = new Float64Array(this.segments.length);
    this.rise = new Float64Array(this.segments.length);
  }

  /**
   * φ_n for n = 0 … maxOrder at one k > 0 (rad/m), V m/A.
   * @param out `out[s·(maxOrder + 1) + n]` for station s
   * @param needed orders wanted per station, maxOrder where absent; what lies deeper than every station that wants
   *   an order is then left out for that order and its entries are not written
   */
  solve(k: number, maxOrder: number, out: Float64Array, needed?: readonly number[]): void {
    for (const { ladder, radius, kappa } of this.points) climb(ladder, k * kappa * radius, maxOrder);
    const { segments, growth, decay } = this;
    segments.forEach(({ inner, outer, innerRadius, outerRadius, kappa }, s) => {
      if (!inner) return;
      const fall = exp(-k * kappa * (outerRadius - innerRadius));
      growth[s] = (inner.i0 / outer.i0) * fall;
      decay[s] = (outer.k0 / inner.k0) * fall;
    });
    let first = 0;
    let lowest = this.lowest;
    for (let n = 0; n <= maxOrder; n++) {
      if (needed) while (lowest < this.observerAt && !(needed[this.stationOf[lowest]] >= n)) first = lowest++;
      if (n > 0)
        for (let s = first; s < segments.length; s++) {
          const { inner, outer } = segments[s];
          if (!inner) continue;
          growth[s] *= inner.ratioI[n - 1] / outer.ratioI[n - 1];
          decay[s] *= outer.ratioK[n - 1] / inner.ratioK[n - 1];
        }
      this.solveOrder(k, n, first, lowest, maxOrder + 1, out);
    }
  }

  private solveOrder(
    k: number,
    n: number,
    first: number,
    lowest: number,
    stride: number,
    out: Float64Array,
  ): void {
    const { segments, growth, decay, admittanceIn, observerAt } = this;
    const count = segments.length;
    // From the axis outwards. y is the admittance in units of the layer's conductivity.
    for (let s = first; s <= observerAt; s++) {
      const { sigma, inner, outer, innerRadius, outerRadius, kappa } = segments[s];
      const alphaB = n + k * kappa * outerRadius * outer.ratioI[n];
      if (!inner || (s === first && first > 0)) {
        admittanceIn[s] = sigma * alphaB;
        continue;
      }
      const xa = k * kappa * innerRadius;
      const xb = k * kappa * outerRadius;
      const y = admittanceIn[s - 1] / sigma;
      const rising = y + betaAt(inner, xa, n);
      const falling = (n + xa * inner.ratioI[n] - y) * growth[s] * decay[s];
      admittanceIn[s] = (sigma * (rising * alphaB - falling * betaAt(outer, xb, n))) / (rising + falling);
    }
    // From the insulated surface inwards to the observer.
    let admittanceOut = 0;
    for (let s = count - 1; s > observerAt; s--) {
      const { sigma, inner, outer, innerRadius, outerRadius, kappa } = segments[s];
      if (!inner) break;
      const xa = k * kappa * innerRadius;
      const xb = k * kappa * outerRadius;
      const y = admittanceOut / sigma;
      const alphaB = n + xb * outer.ratioI[n];
      const betaB = betaAt(outer, xb, n);
      const falling = alphaB + y;
      const rising = (betaB - y) * growth[s] * decay[s];
      this.rise[s] = ((alphaB + betaB) * decay[s]) / (falling + rising);
      admittanceOut =
        (sigma * (falling * betaAt(inner, xa, n) - rising * (n + xa * inner.ratioI[n]))) / (falling + rising);
    }
    const atObserver = 1 / (2 * Math.PI * (admittanceIn[observerAt] + admittanceOut));
    let potential = atObserver;
    this.store(observerAt, n, stride, potential, out);
    for (let s = observerAt; s > lowest; s--) {
      const { sigma, inner, innerRadius, kappa } = segments[s];
      if (!inner) break;
      const xa = k * kappa * innerRadius;
      const y = admittanceIn[s - 1] / sigma;
      const alpha = n + xa * inner.ratioI[n];
      const beta = betaAt(inner, xa, n);
      potential *= ((alpha + beta) * growth[s]) / (y + beta + (alpha - y) * growth[s] * decay[s]);
      this.store(s - 1, n, stride, potential, out);
    }
    potential = atObserver;
    for (let s = observerAt + 1; s < count; s++) {
      potential *= this.rise[s];
      this.store(s, n, stride, potential, out);
    }
  }

  private store(boundary: number, n: number, stride: number, potential: number, out: Float64Array): void {
    const station = this.stationOf[boundary];
    if (station >= 0) out[station * stride + n] = potential;
  }

  private pointAt(radius: number, kappa: number): BesselLadder {
    const known = this.points.find((p) => p.radius === radius && p.kappa === kappa);
    if (known) return known.ladder;
    const ladder = createLadder(this.maxOrder);
    this.points.push({ ladder, radius, kappa });
    return ladder;
  }
}

/** −x K_n′(x) / K_n(x), as a sum of positive terms. */
function betaAt(ladder: BesselLadder, x: number, n: number): number {
  return n === 0 ? x * ladder.ratioK[0] : n + x / ladder.ratioK[n - 1];
}
