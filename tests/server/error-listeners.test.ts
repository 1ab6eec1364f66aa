import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { datagramSocket } from '../../server/devices/lsl/ports.js';
import { filesOf } from '../support/source-tree.js';

/** What makes something that ends the process by an error that nobody listens to. */
const makers =
  /\bnew (WebSocketServer|WebSocket|Worker|Piscina)\(|\b(createServer|createSocket|createConnection|spawn|fork)\(|[= ]connect\(/;
/** Files whose emitters are listened to in another one, or only read by `for await`, which hears of errors. */
const elsewhere: Readonly<Record<string, string>> = {
  'server/http/limited-server.ts': 'server/listening.ts',
  'server/outside/classifier-endpoint.ts': 'server/listening.ts',
};

describe('an error that nobody asked for', () => {
  it('has a listener on everything that may emit one', () => {
    const deaf = filesOf('server').filter((file) => {
      const text = readFileSync(file, 'utf8');
      const heard = readFileSync(elsewhere[file] ?? file, 'utf8');
      return makers.test(text) && !/\.(on|once)\(\s*'error'/.test(heard);
    });
    expect(deaf).toEqual([]);
  });

  it('leaves a bound datagram socket alive', async () => {
    const socket = await datagramSocket('127.0.0.1', 0);
    expect(socket.emit('error', new Error('unreachable'))).toBe(true);
    socket.close();
  });

  it('of a terminal that closes its end ends nothing before its time', async () => {
    const child = spawn(process.execPath, ['dist/server/main.js', 'no-such-command'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    child.stderr.destroy();
    const [code] = await once(child, 'exit');
    // As told to whoever would read it: wrong usage, not a crash.
    expect(code).toBe(2);
  });
});
