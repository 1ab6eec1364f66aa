import { naturally } from '../../src/ground/signal/naturally.js';
import type { SampleBlock } from '../../src/ground/signal/sample-block.js';
import type { SegmentOrigin } from '../../src/ground/signal/segment-origin.js';

/** A labelled stretch of signal. */
type Labelled = SegmentOrigin & { readonly signal: SampleBlock };

/** What was found in labelled recordings. */
export interface DataSummary {
  /** People, as the recordings call them; empty where they name none. */
  readonly people: readonly string[];
  readonly classes: readonly ClassSummary[];
  /** Takes, sessions or conditions, as the recordings call them. */
  readonly trials: readonly string[];
  /** Labelled stretches of signal. */
  readonly recordings: number;
  readonly seconds: number;
  /** What was left out and why, a phrase each. */
  readonly leftOut: readonly string[];
}

/** What was found of one class. */
export interface ClassSummary {
  readonly label: string;
  readonly recordings: number;
  readonly seconds: number;
}

/** What labelled stretches hold, in their order. */
export function dataSummary(segments: readonly Labelled[], leftOut: readonly string[] = []): DataSummary {
  const classes = new Map<string, { recordings: number; seconds: number }>();
  for (const { label, signal } of segments) {
    const { recordings, seconds } = classes.get(label) ?? { recordings: 0, seconds: 0 };
    classes.set(label, {
      recordings: recordings + 1,
      seconds: seconds + signal.length / signal.sampleRateHz,
    });
  }
  return {
    people: inOrder(segments.flatMap(({ subject }) => subject ?? [])),
    classes: [...classes].map(([label, found]) => ({ label, ...found })),
    trials: inOrder(segments.map(({ trial }) => trial)),
    recordings: segments.length,
    seconds: [...classes.values()].reduce((sum, { seconds }) => sum + seconds, 0),
    leftOut,
  };
}

/** A summary as one sentence: `2 people, 5 classes (rest, …), 4 trials, 40 recordings, 120.0 s; left out: …`. */
export function summaryText({ people, classes, trials, recordings, seconds, leftOut }: DataSummary): string {
  const parts = [
    people.length > 1 ? counted(people, 'people') : people.length === 1 ? `person ${people[0]}` : undefined,
    counted(
      classes.map(({ label }) => label),
      'class',
    ),
    trials.length > 1 ? counted(trials, 'trial') : undefined,
    `${recordings} recordings`,
    `${seconds.toFixed(1)} s`,
  ];
  const found = parts.filter((part) => part !== undefined).join(', ');
  return leftOut.length === 0 ? found : `${found}; left out: ${leftOut.join('; ')}`;
}

const SHOWN = 12;

function counted(names: readonly string[], what: string): string {
  const plural = what === 'class' ? 'classes' : what === 'people' ? what : `${what}s`;
  const more = names.length > SHOWN ? ' …' : '';
  return `${names.length} ${names.length === 1 ? what : plural} (${names.slice(0, SHOWN).join(', ')}${more})`;
}

function inOrder(names: readonly string[]): string[] {
  return [...new Set(names)].sort(naturally);
}
