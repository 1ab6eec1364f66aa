import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { streamNames } from '../../../src/protocol/stream-kind.js';
import { codeBlocks } from '../../support/packed-package.js';
import { findProgram } from '../../support/find-program.js';
import { startService, type Service } from '../../support/service.js';
import { clientsFolder, python, run, type Ended } from './programs.js';

const gymnasium = findProgram('gymnasium’s own check of ProsthesisEnv: pip install gymnasium', [
  [python ?? 'python3', '-c', 'import gymnasium'],
]);

/** Patients are calibrated on the way, one after the other, on whatever else the machine has to do. */
const CALIBRATIONS_MS = 240_000;

describe.skipIf(!python)('myodesis.py', () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(['--preset', 'transhumeral-tmr']);
  });
  afterAll(() => service.stop());

  const python3 = (...args: string[]): Promise<Ended> =>
    run(python ?? '', ['-W', 'error::ResourceWarning', ...args], {
      cwd: import.meta.dirname,
      env: {
        PYTHONPATH: join(clientsFolder, 'python'),
        PYTHONDONTWRITEBYTECODE: '1',
        MYODESIS: service.address,
      },
    });
  const passes = async (module: string): Promise<void> => {
    const { code, err } = await python3('-m', 'unittest', module);
    expect(code, err).toBe(0);
    expect(err).toMatch(/Ran [1-9]\d* tests?/);
  };

  it('knows the streams by the numbers of their frames', async () => {
    const { out } = await python3('-c', 'import json, myodesis; print(json.dumps(myodesis.STREAMS))');
    expect(JSON.parse(out)).toEqual(streamNames);
  });

  it('keeps the rules of WebSocket, and notices who does not', () => passes('rules_test'));
  it('sees, moves and asks the patient whom everybody sees', () => passes('live_test'));

  it.each([
    'Private.test_time_passes_when_told_and_the_same_seed_brings_the_same_bits',
    'Private.test_labelled_windows_for_learners',
    'Private.test_refusals',
    'Learning.test_a_learner_that_decodes',
    'Learning.test_a_learner_that_intends',
  ])('has patients of its own: %s', (name) => passes(`private_test.${name}`), CALIBRATIONS_MS);

  it.skipIf(!gymnasium)(
    'is what Gymnasium takes for an environment',
    () => passes('private_test.Learning.test_gymnasium_agrees'),
    CALIBRATIONS_MS,
  );

  it(
    'has an example of a classifier, which is right more often than not',
    async () => {
      const { code, out, err } = await python3(join(clientsFolder, 'python/classify.py'), service.address);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(Number(out.match(/7 movements, held out: ([\d.]+) %/)?.[1])).toBeGreaterThan(70);
      const decided = [...out.matchAll(/intended (\S+), decided (\S+)/g)];
      expect(decided).toHaveLength(14);
      expect(decided.filter(([, intended, seen]) => intended === seen).length).toBeGreaterThan(7);
    },
    CALIBRATIONS_MS,
  );

  it(
    'has an example of a decoder that learns by reward, and does',
    async () => {
      const { code, out, err } = await python3(join(clientsFolder, 'python/reinforce.py'), service.address);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      const right = [...out.matchAll(/episode \d+: (\d+) % right/g)].map(([, percent]) => Number(percent));
      expect(right).toHaveLength(12);
      const last = right.slice(-4).reduce((sum, percent) => sum + percent) / 4;
      expect(last).toBeGreaterThan(Math.max(60, right[0] ?? 100));
    },
    CALIBRATIONS_MS,
  );

  it(
    'does what its README shows',
    async () => {
      const here = JSON.stringify(service.address);
      const code = codeBlocks('server/clients/README.md', 'python')
        .join('\n')
        .replace('"http://127.0.0.1:8080"', here)
        .replace(/(Patient\.private|ProsthesisEnv)\(/g, (call) => `${call}${here}, `);
      const { code: status, out, err } = await python3('-c', code);
      expect({ status, err }).toEqual({ status: 0, err: '' });
      expect(out).toMatch(/^\['E1 Biceps'/);
      expect(out).toMatch(/\(\d+, 8, \d+\) \{.*'rest'/);
      expect(out.match(/^[a-z-]+ [01]\.0$/gm)).toHaveLength(100);
    },
    CALIBRATIONS_MS,
  );
});
