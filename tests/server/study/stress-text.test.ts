import { expect, it } from 'vitest';
import { stressText } from '../../../server/study/stress-text.js';
import { stress } from '../../../src/study/stress.js';
import { smallScenario } from '../../support/small-scenario.js';

it('a stress test is a table with a bar', async () => {
  const scenario = smallScenario({ intent: { movements: ['knee-flexion'], holdMs: 1000, restMs: 1000 } });
  const [, none, noise] = stressText(await stress(scenario, { dials: ['noise'], quick: true })).split('\n');
  expect(none).toMatch(/^none +\d+\.\d\d % +█+░* /);
  expect(noise).toMatch(/^noise +\+20 on 1\.3 µV +\d+\.\d\d %/);
});
