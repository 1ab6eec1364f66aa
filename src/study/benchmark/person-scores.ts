import type { BenchmarkDecoder } from './benchmark-decoder.js';
import type { Mend } from './mends.js';
import type { OnlineScore } from './online-score.js';
import type { SuitePerson } from './suite-people.js';
import type { Suite } from './suite.js';

/** One person with decoders of one kind: everything that is measured of them. */
export interface BenchmarkTask {
  readonly suite: Suite;
  readonly person: SuitePerson;
  readonly decoder: BenchmarkDecoder;
  /** Changes that are tried beside. */
  readonly mends: readonly Mend[];
  /** Whether the simulated user is let try it, which takes longest. */
  readonly online: boolean;
}

/** How a decoder did in one session. */
export interface SessionScore {
  readonly name: string;
  /** Mean over classes of the share of right decisions: rest counts no more than any movement. */
  readonly accuracy: number;
  /** Share of wrong ones among decisions that moved something; null where nothing moved. */
  readonly activeErrorRate: number | null;
  /** Share of intended rest in which something moved. */
  readonly movingAtRest: number;
  /** Share of intended movement in which nothing moved. */
  readonly still: number;
  /** Times the disturbance ended with decisions other than undisturbed, and mean seconds until they were alike again. */
  readonly recovery?: { readonly disturbed: number; readonly seconds: number | null };
}

/** A daily living script, decoded live. */
export interface LivingScore {
  readonly accuracy: number;
  /** Movements out of rest while rest was intended. */
  readonly falseActivations: number;
  /** Seconds in which rest was intended and nothing moved. */
  readonly stillSeconds: number;
  /** Share of intended rest in which something moved. */
  readonly movingAtRest: number;
  /** Median time from an intent to the first right decision; null where none was. */
  readonly onsetSeconds: number | null;
}

/** Everything measured of one person. */
export interface PersonScores {
  readonly person: SuitePerson;
  readonly sessions: readonly SessionScore[];
  readonly living: LivingScore;
  /** Null where no joint can be moved both ways, or the test was not asked for. */
  readonly online: OnlineScore | null;
  /** Sessions and living under every change that was tried. */
  readonly mends: readonly {
    readonly name: string;
    readonly sessions: readonly SessionScore[];
    readonly living: LivingScore;
  }[];
  /** What must be said of the numbers, as sentences. */
  readonly notes: readonly string[];
}

/** What became of a person: scores, or why there are none. */
export type PersonOutcome =
  | { readonly scores: PersonScores }
  | { readonly failure: { readonly person: SuitePerson; readonly message: string; readonly hint: string } };
