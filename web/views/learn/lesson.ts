import type { StreamName } from '../../../src/protocol/stream-kind.js';
import type { Json } from '../../data/is-record.js';
import type { Measured } from './measured.js';
import type { PictureKind } from './picture.js';

/** What a stretch came to, by name: numbers that a lesson's texts and its check are made of. */
export type Numbers = Readonly<Record<string, number>>;

/** What the patient is asked to do meanwhile; `script`: what their script says. */
export type Effort =
  'script' | 'rest' | readonly { readonly movement: MovementChoice; readonly percent: number }[];
/** A movement of whoever is there, by its place in their script. */
export type MovementChoice = 0 | 1;

/** One position of a lesson's control. */
export interface Setting {
  readonly id: string;
  /** What is changed of the patient; what others of the same lesson change is named by each of them. */
  readonly patch?: Json;
  readonly effort: Effort;
  /** Which motor unit of a muscle is looked at, from 0 (first recruited) to 1 (last). */
  readonly unit?: number;
}

/** Whom a lesson needs. */
export interface Patient {
  /** Whether whoever is there can show it. */
  fits(scenario: unknown): boolean;
  /** Preset of who is brought otherwise. */
  readonly preset: string;
  /** What the lesson changes of either of them before it begins. */
  readonly patch?: Json;
}

/** One question, one control, one picture, and a claim that the running stream is asked about. */
export interface Lesson<Id extends string = string> {
  readonly id: Id;
  readonly patient: Patient;
  /** Positions of the control, the one to start from first. */
  readonly settings: readonly Setting[];
  /** Seconds that are measured in each setting. */
  readonly seconds: number;
  /** Groups of the scenario in which a change of a setting takes new action potentials, which come a moment later. */
  readonly derives?: readonly string[];
  /** It measures what is told once a second only, and must have been told anew. */
  readonly awaitsStatistics?: boolean;
  /** Streams it needs; `filtered` among them, whose samples tell the time. */
  readonly streams: readonly ['filtered', ...StreamName[]];
  readonly picture: PictureKind;
  measure(at: Measured): Numbers;
  /** The number that stands beside each picture, and its unit. */
  readonly shows: { readonly name: string; readonly unit: string };
  /**
   * Which of the choices the numbers speak for, once all settings were measured.
   * @param numbers of the settings, in their order
   */
  outcome(numbers: readonly Numbers[]): string;
  /** What is expected by those who know; a test holds that the product shows it. */
  readonly expected: string;
}
