import { expect, it } from 'vitest';
import { ChannelHistory } from '../../../../web/panels/calibration/channel-history.js';
import { OwnTrace } from '../../../../web/panels/calibration/own-trace.js';

it('keeps what was done of a prompt, once, and begins anew with the next one', () => {
  const trace = new OwnTrace();
  for (const elapsed of [0, 0.1, 0.1, 0.2]) trace.add({ elapsed, level: elapsed });
  expect(trace.course.map(({ seconds }) => seconds)).toEqual([0, 0.1, 0.2]);
  trace.add({ elapsed: 0, level: 0.5 });
  expect(trace.course).toEqual([{ seconds: 0, strength: 0.5 }]);
});

it('chooses the channels that went up most, in their order', () => {
  const history = new ChannelHistory(3);
  for (const step of [0, 1, 2]) history.add([5, 3 * step, 0, step]);
  const strongest = history.strongest(2);
  expect(strongest.map(({ channel }) => channel)).toEqual([1, 3]);
  expect(strongest[0]?.path).toBe('M0.0 30.0L50.0 15.5L100.0 1.0');
});
