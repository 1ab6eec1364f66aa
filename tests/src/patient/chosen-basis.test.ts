import { describe, expect, it } from 'vitest';
import { ConfigError, StreamError } from '../../../src/ground/signal/errors.js';
import { chosenBasis } from '../../../src/patient/chosen-basis.js';
import type { Basis } from '../../../src/patient/learning.js';
import { Patient } from '../../../src/patient/patient.js';
import type { SessionRequest } from '../../../src/patient/session.js';
import type { ServerMessage } from '../../../src/protocol/server-messages.js';
import { createBlock } from '../../../src/ground/signal/sample-block.js';
import { smallScenario } from '../../support/small-scenario.js';
import { FakeHost, settled } from './fake-host.js';

const signal = createBlock(0, 1000, 1, 10);
const basis: Basis = {
  recordings: ['rest', 'a', 'b'].map((label) => ({ label, repetition: 0, signal })),
  signal: { sampleRateHz: 1000, channelNames: ['X'] },
};
const labels = (recordings: Basis['recordings'] = []): string[] => recordings.map(({ label }) => label);

describe('a choice of what was recorded', () => {
  it('keeps what it leaves out, and takes it back', () => {
    const fewer = chosenBasis(basis, ['rest', 'b']);
    expect(labels(fewer.recordings)).toEqual(['rest', 'b']);
    expect(labels(fewer.leftOut)).toEqual(['a']);
    const other = chosenBasis(fewer, ['rest', 'a']);
    expect([labels(other.recordings), labels(other.leftOut)]).toEqual([['rest', 'a'], ['b']]);
    expect(labels(chosenBasis(other, ['a', 'b', 'rest']).recordings).sort()).toEqual(['a', 'b', 'rest']);
  });

  it('refuses what was not recorded, too few, and what is not known', () => {
    expect(() => chosenBasis(basis, ['rest', 'c'])).toThrow(ConfigError);
    expect(() => chosenBasis(basis, ['rest', 'rest'])).toThrow(ConfigError);
    expect(() => chosenBasis(undefined, ['rest', 'a'])).toThrow(StreamError);
  });
});

describe('a patient whose classes are chosen', () => {
  const short = { repetitions: 2, countdownMs: 200, rampMs: 200, holdMs: 500, restMs: 100 };
  const calibration = { ...short, movements: ['rest', 'knee-flexion', 'knee-extension'] };

  async function living(): Promise<{ host: FakeHost; patient: Patient; messages: ServerMessage[] }> {
    const host = new FakeHost();
    const patient = new Patient({ ...host.ports, scenario: smallScenario({ calibration }) });
    const messages: ServerMessage[] = [];
    patient.messages$.subscribe((message) => messages.push(message));
    await settled();
    await host.newest('calibrate').finish();
    await host.pass(300);
    return { host, patient, messages };
  }
  const choose = (...classes: string[]): SessionRequest => ({ op: 'setClasses', classes });

  it('decides by the old classes until the new decoder is there, and has them back without a new recording', async () => {
    const { host, patient } = await living();
    const before = patient.info().calibration;
    expect(before?.classes).toEqual(['knee-extension', 'knee-flexion', 'rest']);
    expect(before?.patterns.map(({ label }) => label).sort()).toEqual(before?.classes);
    void patient.request(choose('rest', 'knee-flexion'));
    await host.pass(200);
    expect(patient.info().classes).toEqual(before?.classes);
    await host.newest('train').finish();
    expect(patient.info()).toMatchObject({
      classes: ['knee-flexion', 'rest'],
      calibration: { leftOut: ['knee-extension'] },
    });
    void patient.request(choose('rest', 'knee-flexion', 'knee-extension'));
    await host.newest('train').finish();
    const after = patient.info().calibration;
    expect(after?.leftOut).toEqual([]);
    expect(after?.windows).toEqual(before?.windows);
    expect(after?.confusion).toEqual(before?.confusion);
    await patient.close();
  });

  it('leaves out what was left out when the classifier is another, and when one class is recorded again', async () => {
    const { host, patient } = await living();
    void patient.request(choose('rest', 'knee-flexion'));
    await host.newest('train').finish();
    void patient.request({ op: 'patchScenario', patch: { decoder: { classifier: 'knn' } } });
    await host.newest('train').finish();
    expect(patient.info().classes).toEqual(['knee-flexion', 'rest']);
    void patient.request({ op: 'retryClass', label: 'knee-flexion', by: 'simulated-user' });
    await host.pass(3000);
    await host.newest('train').finish();
    const { classes, calibration: told } = patient.info();
    expect([classes, told?.leftOut]).toEqual([['knee-flexion', 'rest'], ['knee-extension']]);
    // Recorded again, it is known again.
    void patient.request({ op: 'retryClass', label: 'knee-extension', by: 'simulated-user', keep: true });
    await host.pass(3000);
    await host.newest('train').finish();
    expect(patient.info().classes).toHaveLength(3);
    const windows = patient.info().calibration?.windows ?? [];
    expect(windows[0]).toBe(2 * (windows[1] ?? 0));
    await patient.close();
  });

  it('stays as it was where training fails, and where the choice is refused', async () => {
    const { host, patient, messages } = await living();
    const before = patient.info();
    void patient.request(choose('rest', 'knee-flexion'));
    await host.newest('train').fail(new ConfigError('it cannot be learned', { field: 'decoder' }));
    expect(messages).toContainEqual(
      expect.objectContaining({ op: 'error', message: 'it cannot be learned' }),
    );
    // What is said of the decoder must be what runs.
    for (const job of host.jobs.filter(({ name, signal: of }) => name === 'train' && !of.aborted).slice(1))
      await job.finish();
    expect(patient.info().classes).toEqual(before.classes);
    expect(patient.info().calibration).toEqual(before.calibration);
    expect(() => patient.request(choose('rest', 'hand-open'))).toThrow(ConfigError);
    expect(patient.status().phase).toBe('running');
    await patient.close();
  });
});
