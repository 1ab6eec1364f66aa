import { atFirstStage } from '../../src/scenario/journey.js';
import type { Session } from '../../src/patient/session.js';
import type { SessionHost } from '../../src/patient/ports.js';
import { SteppedClock } from '../../src/pipeline/stepped-clock.js';
import { packageVersion } from '../package-info.js';
import { steadyNow } from '../steady-time.js';
import { WorkerThreads } from '../workers/worker-threads.js';
import type { GivenModels } from './given-models.js';
import type { PatientPlan, ReplayPlan, SessionPlan } from './session-plan.js';

/** A session, and what must be let go after it. */
export interface MadeSession {
  readonly session: Session;
  close(): Promise<void>;
}

/**
 * Make the session of a plan, with a workshop of its own.
 * @param note told what whoever looks at the terminal should know
 * @throws what reading the decoder or opening the outside model throws
 */
export async function makeSession(plan: SessionPlan, note: (text: string) => void): Promise<MadeSession> {
  const workshop = new WorkerThreads(undefined, plan.workshopRestMs);
  try {
    const { session, letGo } =
      plan.kind === 'patient'
        ? await makePatient(plan, workshop, note)
        : { session: await makeReplay(plan, workshop), letGo: undefined };
    return {
      session,
      async close() {
        try {
          await session.close();
        } finally {
          await letGo?.();
          await workshop.close();
        }
      },
    };
  } catch (error) {
    await workshop.close();
    throw error;
  }
}

async function makePatient(
  plan: PatientPlan,
  workshop: WorkerThreads,
  note: (text: string) => void,
): Promise<{ session: Session; letGo: (() => Promise<void>) | undefined }> {
  // While this thread loads the patient, the workshop's derives the templates.
  if (plan.decoderFile === undefined) workshop.prepare(atFirstStage(plan.scenario));
  // Before what stands on them, as Node opens the files of all imports that it comes upon at once.
  await import('../../src/body/index.js');
  await import('../../src/decoder/index.js');
  const [{ Patient }, { recordingsFolder }, given] = await Promise.all([
    import('../../src/patient/patient.js'),
    import('../recordings/recordings-folder.js'),
    givenModels(plan, note),
  ]);
  const { scenario, decoder, outside } = given;
  const session = new Patient({
    scenario,
    workshop,
    ...timeOf(plan),
    recordings: recordingsFolder(plan.recordingsFolder),
    version: packageVersion(),
    ...(decoder && { decoder }),
    ...(outside && { outside }),
  });
  return { session, letGo: outside && (async () => outside.model.close()) };
}

/** How time passes: as it does, with what the machine sleeps, or when told to. */
function timeOf({ clock }: SessionPlan): Pick<SessionHost, 'clock' | 'now'> {
  return { now: steadyNow, ...(clock === 'stepped' && { clock: new SteppedClock() }) };
}

/** What only some patients have is loaded for them alone. */
async function givenModels(plan: PatientPlan, note: (text: string) => void): Promise<GivenModels> {
  if (plan.decoderFile === undefined && !plan.classifier) return { scenario: plan.scenario };
  const { openModels } = await import('./given-models.js');
  return openModels(plan, note);
}

async function makeReplay(plan: ReplayPlan, workshop: WorkerThreads): Promise<Session> {
  const [{ ReplaySession }, { Decoder }, { recordingsFolder }] = await Promise.all([
    import('../../src/patient/replay-session.js'),
    import('../../src/decoder/decoder.js'),
    import('../recordings/recordings-folder.js'),
  ]);
  const { recording, played, training, spec, channelNames, unitVolts } = plan;
  const decoder = plan.decoder && Decoder.fromJSON(plan.decoder);
  return new ReplaySession({
    recording,
    played,
    training,
    spec,
    channelNames,
    ...(unitVolts !== undefined && { unitVolts }),
    ...(decoder && { decoder }),
    workshop,
    ...timeOf(plan),
    recordings: recordingsFolder(plan.recordingsFolder),
    version: packageVersion(),
  });
}
