import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { streamNames } from '../../../src/protocol/stream-kind.js';
import { startService, type Service } from '../../support/service.js';
import { clientsFolder, findProgram, run, type Ended } from './programs.js';

const python = findProgram('Python: install python3 with numpy', [
  ['python3', '-c', 'import numpy'],
  ['/usr/bin/python3', '-c', 'import numpy'],
]);

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
    expect(err).toMatch(/Ran [1-9]\d* tests/);
  };

  it('knows the streams by the numbers of their frames', async () => {
    const { out } = await python3('-c', 'import json, myodesis; print(json.dumps(myodesis.STREAMS))');
    expect(JSON.parse(out)).toEqual(streamNames);
  });

  it('keeps the rules of WebSocket, and notices who does not', () => passes('rules_test'));
  it('sees, moves and asks the patient whom everybody sees', () => passes('live_test'));
});
