import { pathToFileURL } from 'node:url';
import { gridPositions, ringPositions } from '../../src/body/anatomy/electrodes.js';
import { parseBody, type BodyScenario } from '../../src/body/synthesis/body-scenario.js';
import type { KernelKind } from '../../src/body/synthesis/kernel/add-kernel.js';
import { Synthesizer } from '../../src/body/synthesis/synthesizer.js';

/** One line of the table: how fast the complete synthesizer runs. */
export interface SynthesizerTiming {
  readonly channels: number;
  /** Fraction of maximal force asked of every muscle. */
  readonly drive: number;
  readonly dischargesPerSecond: number;
  /** Processor time, which other work on the machine does not lengthen as it does wall time. */
  readonly msPerSecond: number;
  readonly timesRealTime: number;
}

const MUSCLES = 8;
const SECONDS = 20;

/** A limb of 8 muscles × 120 units that all follow one movement, at 2 kHz, with default disturbances. */
function limb(channels: number): BodyScenario {
  return parseBody({
    seed: 7,
    muscles: Array.from({ length: MUSCLES }, (_, m) => ({
      name: `muscle ${m + 1}`,
      angleDeg: (360 * m) / MUSCLES,
      widthDeg: 42,
      drives: { 'elbow-flexion': 1 },
    })),
    electrodes: {
      positions:
        channels > 16 ? gridPositions(channels / 16, 16, { pitchDeg: 22.5 }) : ringPositions(channels),
    },
    // Rest is rest, and every muscle does what is asked, no more and no less.
    intent: {
      directionVariabilityPercent: 0,
      restingTonePercent: 0,
      overflowPercent: 0,
      coContractionPercent: 0,
    },
  });
}

/** 8, 16 and 64 channels at rest, 30 and 80 % drive. */
const CASES = [8, 16, 64].flatMap((channels) => [0, 0.3, 0.8].map((drive) => ({ channels, drive })));

/** Speed of signal and truth in blocks of 20 ms. */
export function benchSynthesizer(kernel?: KernelKind, cases = CASES): SynthesizerTiming[] {
  return cases.map(({ channels, drive }) => {
    const synthesizer = new Synthesizer(limb(channels), { kernel });
    synthesizer.intend(drive > 0 ? [{ movement: 'elbow-flexion', strength: drive }] : []);
    for (let n = 0; n < 100; n++) synthesizer.next(40);
    let discharges = 0;
    const start = process.cpuUsage();
    for (let n = 0; n < SECONDS * 50; n++) discharges += synthesizer.next(40).truth.discharges.length / 3;
    const { user, system } = process.cpuUsage(start);
    const msPerSecond = (user + system) / 1000 / SECONDS;
    return {
      channels,
      drive,
      dischargesPerSecond: Math.round(discharges / SECONDS),
      msPerSecond,
      timesRealTime: 1000 / msPerSecond,
    };
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.table(benchSynthesizer());
