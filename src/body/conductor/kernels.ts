import { Fourier, nextPowerOfTwo, wrapIndex } from '../../ground/signal/fft.js';
import { AngleGrid } from './angle-grid.js';
import { angleCount, angularSpectra, firstAngle, type Spectra } from './angular-spectra.js';
import type { KernelQuery } from './kernel-query.js';
import { finer, meanKernel } from './mean-kernel.js';

/**
 * Axial kernels of one arrangement of contacts: g′(z), the derivative of the potential at the arrangement's middle
 * of a unit point current that lies z behind it, for every depth level and angle between fibre and contacts.
 */
export interface KernelSet {
  /** Radii of the fibres, m. */
  readonly levels: Float64Array;
  /** One grid of angles per level. */
  readonly grids: readonly AngleGrid[];
  /** First z, m. */
  readonly start: number;
  /** Step of z, m. */
  readonly step: number;
  /** Values per row. */
  readonly length: number;
  /** Per level, rows of angles: V/(A m). */
  readonly rows: readonly Float32Array[];
}

/** Beyond the reach, so that the source's tail (e-folding 1 mm) has a start, m. */
const margin = 0.02;

/** Compute the kernels of an arrangement of contacts. */
export function computeKernels({ layers, group, levels, reach, sampleRateHz }: KernelQuery): KernelSet {
  // A quarter of what a wave travels in a sample, within what the source's 1 mm and the memory ask for.
  const step = Math.min(0.5e-3, Math.max(0.2e-3, 1 / sampleRateHz));
  // Modes of order ≥ 1 fall off within about a tenth of a metre; what is left after the gap wraps round.
  const size = nextPowerOfTwo((2 * reach + 0.35) / step);
  const grids = Array.from(levels, (level) => new AngleGrid(angleCount, firstAngle(group, level)));
  const spectra = angularSpectra(
    { layers, group, levels, sampleRateHz },
    grids,
    (2 * Math.PI) / (size * step),
    size / 2,
  );
  const length = Math.ceil((2 * reach + margin) / step) + 3;
  const start = -reach - step;
  const fourier = new Fourier(size);
  const longFourier = new Fourier(finer * size);
  const scratch = new Float64Array(2 * size);
  const rows = Array.from(levels, (_, level) => {
    const axial = meanKernel(layers, group, spectra, level, { fourier: longFourier, step, start, length });
    const out = new Float32Array(angleCount * length);
    for (let angle = 0; angle < angleCount; angle += 2) {
      invertPair(spectra, level, angle, fourier, scratch);
      for (let i = 0; i < length; i++) {
        const at = wrapIndex(Math.round(start / step) + i, size);
        out[angle * length + i] = scratch[2 * at] / step + axial[i];
        out[(angle + 1) * length + i] = scratch[2 * at + 1] / step + axial[i];
      }
    }
    return out;
  });
  return { levels, grids, start: Math.round(start / step) * step, step, length, rows };
}

/** Two real kernels by one complex transform: angle in the real, angle + 1 in the imaginary part. */
function invertPair(
  spectra: Spectra,
  level: number,
  angle: number,
  fourier: Fourier,
  out: Float64Array,
): void {
  const { bins, factorRe, factorIm } = spectra;
  const values = spectra.angular[level];
  const { size } = fourier;
  out.fill(0);
  for (let bin = 1; bin < bins && bin < size / 2; bin++) {
    const a = values[angle * bins + bin];
    const b = values[(angle + 1) * bins + bin];
    const ar = a * factorRe[bin];
    const ai = a * factorIm[bin];
    const br = b * factorRe[bin];
    const bi = b * factorIm[bin];
    const mirrored = size - bin;
    out[2 * bin] = ar - bi;
    out[2 * bin + 1] = ai + br;
    out[2 * mirrored] = ar + bi;
    out[2 * mirrored + 1] = br - ai;
  }
  fourier.inverse(out, out);
}
