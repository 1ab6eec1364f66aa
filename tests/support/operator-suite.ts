import { from, map, mergeMap, Subject, type Observable, type OperatorFunction } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { describe, expect, it } from 'vitest';
import { ConfigError } from '../../src/ground/signal/errors.js';
import type { Live } from '../../src/pipeline/live.js';

/** An operator that answers at once, with what to try it on. */
export interface OperatorCase<In, Out, Setting> {
  readonly operator: (setting: Live<Setting>) => OperatorFunction<In, Out>;
  /** Four values of a stream, of which at least the last two give something. */
  readonly inputs: readonly [In, In, In, In];
  readonly first: Setting;
  /** Gives something else than the first, from a new start. */
  readonly second: Setting;
  /** What of a result is compared, without views of what the next one overwrites. */
  readonly kept?: (result: Out) => unknown;
  /** Whether it works without a setting. */
  readonly optional?: boolean;
}

/** Marble tests that every operator passes. */
export function conformsAsOperator<In, Out, Setting>(
  name: string,
  {
    operator,
    inputs,
    first,
    second,
    kept = (result) => result,
    optional = false,
  }: OperatorCase<In, Out, Setting>,
): void {
  const [a, b, c, d] = inputs;
  const values = { a, b, c, d };
  const run = (setting: Live<Setting>) => (source: Observable<In>) =>
    source.pipe(operator(setting), map(kept));
  /** What comes of each value, one after the other. */
  const results = (setting: Setting, given: readonly In[]): unknown[][] => {
    const source = new Subject<In>();
    let came: unknown[] = [];
    source.pipe(run(setting)).subscribe((result) => came.push(result));
    return given.map((value) => {
      came = [];
      source.next(value);
      return came;
    });
  };
  const marbles = (test: Parameters<TestScheduler['run']>[0]): void => {
    new TestScheduler((actual, expected) => expect(actual).toEqual(expected)).run(test);
  };

  describe(`${name} as an operator`, () => {
    const wanted = results(first, inputs);

    it('gives something of the last two values', () => {
      expect(wanted[2].length).toBeGreaterThan(0);
      expect(wanted[3].length).toBeGreaterThan(0);
      expect(results(second, inputs)).not.toEqual(wanted);
    });

    it('answers at once, and ends with its source', () => {
      marbles(({ cold, expectObservable, expectSubscriptions }) => {
        const source = cold('-a-bc-d--|', values);
        const answers = cold('-0-12-3--|').pipe(mergeMap((n) => from(wanted[Number(n)])));
        expectObservable(source.pipe(run(first))).toEqual(answers);
        expectSubscriptions(source.subscriptions).toBe('^--------!');
      });
    });

    it('passes on an error', () => {
      marbles(({ cold, expectObservable }) => {
        const failing = cold('-a-bc-#', values, new Error('broken'));
        const answers = cold('-0-12-#', undefined, new Error('broken')).pipe(
          mergeMap((n) => from(wanted[Number(n)])),
        );
        expectObservable(failing.pipe(run(first))).toEqual(answers);
      });
    });

    it('lets go of its source and its settings', () => {
      marbles(({ cold, hot, expectObservable, expectSubscriptions }) => {
        const source = cold('-a-bc-d--|', values);
        const settings = hot('x-------------', { x: first });
        expectObservable(source.pipe(run(settings)), '^----!');
        expectSubscriptions(source.subscriptions).toBe('^----!');
        expectSubscriptions(settings.subscriptions).toBe('^----!');
      });
    });

    it('begins anew with every subscription, also while another runs', () => {
      const chain = run(first);
      const source = new Subject<In>();
      const early: unknown[] = [];
      const late: unknown[] = [];
      const stream = source.pipe(chain);
      stream.subscribe((result) => early.push(result));
      source.next(a);
      source.next(b);
      source.complete();
      from(inputs)
        .pipe(chain)
        .subscribe((result) => late.push(result));
      expect(early).toEqual(wanted.slice(0, 2).flat());
      expect(late).toEqual(wanted.flat());
    });

    it('takes another setting with the next value, and none before the first', () => {
      const after = results(second, [c, d]);
      const before = results(first, [b]);
      marbles(({ cold, hot, expectObservable }) => {
        const settings = hot('--f--s-|', { f: first, s: second });
        const source = cold('  -a-b--c-d|', values);
        const answers = cold(' ---0--1-2|').pipe(
          mergeMap((n) => from([before[0], after[0], after[1]][Number(n)])),
        );
        expectObservable(source.pipe(run(settings))).toEqual(answers);
      });
    });

    it('goes on undisturbed where a setting comes that says the same', () => {
      marbles(({ cold, hot, expectObservable }) => {
        const settings = hot('f-f--f--', { f: first });
        const source = cold('  -a-b-c-d|', values);
        const answers = cold(' -0-1-2-3|').pipe(mergeMap((n) => from(wanted[Number(n)])));
        expectObservable(source.pipe(run(settings))).toEqual(answers);
      });
    });

    it('fails with its settings', () => {
      marbles(({ cold, hot, expectObservable }) => {
        const source = cold('-a-b-', values);
        const settings = hot('  --#', undefined, new Error('no setting'));
        expectObservable(source.pipe(run(settings as never))).toBe('--#', undefined, new Error('no setting'));
      });
    });

    it.each([...(optional ? [] : [undefined]), null, 7])('says what to write instead of %s', (nothing) => {
      expect(() => operator(nothing as never)).toThrow(ConfigError);
      expect(() => operator(nothing as never)).toThrow(new RegExp(`${String(nothing)}, expected`));
    });
  });
}
