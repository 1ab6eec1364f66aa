import { describe, expect, it } from 'vitest';
import { liveAt } from '../../../../../src/ground/signal/field.js';
import { bodyFields, type BodyScenario } from '../../../../../src/body/synthesis/body-scenario.js';
import { artefactFlags, type Synthesizer } from '../../../../../src/body/synthesis/synthesizer.js';
import { dialBody, withField } from './dial-body.js';
import type { DialRow } from './dial-row.js';
import { dialRows } from './dial-rows.js';
import { adoptRequested, bankOf, bend, record as recordIn, synthesizerOf, type Measured } from './measure.js';

const liveOf = (path: string): string => liveAt(bodyFields, path.split('.'));
const rowsOf = (live: string): DialRow[] => dialRows.filter(({ path }) => liveOf(path) === live);
const bodiesOf = ({ given = {}, path, to }: DialRow): [BodyScenario, BodyScenario] => {
  const before = dialBody(given);
  return [before, withField(before, path, to)];
};

/** A stream with the effort of the row. */
function started(body: BodyScenario, { protocol }: DialRow): Synthesizer {
  const synthesizer = synthesizerOf(body, { rederive: 'host' });
  synthesizer.intend(protocol?.effort === undefined ? bend(0.4) : protocol.effort);
  return synthesizer;
}

/**
 * In pieces long enough to be quick, but not so long that all of intent is lost. Tired muscles get new templates; a
 * changed body is left to the tests.
 */
function record(synthesizer: Synthesizer, seconds: number): Measured {
  const beforeBlock = (): void => {
    if (synthesizer.scenario.motorUnits.fatigue && synthesizer.templatesStale) adoptRequested(synthesizer);
  };
  return recordIn(synthesizer, seconds, { blockMs: 50, beforeBlock });
}

/** Two stretches, one after the other, of a stream that nobody turns; recorded once for rows alike. */
function steady(body: BodyScenario, row: DialRow, seconds: readonly [number, number]): readonly Measured[] {
  const key = JSON.stringify([body, row.protocol ?? {}, seconds]);
  const known = steadyStreams.get(key);
  if (known) return known;
  const synthesizer = started(body, row);
  const recorded = seconds.map((some) => record(synthesizer, some));
  steadyStreams.set(key, recorded);
  return recorded;
}
const steadyStreams = new Map<string, readonly Measured[]>();

/** Fails where a listener could tell two streams apart. */
function expectAlike(a: Measured, b: Measured): void {
  expect(firstDifference(a, b)).toBe(Infinity);
  expect(JSON.stringify(a.discharges)).toBe(JSON.stringify(b.discharges));
  expect(JSON.stringify(a.intents)).toBe(JSON.stringify(b.intents));
}

/** Largest step from one sample to the next. */
function steepest(rows: readonly Float32Array[]): number {
  let most = 0;
  for (const row of rows)
    for (let i = 1; i < row.length; i++) most = Math.max(most, Math.abs(row[i] - row[i - 1]));
  return most;
}

function largestDifference(a: readonly Float32Array[], b: readonly Float32Array[], from: number): number {
  let most = 0;
  a.forEach((row, r) => {
    for (let i = from; i < row.length; i++) most = Math.max(most, Math.abs(row[i] - b[r][i]));
  });
  return most;
}

/** First sample at which two recordings differ, NaN being like NaN; Infinity where they do not. */
function firstDifference(a: Measured, b: Measured): number {
  let first = Infinity;
  const compare = (x: ArrayLike<number>, y: ArrayLike<number>): void => {
    for (let i = 0; i < Math.min(x.length, first); i++)
      if (!Object.is(x[i], y[i])) first = Math.min(first, i);
  };
  for (const part of ['rows', 'clean', 'excitation', 'force'] as const)
    a[part].forEach((row, r) => compare(row, b[part][r]));
  compare(a.flags, b.flags);
  return first;
}

describe('a field that says block', () => {
  it.each(rowsOf('block'))(
    '$path: turned before the first sample it is as if it had always been so',
    (row) => {
      const [before, after] = bodiesOf(row);
      const turned = started(before, row);
      expect(turned.update(after)).toBe('block');
      expect(turned.templatesStale).toBe(false);
      expect(turned.scenario).toEqual(after);
      expectAlike(record(turned, 0.8), record(started(after, row), 0.8));
    },
  );

  it.each(rowsOf('block'))('$path: shows while the stream runs, without a gap or a click', (row) => {
    const { at = 1, within = 0.1 } = row.turned ?? {};
    const [before, after] = bodiesOf(row);
    const seconds = Number.isFinite(within) ? within : 0.1;
    const [first, same] = steady(before, row, [at, seconds]);
    const turned = started(before, row);
    expect(firstDifference(record(turned, at), first)).toBe(Infinity);
    expect(turned.update(after)).toBe('block');
    expect(turned.index).toBe(Math.round(at * before.sampleRateHz));
    const changed = record(turned, seconds);
    const shows = firstDifference(changed, same);
    if (Number.isFinite(within)) expect(shows).toBeLessThan(seconds * before.sampleRateHz);
    else expect(turned.warnings).not.toEqual(same.synthesizer.warnings);
    // Muscles neither jump nor pause: no step in the clean EMG that neither state has by itself.
    const whole = record(started(after, row), at + seconds + 2);
    const own = Math.max(steepest(first.clean), steepest(same.clean), steepest(whole.clean));
    expect(steepest(changed.clean)).toBeLessThanOrEqual(1.3 * own);
  });
});

describe('a field that says templates', () => {
  it.each(rowsOf('templates'))(
    '$path: needs new templates, and with them is as if it had always been so',
    (row) => {
      const [before, after] = bodiesOf(row);
      const turned = started(before, row);
      expect(turned.update(after)).toBe('templates');
      expect(turned.templatesStale).toBe(true);
      adoptRequested(turned);
      expect(turned.templatesStale).toBe(false);
      expect(turned.update(after)).toBe('block');
      expectAlike(record(turned, 0.6), record(started(after, row), 0.6));
    },
  );

  it.each(rowsOf('templates'))(
    '$path: passes over while the stream runs, without a gap or a click',
    (row) => {
      const [before, after] = bodiesOf(row);
      const turned = started(before, row);
      const at = 0.6;
      record(turned, at);
      expect(turned.update(after)).toBe('templates');
      adoptRequested(turned);
      const passage = record(turned, 0.6);
      const [old, present] = [before, after].map((body) => steady(body, row, [at, 0.6])[1].clean);
      const last = passage.flags.findLastIndex((flag) => flag & artefactFlags.crossFade);
      expect(last).toBeGreaterThan(0);
      expect(last).toBeLessThan(0.4 * before.sampleRateHz);
      expect(largestDifference(passage.clean, present, last + 1)).toBeLessThan(1e-9);
      expect(largestDifference(passage.clean, old, last + 1)).toBeGreaterThan(1e-9);
      expect(steepest(passage.clean)).toBeLessThanOrEqual(1.1 * Math.max(steepest(old), steepest(present)));
    },
  );
});

describe('a field that says body or person', () => {
  it.each([...rowsOf('body'), ...rowsOf('person')])('$path: asks for it and changes nothing', (row) => {
    const [before, after] = bodiesOf(row);
    const turned = started(before, row);
    record(turned, 0.1);
    expect(turned.update(after)).toBe(liveOf(row.path));
    expect(turned.scenario).toEqual(before);
    expect(turned.templatesStale).toBe(false);
    expect(firstDifference(record(turned, 0.1), steady(before, row, [0.1, 0.1])[1])).toBe(Infinity);
    expect(bankOf(after)).toBeDefined();
  });
});

describe('no field', () => {
  it('says anything else', () => {
    expect(new Set(dialRows.map(({ path }) => liveOf(path)))).toEqual(
      new Set(['block', 'templates', 'body', 'person']),
    );
  });
});
