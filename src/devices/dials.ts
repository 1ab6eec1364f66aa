import { flag, number } from '../ground/signal/field.js';
import { RandomStream } from '../ground/signal/random.js';

/** Crystal of a device that samples: its seconds are not those of the computer. */
export const driftPpm = number({
  unit: 'ppm',
  default: 0,
  min: -1000,
  max: 1000,
  step: 1,
  live: 'block',
  explain: 'How much faster than it says the crystal of the device runs; a good one is within 50 ppm.',
});

/** Dials of whatever sends packets. */
export const linkDials = {
  lossPercent: number({
    unit: '%',
    default: 0,
    min: 0,
    max: 100,
    step: 0.1,
    live: 'block',
    explain: 'Share of the packets that never arrive, drawn one by one.',
  }),
  connected: flag({
    default: true,
    live: 'block',
    explain: 'Off is a device out of reach or switched off: it falls silent in mid-stream.',
  }),
  seed: number({
    unit: '1',
    default: 1,
    min: 0,
    max: 4_294_967_295,
    integer: true,
    explain: 'Which packets are lost: the same number loses the same ones.',
  }),
} as const;

/** Draws which packets are lost. */
export class PacketLoss {
  /** Packets lost so far. */
  lost = 0;
  private readonly random: RandomStream;

  /** @param name of what loses packets: each draws from a stream of its own */
  constructor(seed: number, name: string) {
    this.random = new RandomStream(seed, `devices/${name}/loss`);
  }

  /** Whether the next packet is lost. */
  next(lossPercent: number): boolean {
    // Drawn whatever the share is, so that turning the dial leaves the luck of later packets as it was.
    const lost = 100 * this.random.uniform() < lossPercent;
    if (lost) this.lost++;
    return lost;
  }
}
