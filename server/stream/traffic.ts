import type { Outbox } from './outbox.js';

/** What was sent to clients, and what they were too slow for, since the service began. */
export interface Traffic {
  readonly frames: number;
  /** Of these frames. */
  readonly bytes: number;
  /** Frames that were dropped. */
  readonly lost: number;
}

export const noTraffic: Traffic = { frames: 0, bytes: 0, lost: 0 };

export function trafficOf({ sentFrames, sentBytes, lostFrames }: Outbox): Traffic {
  return { frames: sentFrames, bytes: sentBytes, lost: lostFrames };
}

export function summed(a: Traffic, b: Traffic): Traffic {
  return { frames: a.frames + b.frames, bytes: a.bytes + b.bytes, lost: a.lost + b.lost };
}
