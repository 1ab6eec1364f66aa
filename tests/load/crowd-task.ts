/** Delays are counted in bins of this many milliseconds. */
export const BIN_MS = 0.1;
export const BINS = 20_000;

/** What a process of clients is to do. */
export interface CrowdTask {
  readonly port: number;
  readonly clients: number;
  /** Clients that subscribe and never read. */
  readonly paused: boolean;
}

/** What they saw while they counted. */
export interface CrowdReport {
  clients: number;
  frames: number;
  bytes: number;
  /** Samples that neither came nor were told to be skipped. */
  missing: number;
  /** Samples that the service said it skipped. */
  told: number;
  /** Frames that the service said it dropped. */
  lost: number;
  closed: number;
  /** Frames by the time from their stamp to here. */
  readonly delays: number[];
}
