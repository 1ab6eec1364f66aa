import type { TestState, TestTrial } from '../../../src/protocol/test-state.js';
import { percent, short } from '../../data/format.js';

/** A measure that trials and their summary share. */
export interface Measure {
  readonly key: Exclude<keyof TestTrial, 'target' | 'completed'>;
  readonly kind: 'seconds' | 'share' | 'count' | 'number';
}

const measures: readonly Measure[] = [
  {
    key: 'selectionSeconds',
    kind: 'seconds',
  },
  {
    key: 'completionSeconds',
    kind: 'seconds',
  },
  { key: 'accuracy', kind: 'share' },
  { key: 'overshoots', kind: 'count' },
  {
    key: 'pathEfficiency',
    kind: 'share',
  },
  { key: 'indexOfDifficulty', kind: 'number' },
  { key: 'throughput', kind: 'number' },
  {
    key: 'stoppingDistance',
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
