import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Access, newToken } from '../../server/access/access.js';
import { startService, type Service } from '../../server/service.js';
import { onlySession } from '../../server/sessions/only-session.js';
import { FakeSession } from './fake-session.js';

/** A service that asks for tokens, of a session that does nothing by itself, with a page of one word. */
export interface GuardedService {
  readonly session: FakeSession;
  readonly service: Service;
  close(): Promise<void>;
}

export const tokens = { presenter: newToken(), viewer: newToken() };

export async function guardedService(): Promise<GuardedService> {
  const folder = await mkdtemp(join(tmpdir(), 'myodesis-guarded-'));
  await writeFile(join(folder, 'index.html'), 'page');
  const session = new FakeSession();
  const service = await startService({
    sessions: onlySession(session),
    access: new Access(tokens),
    host: '127.0.0.1',
    port: 0,
    pageFolder: folder,
    recordingsFolder: join(folder, 'recordings'),
  });
  const close = async (): Promise<void> => {
    await service.close();
    await rm(folder, { recursive: true });
  };
  return { session, service, close };
}
