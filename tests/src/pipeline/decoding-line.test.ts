import { merge, of, Subject } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../src/decoder/decision.js';
import { prosthesisFields } from '../../../src/decoder/prosthesis/prosthesis-fields.js';
import { defaultsOf } from '../../../src/ground/signal/parse-fields.js';
import type { SampleBlock } from '../../../src/ground/signal/sample-block.js';
import { decodingLine, type LineSettings } from '../../../src/pipeline/decoding-line.js';
import { actuated } from '../../../src/pipeline/operators/actuated.js';
import { commanded } from '../../../src/pipeline/operators/commanded.js';
import { decoded } from '../../../src/pipeline/operators/decoded.js';
import { filtered } from '../../../src/pipeline/operators/filtered.js';
import { windowed } from '../../../src/pipeline/operators/windowed.js';
import { valuesAtOnce } from '../../../src/pipeline/values-at-once.js';
import { consumerOf } from '../../support/consumer-of.js';
import { conformsAsConsumer, split } from '../../support/processor-suite.js';
import { trained } from '../../support/trained-decoders.js';
import { recording } from '../../support/training-recordings.js';

const decoder = trained();
const prosthesis = defaultsOf(prosthesisFields);
const settings: LineSettings = { decoder, prosthesis, joints: ['hand', 'elbow'] };
const closing = recording('hand-close', 9).signal;
const blocks = split(closing, 20);

/** A line that listens to a signal pushed by hand. */
function live(first: LineSettings = settings) {
  const blocks$ = new Subject<SampleBlock>();
  const settings$ = new Subject<LineSettings>();
  const line = decodingLine(blocks$, settings$);
  const decisions: Decision[] = [];
  const elbow: (number | undefined)[] = [];
  const hand: (number | undefined)[] = [];
  const listening = line.decisions$.subscribe((decision) => decisions.push(decision));
  listening.add(
    line.prosthesis$.subscribe(({ positions }) => {
      hand.push(positions.hand);
      elbow.push(positions.elbow);
    }),
  );
  settings$.next(first);
  return { blocks$, settings$, line, decisions, hand, elbow, listening };
}

conformsAsConsumer(
  'a decoding line',
  () =>
    consumerOf(
      (blocks$) => {
        const { decisions$, commands$, features$ } = decodingLine(blocks$, of(settings));
        return merge(decisions$, commands$, features$);
      },
      (value) => ('window' in value ? value.values : value),
    ),
  4,
);

describe('decodingLine', () => {
  it('is the sentence of operators', () => {
    const { blocks$, decisions, hand } = live();
    for (const block of blocks) blocks$.next(block);
    const sentence = of(...blocks).pipe(filtered(decoder), windowed(decoder), decoded(decoder));
    expect(decisions).toEqual(valuesAtOnce(sentence));
    expect(hand).toHaveLength(blocks.length);
    // By blocks the newest command counts up to 20 ms earlier than by commands.
    const { positions } = valuesAtOnce(
      sentence.pipe(commanded(prosthesis), actuated({ ...settings, sampleRateHz: 1000 })),
    ).slice(-1)[0];
    expect(Math.abs((hand.at(-1) ?? 0) - (positions.hand ?? 0))).toBeLessThan(5);
  });

  it('puts joints where new settings say, once', () => {
    const { blocks$, settings$, elbow } = live();
    const feed = (from: number, to: number): void => {
      for (const block of blocks.slice(from, to)) blocks$.next(block);
    };
    feed(0, 2);
    expect(elbow).toEqual([10, 10]); // Where its range begins.
    const posed = { ...settings, posture: { elbow: 40 } };
    settings$.next(posed);
    feed(2, 4);
    settings$.next({ ...posed, joints: ['elbow'] });
    feed(4, 5);
    expect(elbow.slice(2)).toEqual([40, 40, 40]);
    settings$.next({ ...settings, posture: { elbow: 90 } });
    feed(5, 6);
    expect(elbow.at(-1)).toBe(90);
  });

  it('runs every step once, however many listen', () => {
    const { blocks$, line, decisions } = live();
    let windows = 0;
    let filteredBlocks = 0;
    let observed = 0;
    const observe = decoder.observe.bind(decoder);
    decoder.observe = (window) => {
      observed++;
      return observe(window);
    };
    line.windows$.subscribe(() => windows++);
    line.filtered$.subscribe(() => filteredBlocks++);
    line.features$.subscribe();
    line.commands$.subscribe();
    for (const block of blocks) blocks$.next(block);
    decoder.observe = observe;
    expect(filteredBlocks).toBe(blocks.length);
    expect(windows).toBe(decisions.length);
    expect(observed).toBe(decisions.length);
  });

  it('takes new settings with the next block, all at once; index and posture go on', () => {
    const { blocks$, settings$, line, decisions, hand } = live();
    const other = trained({ windowMs: 100, stepMs: 20, features: ['TDAR'], filters: [] });
    let switched = -1;
    // Whoever changes settings while a block is under way must not tear it apart.
    line.windows$.subscribe(({ index }) => {
      if (index >= 800 && switched < 0) {
        switched = index + 200;
        settings$.next({ ...settings, decoder: other });
      }
    });
    for (const block of blocks) blocks$.next(block);
    const later = decisions.filter(({ index }) => index > switched + 20);
    expect(decisions.filter(({ index }) => index <= switched).at(-1)?.index).toBe(switched);
    expect(later[0].windowIndex).toBeGreaterThanOrEqual(switched);
    expect(later.map(({ index, windowIndex }) => index - windowIndex)).toEqual(later.map(() => 100));
    expect(later.map(({ index }) => index - later[0].index)).toEqual(later.map((_, n) => 20 * n));
    const jumps = hand.map((position, n) => Math.abs((position ?? 0) - (hand[n - 1] ?? 0)));
    expect(Math.max(...jumps)).toBeLessThan(10);
    expect(hand.at(-1)).toBeGreaterThan(10);
  });

  it('does not disturb filters that stay the same', () => {
    const { blocks$, settings$, line } = live();
    const seen: number[] = [];
    line.filtered$.subscribe(({ data }) => seen.push(...data.subarray(0, 20)));
    blocks.forEach((block, n) => {
      if (n === 50) settings$.next({ ...settings, decoder: trained({ features: ['TDAR'] }) });
      blocks$.next(block);
    });
    const whole = valuesAtOnce(of(closing).pipe(filtered(decoder)))[0];
    expect(seen).toEqual(Array.from(whole.data.subarray(0, closing.length)));
  });

  it('counts samples that were not finite in the block they came in', () => {
    const { blocks$, line } = live();
    const replaced: number[] = [];
    line.filtered$.subscribe((block) => replaced.push(block.replaced));
    const broken = { ...blocks[1], data: blocks[1].data.slice() };
    broken.data.fill(NaN, 3, 6);
    for (const block of [blocks[0], broken, blocks[2]]) blocks$.next(block);
    expect(replaced).toEqual([0, 3, 0]);
  });

  it('lets an outside model answer, and the decoder’s own again', async () => {
    const outside = {
      name: 'always open',
      kind: 'features' as const,
      latency: { answers: 0, unanswered: 0, meanMs: NaN, p95Ms: NaN, maxMs: NaN },
      prepare: () => Promise.resolve(),
      posterior: () =>
        Promise.resolve(Float64Array.from(decoder.classes, (name) => (name === 'hand-open' ? 1 : 0))),
      close: () => Promise.resolve(),
    };
    const { blocks$, settings$, decisions } = live({ ...settings, outside });
    for (const block of blocks.slice(0, 50)) blocks$.next(block);
    expect(decisions).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve));
    expect(new Set(decisions.map(({ decided }) => decided))).toEqual(new Set(['hand-open']));
    settings$.next(settings);
    const before = decisions.length;
    for (const block of blocks.slice(50)) blocks$.next(block);
    expect(decisions.slice(before).at(-1)?.decided).toBe('hand-close');
  });

  it('ends with the signal, fails with it, and stops when nobody listens', () => {
    const { blocks$, line, listening } = live();
    const ended: unknown[] = [];
    const watch = line.commands$.subscribe({ complete: () => ended.push('complete') });
    listening.unsubscribe();
    watch.unsubscribe();
    expect(blocks$.observed).toBe(false);
    line.prosthesis$.subscribe({ complete: () => ended.push('end') });
    blocks$.complete();
    expect(ended).toEqual(['end']);
    const failing = live();
    failing.line.prosthesis$.subscribe({ error: (error: unknown) => ended.push(error) });
    failing.line.decisions$.subscribe({ error: () => undefined });
    failing.listening.unsubscribe();
    failing.blocks$.error(new Error('broken'));
    expect(ended.at(-1)).toEqual(new Error('broken'));
  });
});
