import { Analysis } from '../analysis/analysis.js';
import { CurvatureSums } from '../analysis/curvature-sums.js';
import { ratio, safeLog } from '../analysis/finite.js';
import { LogSums } from '../analysis/log-sums.js';
import { TimeScan } from '../analysis/time-scan.js';
import type { FeatureContext } from '../feature-context.js';
import { exp, log } from '../../../ground/math/real.js';

/**
 * The six power-spectral descriptors from the time domain (Al-Timemy, Khushaba et al. 2016), twice: of the window
 * and of its log-power series; then combined as −2ab / (a² + b²), the cosine that makes them robust to force.
 * Moments are normalised by the power transform m^0.1 / 0.1.
 */
export class TdpsdMoments extends Analysis {
  /** M0, M2, M4, SPARSI, IRF, WLF. */
  readonly combined = new Float64Array(6);
  private readonly even = new Float64Array(6);
  private readonly cepstral = new Float64Array(6);
  /** Σy², Σ(Δy)², Σ(Δ²y)², Σ|Δy|, Σ|Δ²y| of one series; an array, because numbers passed one by one are boxed. */
  private readonly series = new Float64Array(5);
  private readonly sums: TimeScan;
  private readonly curves: CurvatureSums;
  private readonly logs: LogSums;

  constructor(context: FeatureContext) {
    super(context);
    this.sums = context.share(TimeScan);
    this.curves = context.share(CurvatureSums);
    this.logs = context.share(LogSums);
  }

  protected compute(): void {
    const { even, cepstral, combined, length } = this;
    const sums = this.sums.fresh();
    const curves = this.curves.fresh();
    const logs = this.logs.fresh();
    const { series } = this;
    series[0] = sums.square;
    series[1] = sums.slope;
    series[2] = curves.square;
    series[3] = sums.path;
    series[4] = curves.path;
    describe(series, length, even);
    series[0] = logs.square;
    series[1] = logs.slope;
    series[2] = logs.curvature;
    series[3] = logs.path;
    series[4] = logs.curvaturePath;
    describe(series, length, cepstral);
    for (let k = 0; k < combined.length; k++) {
      const a = cepstral[k];
      const b = even[k];
      combined[k] = ratio(-2 * a * b, a * a + b * b);
    }
  }
}

/** M0, M2, M4, SPARSI, IRF, WLF of one series, on a logarithmic scale. */
function describe(sums: Float64Array, length: number, out: Float64Array): void {
  const m0 = normalised(Math.sqrt(sums[0]) / (length - 1));
  const m2 = normalised(Math.sqrt(sums[1] / (length - 1)));
  const m4 = normalised(Math.sqrt(sums[2] / (length - 1)));
  out[0] = safeLog(m0);
  out[1] = safeLog(m0 - m2);
  out[2] = safeLog(m0 - m4);
  out[3] = safeLog(ratio(Math.sqrt(Math.abs((m0 - m2) * (m0 - m4))), m0));
  out[4] = safeLog(ratio(m2, Math.sqrt(m0 * m4)));
  out[5] = safeLog(Math.sqrt(ratio(sums[3], sums[4])));
}

/** m^0.1 / 0.1; by exp and log, which cost a third of a power. */
function normalised(moment: number): number {
  return exp(0.1 * log(moment)) / 0.1;
}
