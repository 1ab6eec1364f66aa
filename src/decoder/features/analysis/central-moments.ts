import { Analysis } from './analysis.js';

/** Mean and central moments Σ(x − mean)^k / L; two sweeps, so that an offset costs no precision. */
export class CentralMoments extends Analysis {
  mean = 0.5;
  second = 0.5;
  third = 0.5;
  fourth = 0.5;

  protected compute(): void {
    const { x } = this.view;
    const { length } = this;
    let sum = 0;
    for (let i = 0; i < length; i++) sum += x[i];
    const mean = sum / length;
    let second = 0;
    let third = 0;
    let fourth = 0;
    for (let i = 0; i < length; i++) {
      const centred = x[i] - mean;
      const square = centred * centred;
      second += square;
      third += square * centred;
      fourth += square * square;
    }
    this.mean = mean;
    this.second = second / length;
    this.third = third / length;
    this.fourth = fourth / length;
  }
}
