import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { interval, mergeMap, range } from 'rxjs';
import type { PatientOptions } from '../../src/patient/patient-options.js';
import { Patient } from '../../src/patient/patient.js';
import { recordingsFolder } from '../../server/recordings/recordings-folder.js';
import { startService } from '../../server/service.js';
import { WorkerThreads } from '../../server/workers/worker-threads.js';
import type { RecordingSink } from '../../src/patient/ports.js';
import type { Clock } from '../../src/pipeline/clock.js';
import { StreamClient } from './stream-client.js';
import { onlySession } from '../../server/sessions/only-session.js';

/** Much faster than real time, with pauses in which requests are heard. */
export const hurried: Clock = () => interval(1).pipe(mergeMap(() => range(0, 20)));

/** What a session gets from a service whose recordings go to a folder. */
export function hostIn(folder: string): { recordings: RecordingSink; version: string } {
  return { recordings: recordingsFolder(folder), version: '0.0.0' };
}

/** A patient behind a real service, and a client who has seen them come to life. */
export interface LivePatient {
  readonly client: StreamClient;
  readonly workshop: WorkerThreads;
  readonly port: number;
  readonly folder: string;
  close(): Promise<void>;
}

export async function livePatient(
  options: Pick<PatientOptions, 'scenario'> & Partial<PatientOptions> & { workshop?: WorkerThreads },
): Promise<LivePatient> {
  const folder = await mkdtemp(join(tmpdir(), 'myodesis-live-'));
  const workshop = options.workshop ?? new WorkerThreads(null);
  const session = new Patient({ clock: hurried, ...hostIn(folder), ...options, workshop });
  const service = await startService({
    sessions: onlySession(session),
    host: '127.0.0.1',
    port: 0,
    pageFolder: '/nonexistent',
    recordingsFolder: folder,
  });
  const client = await StreamClient.connect(service.port);
  await client.message('status', ({ phase }) => phase === 'running');
  return {
    client,
    workshop,
    port: service.port,
    folder,
    async close() {
      client.close();
      await service.close();
      await workshop.close();
      await rm(folder, { recursive: true });
    },
  };
}
