import { from, lastValueFrom, Subject, toArray } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../../src/decoder/decision.js';
import { Decoder } from '../../../../src/decoder/decoder.js';
import type { OutsideModel, Sample, SampleKind } from '../../../../src/decoder/outside-model.js';
import type { Window } from '../../../../src/decoder/window.js';
import { decodedOutside } from '../../../../src/pipeline/operators/decoded-outside.js';
import { filtered } from '../../../../src/pipeline/operators/filtered.js';
import { windowed } from '../../../../src/pipeline/operators/windowed.js';
import { trained } from '../../../support/trained-decoders.js';
import { recording, recordings } from '../../../support/training-recordings.js';

const decoder = trained({ smoothing: { majorityVotes: 1 } });
const answerFor = (label: string): Float64Array =>
  Float64Array.from(decoder.classes, (name) => (name === label ? 1 : 0));

type Answer = (posterior?: Float64Array) => void;

/** A model that answers when the test says so. */
class HandModel implements OutsideModel {
  readonly name = 'by hand';
  readonly latency = { answers: 0, unanswered: 0, meanMs: NaN, p95Ms: NaN, maxMs: NaN };
  readonly asked: { readonly sample: Sample; readonly answer: Answer }[] = [];
  constructor(readonly kind: SampleKind = 'features') {}
  prepare(): Promise<void> {
    return Promise.resolve();
  }
  posterior(sample: Sample): Promise<Float64Array | undefined> {
    return new Promise((answer) => this.asked.push({ sample, answer }));
  }
  close(): Promise<void> {
    return Promise.resolve();
  }
}

/** Windows of a recording that is pushed by hand. */
function listen(model: OutsideModel, by: Decoder | Subject<Decoder> = decoder) {
  const windows$ = new Subject<Window>();
  const decisions: Decision[] = [];
  const ended: unknown[] = [];
  const listening = windows$.pipe(decodedOutside(by, model)).subscribe({
    next: (decision) => decisions.push(decision),
    error: (error: unknown) => ended.push(error),
    complete: () => ended.push('complete'),
  });
  return { windows$, decisions, ended, listening };
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
/** One buffer for all windows, as the windower has it. */
const shared = new Float32Array(4 * 200);
const window = (n: number): Window => {
  shared.fill((n + 1) * 1e-6);
  return { index: 50 * n, channels: 4, length: 200, sampleRateHz: 1000, data: shared };
};

describe('decodedOutside', () => {
  it('decides in the order of the windows, whichever answer comes first', async () => {
    const model = new HandModel();
    const { windows$, decisions } = listen(model);
    for (let n = 0; n < 3; n++) windows$.next(window(n));
    model.asked[2].answer(answerFor('hand-open'));
    model.asked[1].answer(answerFor('elbow-flexion'));
    await settled();
    expect(decisions).toEqual([]);
    model.asked[0].answer(answerFor('hand-close'));
    await settled();
    expect(decisions.map(({ decided }) => decided)).toEqual(['hand-close', 'elbow-flexion', 'hand-open']);
    expect(decisions.map(({ windowIndex, index }) => [windowIndex, index])).toEqual([
      [0, 200],
      [50, 250],
      [100, 300],
    ]);
  });

  it('takes its samples at once, so that the windower may go on', async () => {
    const model = new HandModel('window');
    const { windows$ } = listen(model);
    windows$.next(window(0));
    windows$.next(window(1));
    await settled();
    expect(model.asked.map(({ sample }) => sample.flat()[0])).toEqual([1, 2]);
  });

  it('rests where there is no answer; a decoder without rest asks its own model', async () => {
    const model = new HandModel();
    const { windows$, decisions } = listen(model);
    windows$.next(window(0));
    model.asked[0].answer();
    await settled();
    expect(decisions[0].decided).toBe('rest');
    const moving = recordings(3, ['hand-close', 'hand-open']);
    const restless = Decoder.train(decoder.spec, moving, { ...decoder.signal }).decoder;
    const other = listen(model, restless);
    other.windows$.next(window(0));
    model.asked[1].answer();
    await settled();
    expect(other.decisions[0].posterior).toEqual(restless.decide(window(0)).posterior);
  });

  it('keeps a bounded number of questions open: live the others count as rest', async () => {
    const model = new HandModel();
    const { windows$, decisions, ended } = listen(model);
    for (let n = 0; n < 40; n++) windows$.next(window(n));
    windows$.complete();
    await settled();
    expect(model.asked).toHaveLength(32);
    expect(ended).toEqual([]);
    for (const { answer } of model.asked) answer(answerFor('hand-close'));
    await settled();
    expect(decisions.map(({ decided }) => decided)).toEqual([
      ...new Array<string>(32).fill('hand-close'),
      ...new Array<string>(8).fill('rest'),
    ]);
    expect(ended).toEqual(['complete']);
  });

  it('asks about every window of a recording, a bounded number at a time', async () => {
    const model = new HandModel();
    let open = 0;
    let most = 0;
    model.posterior = async () => {
      most = Math.max(most, ++open);
      await settled();
      open--;
      return answerFor('hand-open');
    };
    const { signal } = recording('hand-open', 9, { seconds: 6 });
    const decisions = await lastValueFrom(
      from([signal]).pipe(
        filtered(decoder),
        windowed(decoder),
        decodedOutside(decoder, model, { overflow: 'wait' }),
        toArray(),
      ),
    );
    expect(decisions).toHaveLength(117);
    expect(decisions.every(({ decided }) => decided === 'hand-open')).toBe(true);
    expect(decisions.map(({ index }) => index)).toEqual(decisions.map((_, n) => 200 + 50 * n));
    expect(most).toBe(32);
  });

  it('says nothing after nobody listens, nor what a former decoder asked', async () => {
    const model = new HandModel();
    const decoder$ = new Subject<Decoder>();
    const { windows$, decisions, listening } = listen(model, decoder$);
    decoder$.next(decoder);
    windows$.next(window(0));
    const other = trained({ smoothing: { majorityVotes: 1 }, classifier: 'qda' });
    decoder$.next(other);
    windows$.next(window(1));
    model.asked[0].answer(answerFor('hand-close'));
    model.asked[1].answer(answerFor('hand-open'));
    await settled();
    expect(decisions.map(({ decided }) => decided)).toEqual(['hand-open']);
    windows$.next(window(2));
    listening.unsubscribe();
    expect(windows$.observed).toBe(false);
    model.asked[2].answer(answerFor('hand-open'));
    await settled();
    expect(decisions).toHaveLength(1);
  });

  it('passes on an error of the windows', () => {
    const { windows$, ended } = listen(new HandModel());
    windows$.error(new Error('broken'));
    expect(ended).toEqual([new Error('broken')]);
  });
});
