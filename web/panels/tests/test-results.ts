import type { TestState, TestTrial } from '../../../src/protocol/test-state.js';
import { percent, short } from '../../data/format.js';

/** A measure that trials and their summary share. */
export interface Measure {
  readonly key: Exclude<keyof TestTrial, 'target' | 'completed'>;
  readonly label: string;
  readonly title: string;
  readonly kind: 'seconds' | 'share' | 'count' | 'number';
}

const measures: readonly Measure[] = [
  {
    key: 'selectionSeconds',
    label: 'Selected after',
    title: 'From the first decision that was not rest to the first right one',
    kind: 'seconds',
  },
  {
    key: 'completionSeconds',
    label: 'Completed in',
    title: 'Without the time of holding still',
    kind: 'seconds',
  },
  { key: 'accuracy', label: 'Right', title: 'Share of right decisions', kind: 'share' },
  { key: 'overshoots', label: 'Overshoots', title: 'Times the target was left again', kind: 'count' },
  {
    key: 'pathEfficiency',
    label: 'Path',
    title: 'Shortest way divided by the way taken',
    kind: 'share',
  },
  { key: 'indexOfDifficulty', label: 'Difficulty, bit', title: 'Index of difficulty', kind: 'number' },
  { key: 'throughput', label: 'Bit/s', title: 'Throughput (ISO 9241-411)', kind: 'number' },
  {
    key: 'stoppingDistance',
    label: 'Stopping',
    title: 'Way gone within the target while holding still',
    kind: 'number',
  },
];

/** Measures that this test reports. */
export function measuresOf(state: Pick<TestState, 'results'>): readonly Measure[] {
  return measures.filter(({ key }) => state.results.some((trial) => trial[key] !== undefined));
}

/** One value as the table shows it. */
export function measureText({ kind }: Measure, value: number | null | undefined): string {
  if (value === undefined || value === null) return '–';
  if (kind === 'seconds') return `${value.toFixed(2)} s`;
  if (kind === 'share') return percent(value);
  return short(value);
}

/** Results as comma-separated values, one trial a line, plain numbers. */
export function resultsCsv(state: Pick<TestState, 'results'>): string {
  const columns = measuresOf(state);
  const lines = [['trial', 'target', 'completed', ...columns.map(({ key }) => key)].join(',')];
  state.results.forEach((trial, i) => {
    const values = columns.map(({ key }) => trial[key] ?? '');
    lines.push([i + 1, quoted(trial.target), trial.completed ? 1 : 0, ...values].join(','));
  });
  return `${lines.join('\n')}\n`;
}

const quoted = (text: string): string => (/[",\n]/u.test(text) ? `"${text.replace(/"/gu, '""')}"` : text);
