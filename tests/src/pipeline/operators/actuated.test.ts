import { of, Subject } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { describe, expect, it } from 'vitest';
import { restCommand, type Command } from '../../../../src/decoder/prosthesis/command.js';
import { Prosthesis } from '../../../../src/decoder/prosthesis/prosthesis.js';
import { prosthesisFields } from '../../../../src/decoder/prosthesis/prosthesis-fields.js';
import type { ActuatedState, ActuatorSettings } from '../../../../src/decoder/prosthesis/actuator.js';
import { ConfigError } from '../../../../src/ground/signal/errors.js';
import { parseFields } from '../../../../src/ground/signal/parse-fields.js';
import { actuated } from '../../../../src/pipeline/operators/actuated.js';
import { valuesAtOnce } from '../../../../src/pipeline/values-at-once.js';

const prosthesis = parseFields(prosthesisFields, {});
const settings: ActuatorSettings = { prosthesis, joints: ['elbow'], sampleRateHz: 1000 };
const command = (index: number, elbow: number): Command => {
  const rest = restCommand(index);
  return { ...rest, velocities: { ...rest.velocities, elbow } };
};
type Block = ReturnType<typeof block>;
const block = (index: number) => ({ index, length: 20, sampleRateHz: 1000 });
/** Postures of the elbow by stretches of time in seconds, each with its velocity. */
function moved(...stretches: [velocity: number, seconds: number][]): (number | undefined)[] {
  const elbow = new Prosthesis(prosthesis, ['elbow']);
  return stretches.map(
    ([velocity, seconds]) => elbow.step({ velocities: { elbow: velocity } }, seconds).positions.elbow,
  );
}

describe('actuated', () => {
  it('holds each command until the next, by sample count', () => {
    const states = valuesAtOnce(
      of(command(200, 1), command(250, 0.5), command(350, 0)).pipe(actuated(settings)),
    );
    expect(states.map(({ index }) => index)).toEqual([200, 250, 350]);
    expect(states.map(({ positions }) => positions.elbow)).toEqual(moved([0, 0], [1, 0.05], [0.5, 0.1]));
  });

  it('moves with every block by the newest command, where blocks are given', () => {
    new TestScheduler((actual, expected) => expect(actual).toEqual(expected)).run(
      ({ cold, expectObservable }) => {
        const blocks = cold('  a-b-c|', { a: block(0), b: block(20), c: block(40) });
        const commands = cold('-x--y|', { x: command(10, 1), y: command(35, -1) });
        const state = (index: number, n: number): unknown => {
          const elbow = new Prosthesis(prosthesis, ['elbow']);
          const steps: number[] = [0, 1, -1];
          for (const velocity of steps.slice(0, n)) elbow.step({ velocities: { elbow: velocity } }, 0.02);
          return { index, ...elbow.state };
        };
        expectObservable(commands.pipe(actuated(settings, blocks))).toBe('a-b-c|', {
          a: state(20, 1),
          b: state(40, 2),
          c: state(60, 3),
        });
      },
    );
  });

  it('keeps its posture when limits or joints change, and adopts them with the next block', () => {
    const settings$ = new Subject<ActuatorSettings>();
    const blocks$ = new Subject<Block>();
    const commands$ = new Subject<Command>();
    const states: ActuatedState[] = [];
    commands$.pipe(actuated(settings$, blocks$)).subscribe((state) => states.push(state));
    blocks$.next(block(0));
    expect(states).toEqual([]);
    settings$.next(settings);
    commands$.next(command(20, 1));
    for (let n = 1; n <= 100; n++) blocks$.next(block(20 * n));
    const reached = states.at(-1)?.positions.elbow ?? 0;
    expect(reached).toBeGreaterThan(35);
    settings$.next({ ...settings, joints: ['elbow', 'hand'] });
    commands$.next(command(2020, 0));
    blocks$.next(block(2020));
    expect(states.at(-1)?.positions.hand).toBe(0);
    expect(states.at(-1)?.positions.elbow).toBe(reached);
    const narrow = parseFields(prosthesisFields, { joints: { elbow: { maxDeg: 30 } } });
    settings$.next({ ...settings, prosthesis: narrow, joints: ['elbow', 'hand'] });
    blocks$.next(block(2040));
    expect(states.at(-1)?.positions.elbow).toBe(30);
  });

  it('passes on errors of the commands and of the signal, and lets go of both', () => {
    new TestScheduler((actual, expected) => expect(actual).toEqual(expected)).run(
      ({ cold, hot, expectObservable, expectSubscriptions }) => {
        const silent = hot<Command>('-------');
        expectObservable(cold<Command>('--#').pipe(actuated(settings, hot<Block>('------')))).toBe('--#');
        expectObservable(silent.pipe(actuated(settings, cold<Block>('---#')))).toBe('---#');
        const commands = hot<Command>('------');
        expectObservable(commands.pipe(actuated(settings, hot<Block>('----'))), '^---!');
        expectSubscriptions(commands.subscriptions).toBe('^---!');
      },
    );
  });

  it('says what to write instead', () => {
    expect(() => actuated(undefined as never)).toThrow(ConfigError);
    expect(() => actuated(prosthesis as never)).toThrow(/expected prosthesis, joints and sampleRateHz/);
    const stream = of(command(0, 1)).pipe(actuated({ ...settings, sampleRateHz: NaN }));
    expect(() => valuesAtOnce(stream)).toThrow(/sampling rate of NaN/);
  });
});
