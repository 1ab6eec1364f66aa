import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startService, type Service } from '../../support/service.js';

let service: Service;

beforeEach(async () => {
  service = await startService(['--log-level', 'info']);
});

afterEach(() => service.stop('SIGKILL'));

/** A connection that is kept, and what was said on it. */
class Kept {
  private said = '';
  private constructor(readonly socket: Socket) {
    socket.on('data', (data) => (this.said += String(data))).on('error', () => undefined);
  }

  static async open(): Promise<Kept> {
    const socket = connect(service.port, '127.0.0.1');
    await once(socket, 'connect');
    return new Kept(socket);
  }

  /** Send, and wait until what was said since matches. */
  async say(text: string, wanted: RegExp): Promise<string> {
    this.said = '';
    this.socket.write(text);
    while (!wanted.test(this.said)) await once(this.socket, 'data');
    return this.said;
  }
}

const ready = 'GET /api/health/ready HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n';

it(
  'told to stop, answers what is under way, says so to who asks, and ends',
  { timeout: 30_000 },
  async () => {
    const [asking, watching] = [await Kept.open(), await Kept.open()];
    await watching.say(ready, /"(?:ready|code)"/);
    const body = '{"paused":true}';
    // Half a request: it is under way until the rest of it has come.
    asking.socket.write(
      `PATCH /api/scenario HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nExpect: 100-continue\r\n\r\n`,
    );
    await once(asking.socket, 'data');
    service.process.kill('SIGTERM');
    let told = '';
    while (!told.includes('stopping')) told = await watching.say(ready, /"(?:ready|code)"[^]*\}/);
    expect(told).toMatch(/^HTTP\/1\.1 503 /);
    const exit = once(service.process, 'exit');
    expect(await asking.say(body, /HTTP\/1\.1 [2345]/)).toMatch(/HTTP\/1\.1 422 /);
    expect(await exit).toEqual([0, null]);
    expect(service.output()).toContain('"service stopped"');
  },
);
