import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Service } from '../../../server/service.js';
import { requests } from '../../../src/protocol/requests.js';
import type { FakeSession } from '../fake-session.js';
import { guardedService, tokens } from '../guarded-service.js';
import { answerOf, halfOpen, upgradeRequest } from '../half-open.js';
import { StreamClient } from '../stream-client.js';

let session: FakeSession;
let service: Service;
let close: () => Promise<void>;

beforeEach(async () => ({ session, service, close } = await guardedService()));
afterEach(() => close());

const ask = (path: string, token?: string, init: RequestInit = {}) =>
  fetch(`${service.address}${path}`, {
    redirect: 'manual',
    ...init,
    headers: { ...(token !== undefined && { Authorization: `Bearer ${token}` }), ...init.headers },
  });
const patch = { method: 'PATCH', body: '{}', headers: { 'Content-Type': 'application/json' } };
const offer = { 'Sec-WebSocket-Protocol': 'myodesis.v1' };

/** Status line of the answer to an upgrade request. */
async function upgrade(path: string, headers: Record<string, string>): Promise<string> {
  const socket = await halfOpen(service.port, upgradeRequest(path, { ...offer, ...headers }));
  const first = await new Promise<string>((resolve) => socket.once('data', (data) => resolve(String(data))));
  socket.destroy();
  return first.split('\r\n')[0] ?? '';
}

describe('without a token', () => {
  it('nothing is had, by any door', async () => {
    for (const path of [
      '/',
      '/assets/x.js',
      '/playground/',
      '/metrics',
      '/api/scenario',
      '/api/recordings',
      '/api/nothing',
    ])
      expect((await ask(path)).status, path).toBe(401);
    expect((await ask('/api/scenario', undefined, patch)).status).toBe(401);
    expect((await ask('/api/health', undefined, { ...patch, method: 'POST' })).status).toBe(401);
    expect(await answerOf(await halfOpen(service.port, upgradeRequest('/stream', offer)))).toMatch(
      /^HTTP\/1.1 401 /,
    );
    expect(session.requests).toEqual([]);
  });

  it('a browser is shown where to put one, a program is told in JSON', async () => {
    const page = await ask('/', undefined, { headers: { Accept: 'text/html' } });
    expect(await page.text()).toMatch(/<input name="token" type="password"/);
    expect(page.headers.get('www-authenticate')).toMatch(/^Bearer/);
    expect((await ask('/door.js')).headers.get('content-type')).toMatch(/javascript/);
    const told = await (await ask('/api/scenario')).json();
    expect(told).toMatchObject({ code: 'refused', hint: expect.stringContaining('Authorization: Bearer') });
  });

  it('whether the service lives may be asked, and nothing more is said', async () => {
    const health = await ask('/api/health');
    expect(health.status).toBe(200);
    expect(await health.json()).toEqual({ status: 'ok', ready: true });
  });
});

describe('a token', () => {
  it('that is wrong lets nobody in, however it comes', async () => {
    for (const token of ['', 'x', tokens.viewer.toLowerCase(), `${tokens.presenter}x`]) {
      expect((await ask('/api/scenario', token)).status).toBe(401);
      expect((await ask(`/?token=${token}`)).status).toBe(401);
      expect(await upgrade(`/stream?token=${token}`, {})).toMatch(/ 401 /);
    }
    const cookie = `myodesis-${service.port}=wrong`;
    expect((await ask('/', undefined, { headers: { Cookie: cookie } })).status).toBe(401);
  });

  it('in a link becomes a cookie that scripts and other sites do not get, and leaves the address', async () => {
    const linked = await ask(`/?token=${tokens.viewer}&session=s1`);
    expect(linked.status).toBe(303);
    expect(linked.headers.get('location')).toBe('./?session=s1');
    const cookie = linked.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(new RegExp(`^myodesis-${service.port}=${tokens.viewer};`));
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    const headers = { Cookie: `other=1; ${cookie.split(';')[0]}` };
    expect(await (await ask('/', undefined, { headers })).text()).toBe('page');
    expect(await upgrade('/stream', headers)).toMatch(/ 101 /);
    expect(
      (await ask('/api/scenario', undefined, { ...patch, headers: { ...patch.headers, ...headers } })).status,
    ).toBe(403);
  });

  it('that is empty in the address stands for the cookie that a browser kept back before', async () => {
    const headers = { Cookie: `myodesis-${service.port}=${tokens.viewer}` };
    const again = await ask('/?token=&session=s1', undefined, { headers });
    expect(again.status).toBe(303);
    expect(again.headers.get('location')).toBe('./?session=s1');
    expect(again.headers.get('set-cookie')).toBeNull();
  });

  it('of a viewer reads and changes nothing, of a presenter both', async () => {
    for (const token of [tokens.viewer, tokens.presenter]) {
      expect((await ask('/api/scenario', token)).status).toBe(200);
      expect(await upgrade(`/stream?token=${token}`, {})).toMatch(/ 101 /);
      expect(await upgrade('/stream', { Authorization: `Bearer ${token}` })).toMatch(/ 101 /);
    }
    const refused = await ask('/api/scenario', tokens.viewer, patch);
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({
      code: 'refused',
      message: expect.stringMatching(/viewers/),
    });
    for (const method of ['PUT', 'POST', 'DELETE'])
      expect((await ask('/api/anything', tokens.viewer, { method })).status).toBe(403);
    expect(session.requests).toEqual([]);
    expect((await ask('/api/scenario', tokens.presenter, patch)).status).toBe(200);
  });

  it('never saves a foreign page from being refused', async () => {
    const headers = { Origin: 'http://evil.example', Authorization: `Bearer ${tokens.presenter}` };
    expect(await upgrade('/stream', headers)).toMatch(/ 403 /);
    const foreign = { ...patch, headers: { ...patch.headers, ...headers } };
    expect((await ask('/api/scenario', undefined, foreign)).status).toBe(403);
  });
});

describe('over the stream', () => {
  it('a viewer is told the role, and is refused whatever changes something', async () => {
    const viewer = await StreamClient.connect(service.port, { token: tokens.viewer });
    expect((await viewer.message('serverInfo')).role).toBe('viewer');
    for (const [op, { example, reads }] of Object.entries(requests)) {
      const answer = await viewer.ask(JSON.parse(example));
      if (reads) expect(answer, op).not.toMatchObject({ code: 'refused' });
      else
        expect(answer, op).toMatchObject({
          op: 'error',
          code: 'refused',
          message: expect.stringContaining(op),
        });
    }
    expect(session.requests.filter(({ op }) => !requests[op].reads)).toEqual([]);
    expect(session.requests.length).toBeGreaterThan(0);
    session.messages$.next(session.info());
    await viewer.until(() => viewer.messages.filter(({ op }) => op === 'serverInfo').length === 2);
    for (const info of viewer.messages) if (info.op === 'serverInfo') expect(info.role).toBe('viewer');
    viewer.close();
  });

  it('a presenter may', async () => {
    const presenter = await StreamClient.connect(service.port, { token: tokens.presenter });
    expect((await presenter.message('serverInfo')).role).toBe('presenter');
    expect(await presenter.ask({ op: 'mark', text: 'here' })).toMatchObject({ op: 'ok' });
    presenter.close();
  });
});
