import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { ModelError } from '../../../src/ground/signal/errors.js';
import { RandomStream } from '../../../src/ground/signal/random.js';
import { answerTo, type Listener } from '../../../src/patient/conversation.js';
import { Patient } from '../../../src/patient/patient.js';
import { requests } from '../../../src/protocol/requests.js';
import type { ServerMessage } from '../../../src/protocol/server-messages.js';
import { streamKinds, type StreamName } from '../../../src/protocol/stream-kind.js';
import { presets } from '../../../src/scenario/presets/index.js';
import { anyOf } from '../../support/any-value.js';
import { mutatedJson } from '../../support/fuzz-json.js';
import { dialsOf, endsOf, turned } from '../../support/scenario-dials.js';
import { smallScenario } from '../../support/small-scenario.js';
import { FakeHost, settled, type Job } from './fake-host.js';

/** How many things happen to the patient; the long form is asked for by the environment. */
const STEPS = Number(process.env['FUZZ_CHANGES'] ?? 120);
const SEED = Number(process.env['FUZZ_SEED'] ?? 1);
/** Every so many steps they become again who they were, as values that add up make every further step slow. */
const ANEW = 15;

const base = smallScenario();
const dials = dialsOf(base);
const random = new RandomStream(SEED, 'live-fuzz');
const oneOf = <T>(all: readonly T[]): T => {
  const found = all[random.integer(all.length)];
  if (found === undefined) throw new Error('nothing to choose from');
  return found;
};
const chance = (share: number): boolean => random.integer(1000) < 1000 * share;
const ops = Object.keys(requests).filter((op) => op !== 'loadPreset' && op !== 'patchScenario');
const names = Object.keys(streamKinds).filter((name): name is StreamName => name in streamKinds);

/** A patch of one to three dials, anywhere or at their ends; sometimes of what no dial allows. */
function patch(scenario: unknown): unknown {
  let changed: unknown = scenario;
  const roots = new Set<string>();
  for (let n = 1 + random.integer(3); n > 0; n--) {
    const { path, field } = oneOf(dials);
    const ends = endsOf(field);
    const anywhere = fc.sample(anyOf(field), { numRuns: 1, seed: random.integer(1 << 30) })[0];
    changed = turned(changed, path, ends.length > 0 && chance(0.5) ? oneOf(ends) : anywhere);
    roots.add(String(path[0]));
  }
  const written = Object.fromEntries([...roots].map((root) => [root, Object(changed)[root]]));
  return chance(0.2) ? mutatedJson(written, SEED, random.integer(1 << 30)) : written;
}

/** Any request: of every op, as its example says it or damaged. */
function anyRequest(patient: Patient): unknown {
  if (chance(0.5))
    return { op: 'patchScenario', patch: patch(patient.scenario()), ...(chance(0.3) && { wait: true }) };
  if (chance(0.05)) return { op: 'loadPreset', name: oneOf(presets).name };
  const op = oneOf(ops);
  const example: unknown = JSON.parse(requests[op as keyof typeof requests].example);
  if (chance(0.6)) return example;
  return { ...Object(mutatedJson(example, SEED, random.integer(1 << 30))), op };
}

/** Frames of every stream that came since they were looked at last. */
class Watch {
  blocks = 0;
  /** Where the next block of raw begins; another person's begins at 0. */
  private next = 0;
  readonly wrong: string[] = [];

  constructor(patient: Patient) {
    for (const name of names)
      patient.frames(name).subscribe(({ data, index, length }) => {
        if (name === 'raw') {
          this.blocks++;
          if (index !== this.next && index !== 0) this.wrong.push(`a gap before ${index}`);
          this.next = index + length;
        }
        const { disturbances } = Object(patient.info().scenario);
        // Samples of lost packets are no numbers, by design.
        const lost = disturbances.packetLossPercent > 0 && ['raw', 'envelope'].includes(name);
        if (!lost && !data.every(Number.isFinite)) this.wrong.push(`${name} at ${index}`);
      });
  }
}

const done = new WeakSet<Job>();

/** Do the work that was asked for; some of it fails. */
async function work(host: FakeHost): Promise<void> {
  for (const job of host.jobs.filter((one) => !done.has(one))) {
    done.add(job);
    if (job.signal.aborted) continue;
    if (chance(0.05)) await job.fail(new ModelError('the work failed', { hint: 'Try again.' }));
    else await job.finish().catch((error: unknown) => job.fail(error));
  }
}

it('whatever is asked of a patient is answered, and they live on', async () => {
  const host = new FakeHost();
  const patient = new Patient({ ...host.ports, scenario: base });
  const watch = new Watch(patient);
  await settled();
  await host.newest('calibrate').finish();
  host.jobs.forEach((job) => done.add(job));
  await host.pass(500);
  const listener: Listener = { streams: new Map(), subscribe: () => undefined, unsubscribe: () => undefined };
  const defects: unknown[] = [];
  const tally: Record<string, number> = {};
  const open = new Map<object, string>();

  async function ask(request: unknown): Promise<ServerMessage> {
    const text = JSON.stringify(request);
    const asked = {};
    open.set(asked, text);
    const answer = await answerTo(
      text,
      patient,
      listener,
      () => 0,
      (error) => defects.push([text.slice(0, 300), error]),
    );
    open.delete(asked);
    tally[answer.op] = (tally[answer.op] ?? 0) + 1;
    return answer;
  }

  for (let step = 0; step < STEPS; step++) {
    const request = step % ANEW === ANEW - 1 ? { op: 'loadScenario', scenario: base } : anyRequest(patient);
    const text = JSON.stringify(request).slice(0, 500);
    void ask(request);
    await settled();
    // Presets are whole people, who take long: theirs fails, and the old one lives on.
    if (Object(request).op === 'loadPreset')
      for (const job of host.jobs.filter((one) => !done.has(one) && !one.signal.aborted)) {
        done.add(job);
        await job.fail(new ModelError('the work failed', { hint: 'Try again.' }));
      }
    if (chance(0.8)) await work(host);
    const before = watch.blocks;
    await host.pass(200);
    const { phase } = patient.status();
    expect(phase, `step ${step}: ${text}`).not.toBe('failed');
    expect(watch.wrong, `step ${step}: ${text}`).toEqual([]);
    expect(defects).toEqual([]);
    if (phase === 'paused') await ask({ op: 'setPaused', paused: false });
    else if (phase === 'running') expect(watch.blocks, `step ${step}: ${text}`).toBeGreaterThan(before);
  }
  for (let turn = 0; turn < 20 && open.size > 0; turn++) {
    await work(host);
    await host.pass(200);
  }
  expect([...open.values()]).toEqual([]);
  expect(host.logged).toEqual([]);
  expect(tally['ok']).toBeGreaterThan(STEPS / 4);
  expect(tally['error']).toBeGreaterThan(0);
  await patient.close();
}, 3_600_000);
