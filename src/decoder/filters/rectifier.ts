import type { Stage } from './stage.js';

/** Full-wave rectification: |x|. */
export class Rectifier implements Stage {
  run(data: Float64Array): void {
    for (let i = 0; i < data.length; i++) data[i] = Math.abs(data[i]);
  }

  reset(): void {}

  groupDelaySamples(): number {
    return 0;
  }
}
