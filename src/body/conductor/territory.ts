import { pow } from '../../ground/math/real.js';

/**
 * Law by which the area of a territory goes with the number of its fibres. A third makes a pool whose units have 21 to
 * 1764 fibres spread as the imaged ones do: area 26.7 ± 11.2 mm², CoV 0.42 (Birkbeck et al., Clin Neurophysiol
 * 2020;131:1399). Large units are thus denser than small ones; all are interspersed with many others.
 */
const exponent = 1 / 3;

/**
 * Areas over which the fibres of units are scattered, m².
 * @param fibreCount fibres of each unit
 * @param mean area of all units, m²
 */
export function territoryAreas(fibreCount: Float64Array, mean: number): Float64Array {
  const relative = fibreCount.map((count) => pow(count, exponent));
  const sum = relative.reduce((total, area) => total + area, 0);
  return relative.map((area) => (mean * area * relative.length) / sum);
}
