import type { PathMatch } from './label-pattern.js';

/** What a path says of a recording beside what a pattern found in it. */
export interface PathFacts {
  readonly subject?: string;
  /** Numbers of trial, session, run …, each with its word. */
  readonly trials: readonly { readonly word: string; readonly number: string }[];
  /** Which half of a divided data set it stands in. */
  readonly part?: 'train' | 'test';
  /** Another sensor than electrodes, such as `imu`. */
  readonly sensor?: string;
  /** Words of the path that say none of this, in order. */
  readonly words: readonly string[];
}

const subject =
  /(?:^|[/_])((?:person|people|subject|subj|participant|patient|user|sub|s|p)[-_ ]?\d+)(?=$|[/_.])/di;
const trial = /(?:^|[/_])(trial|session|ses|run|set|take|day|block)[-_ ]?(\d+)(?=$|[/_.-])/dgi;
const train = /^(?:train|training)$/i;
const test = /^(?:test|testing)$/i;
const electrodes = /^s?emg$/i;
const otherSensor =
  /^(?:imu|acc(?:el\w*)?|gyr\w*|mag(?:net\w*)?|quat\w*|orientation|force|torque|glove|eeg|ecg|ppg|eda)$/i;

/** Read what is written in a path in words that many data sets share. */
export function pathFacts(path: string, match: PathMatch | undefined): PathFacts {
  const stem = path.replace(/\.[^./]+$/, '');
  const spans = [...(match?.spans ?? [])];
  const person = subject.exec(stem);
  if (person?.indices?.[1]) spans.push(person.indices[1]);
  const trials = [...stem.matchAll(trial)].map((found) => {
    if (found.indices?.[0]) spans.push(found.indices[0]);
    return { word: (found[1] ?? '').toLowerCase(), number: String(Number(found[2])) };
  });
  const words = remaining(stem, spans);
  const name = person?.[1];
  const part = words.some((word) => train.test(word))
    ? 'train'
    : words.some((word) => test.test(word))
      ? 'test'
      : undefined;
  const sensor = words.find((word) => otherSensor.test(word));
  return {
    ...(name !== undefined && { subject: name }),
    trials,
    ...(part && { part }),
    ...(sensor !== undefined && { sensor: sensor.toLowerCase() }),
    words: words.filter((word) => !electrodes.test(word) && word !== name),
  };
}

/** Words of a text outside some spans of it. */
function remaining(text: string, spans: readonly (readonly [number, number])[]): string[] {
  const letters = [...text.split('')];
  for (const [from, until] of spans) letters.fill('/', from, until);
  // What is left of C_3_R_1 beside its numbers says nothing.
  return letters
    .join('')
    .split(/[/_]+/)
    .filter((word) => word !== '' && !/^(?:c|r|class|rep|repetition|gesture)$/i.test(word));
}

/** Whether a word says that a recording is one half of a divided data set. */
export function saysPart(word: string): boolean {
  return train.test(word) || test.test(word);
}
