import { createHash } from 'node:crypto';
import { from, of } from 'rxjs';
import { bodyWarnings } from '../../../../src/body/synthesis/body-scenario.js';
import type { Decision } from '../../../../src/decoder/decision.js';
import { Decoder } from '../../../../src/decoder/decoder.js';
import { Actuator } from '../../../../src/decoder/prosthesis/actuator.js';
import { restCommand, type Command } from '../../../../src/decoder/prosthesis/command.js';
import { RunningWorld } from '../../../../src/world/running-world.js';
import { dofById, type DofId } from '../../../../src/ground/movement/degree-of-freedom.js';
import { vocabularyOf } from '../../../../src/ground/movement/vocabulary-of.js';
import { concatBlocks, createBlock, type SampleBlock } from '../../../../src/ground/signal/sample-block.js';
import { calibrationScenario, recordCalibration } from '../../../../src/patient/calibrate.js';
import { journeyInfo } from '../../../../src/patient/living/journey.js';
import { TestUser } from '../../../../src/patient/test-user.js';
import { actuated } from '../../../../src/pipeline/operators/actuated.js';
import { commanded } from '../../../../src/pipeline/operators/commanded.js';
import { decoded } from '../../../../src/pipeline/operators/decoded.js';
import { filtered } from '../../../../src/pipeline/operators/filtered.js';
import { windowed } from '../../../../src/pipeline/operators/windowed.js';
import { valuesAtOnce } from '../../../../src/pipeline/values-at-once.js';
import { scenarioOfStage } from '../../../../src/scenario/journey.js';
import type { Scenario } from '../../../../src/scenario/scenario.js';
import { recording, recordings } from '../../../support/training-recordings.js';
import { bankOf } from '../../body/synthesis/dials/measure.js';

/** What anybody could measure of a scenario, as something that can be compared. */
export type Observer = (scenario: Scenario) => unknown;

/** Rest is recorded more often than movements, as people do. */
const training = [...recordings(2), ...recordings(3, ['rest']).slice(2)].map((one) => ({
  ...one,
  signal: recordingOf(one.label, one.repetition),
}));
/** Movements strong and weak, then muscles that contract together. */
const probe = oneAfterTheOther([
  recordingOf('rest', 5),
  recordingOf('hand-close', 5),
  recordingOf('hand-close', 6, 0.15),
  recordingOf('elbow-flexion', 5),
  recordingOf('elbow-flexion', 6, 0.3),
  recordingOf('hand-open', 5, 0.6),
  together(),
  recordingOf('hand-close', 7),
  recordingOf('rest', 7, 1, 0.4),
  recordingOf('hand-close', 8),
]);
const decisions = new Map<string, readonly Decision[]>();

/** Decisions by a decoder that was trained as the scenario says. */
export const decides: Observer = (scenario) => JSON.stringify(decisionsOf(scenario));

/** Command that a class leads to whose name is no movement. */
export const commands: Observer = (scenario) => {
  const [decision] = decisionsOf(scenario);
  return valuesAtOnce(of({ ...decision, decided: 'class 7', speed: 1 }).pipe(commanded(scenario.prosthesis)));
};

/** Commands that a scenario's own movement leads to under its id and its name, and whether the limb can make it. */
export const obeys: Observer = (scenario) => {
  const [decision] = decisionsOf(scenario);
  const spec = { ...scenario.prosthesis, vocabulary: vocabularyOf(scenario) };
  const told = ['drum', 'Drum loud'].map((decided) => ({
    ...decision,
    decided,
    velocities: undefined,
    speed: 1,
  }));
  return [valuesAtOnce(from(told).pipe(commanded(spec))), bodyWarnings(scenario)];
};

/** Way of a joint that nothing moves while a script plays. */
export const returns: Observer = ({ prosthesis }) => {
  const left = new Actuator({
    prosthesis,
    joints: ['elbow'],
    sampleRateHz: 1000,
    posture: { elbow: 90 },
    returns: true,
  });
  return left.pass(500, 500).positions;
};

/** What there is to be seen where the prosthesis is to do something, after a second in which it stayed where it was. */
export const does: Observer = (scenario) => {
  const { prosthesis, surgery, seed } = scenario;
  const { task, userMassKg } = prosthesis;
  if (task === 'none') return null;
  const setting = { joints: new Map(), userMassKg, loadShare: surgery.loadingPercent / 100, seed };
  const world = new RunningWorld(task, setting, 1000);
  world.pass(1000, 1000, { positions: { knee: 90, ankle: 0, hand: 0 } });
  return world.view();
};

/** Way of a joint that goes forth at full speed, then back. */
export const moves =
  (dof: DofId): Observer =>
  ({ prosthesis }) => {
    const still = restCommand(0).velocities;
    const told = Array.from({ length: 120 }, (_, i): Command => ({
      ...restCommand(50 * i),
      velocities: { ...still, [dof]: i < 40 ? 1 : -1 },
    }));
    return valuesAtOnce(from(told).pipe(actuated({ prosthesis, joints: [dof], sampleRateHz: 1000 })));
  };

/** What the simulated user intends: a knee to the end of its range, back, and then it is stuck. */
export const intends: Observer = (scenario) => {
  const user = new TestUser(scenario, ['knee-flexion', 'knee-extension']);
  const tasks = [45, 0, 30].map((knee) => ({ target: { posture: { knee }, tolerance: 3 } }));
  const told: unknown[] = [];
  let knee = 0;
  let speed = 0;
  for (let t = 0; t < 9000; t += 10) {
    const task = Math.floor(t / 3000);
    if (task < 2) knee = Math.min(45, Math.max(0, knee + speed * 0.01));
    const contacts = knee === 45 || knee === 0 ? { knee } : {};
    const intent = user.step(t, { knee }, contacts, tasks[task]);
    if (!intent) continue;
    const [{ movement, strength } = { movement: 'rest', strength: 0 }] = intent;
    speed = (movement === 'knee-flexion' ? 200 : -200) * strength;
    told.push([t, movement, strength]);
  }
  return told;
};

/** Signals that the scripted calibration records. */
export const records: Observer = (scenario) =>
  recordCalibration(scenario, { templates: bankOf(calibrationScenario(scenario)) }).map(
    ({ label, repetition, signal }) => [
      label,
      repetition,
      signal.length,
      createHash('sha1').update(new Uint8Array(signal.data.buffer)).digest('hex'),
    ],
  );

/** What is said of the first stage of the journey, and the body that lives in it. */
export const stages: Observer = (scenario) => {
  const { limb, surgery, disturbances } = scenarioOfStage(scenario, scenario.journey.stages[0]);
  const place = { scenario: { ...scenario, name: '' }, journey: { stage: 0, from: 0, held: false } };
  return [journeyInfo(place), limb, surgery, disturbances];
};

/** Unit that the fields of a joint are named with. */
export const unitOf = (dof: DofId): string => (dofById(dof).unit === '%' ? 'Percent' : 'Deg');

function decisionsOf({ decoder: spec }: Scenario): readonly Decision[] {
  const key = JSON.stringify(spec);
  const known = decisions.get(key);
  if (known) return known;
  const channelNames = ['E1', 'E2', 'E3', 'E4'];
  const { decoder } = Decoder.train(spec, training, { sampleRateHz: 1000, channelNames });
  const made = valuesAtOnce(of(probe).pipe(filtered(decoder), windowed(decoder), decoded(decoder)));
  decisions.set(key, made);
  return made;
}

function recordingOf(label: string, repetition: number, strength = 1, seconds = 0.8): SampleBlock {
  return recording(label, repetition, { seconds, strength }).signal;
}

function oneAfterTheOther(parts: readonly SampleBlock[]): SampleBlock {
  let index = 0;
  return concatBlocks(
    parts.map((part) => {
      const moved = { ...part, index };
      index += part.length;
      return moved;
    }),
  );
}

function together(): SampleBlock {
  const parts = ['hand-close', 'hand-open', 'elbow-flexion', 'elbow-extension'].map((label) =>
    recordingOf(label, 5),
  );
  const sum = createBlock(0, 1000, 4, parts[0].length);
  for (const { data } of parts) data.forEach((value, i) => (sum.data[i] += value));
  return sum;
}
