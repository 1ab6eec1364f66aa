import { of } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { Synthesizer } from '../../../src/body/synthesis/synthesizer.js';
import { Decoder } from '../../../src/decoder/decoder.js';
import { vocabularyOf } from '../../../src/ground/movement/vocabulary-of.js';
import { calibrate } from '../../../src/patient/calibrate.js';
import { patientInfo } from '../../../src/patient/patient-info.js';
import { TruthColumns } from '../../../src/patient/truth-frames.js';
import { commanded } from '../../../src/pipeline/operators/commanded.js';
import { valuesAtOnce } from '../../../src/pipeline/values-at-once.js';
import { truthRows } from '../../../src/protocol/stream-rows.js';
import { quantumSamples } from '../../../src/body/physiology/quantum.js';
import { smallScenario } from '../../support/small-scenario.js';

const small = smallScenario();
/** A person who can stamp, which lifts the foot and bends the knee, and hum, which moves nothing. */
const scenario = smallScenario({
  movements: [
    { id: 'stamp', name: 'Stamp hard', limb: 'leg', actions: { knee: 'flexion', ankle: 'dorsiflexion' } },
    { id: 'hum', limb: 'leg' },
  ],
  muscles: small.muscles.map((muscle, m) => ({
    ...muscle,
    drives: { ...muscle.drives, [['stamp', 'hum'][m] ?? 'rest']: 1 },
  })),
  intent: { ...small.intent, movements: ['stamp', 'hum'] },
  calibration: {
    ...small.calibration,
    movements: ['rest', 'stamp', 'hum', 'knee-flexion', 'knee-extension'],
  },
});
const vocabulary = vocabularyOf(scenario);

describe('movements of one’s own', () => {
  it('are made by the body, by script and by hand, and labelled', () => {
    const synthesizer = new Synthesizer(scenario);
    const script = synthesizer.next(6 * scenario.sampleRateHz);
    expect(script.signal.labels?.map(({ label }) => label)).toContain('stamp');
    synthesizer.intend([{ movement: 'hum', strength: 0.5 }]);
    const { truth } = synthesizer.next(scenario.sampleRateHz);
    expect(truth.steps.movement.at(-1)).toBe('hum');
    expect(() => synthesizer.intend([{ movement: 'fly', strength: 1 }])).toThrow(
      /got fly, expected one of .*stamp, hum/,
    );
    const frame = new TruthColumns(quantumSamples(scenario.sampleRateHz), vocabulary).push(truth);
    const rows = truthRows.places(
      truthRows.names({ excitation: synthesizer.muscleNames, force: synthesizer.muscleNames }),
    );
    const last = frame && frame.data[rows.movement * frame.length + frame.length - 1];
    expect(vocabulary.ids[last ?? -1]).toBe('hum');
  });

  it('are learned, decided and obeyed, by classes and by regression', () => {
    const { decoder, recordings } = calibrate(scenario);
    expect([...decoder.classes].sort()).toEqual([...scenario.calibration.movements].sort());
    const spec = { ...scenario.prosthesis, vocabulary };
    const decision = {
      index: 0,
      windowIndex: 0,
      posterior: new Float64Array(1),
      fused: new Float64Array(1),
      predicted: 0,
      steps: new Int32Array(1),
      smoothed: 0,
      rejected: false,
      confidence: 1,
      speed: 0.5,
      latencyMs: 0,
    };
    const [stamp] = valuesAtOnce(of({ ...decision, decided: 'stamp' }).pipe(commanded(spec)));
    expect(stamp).toMatchObject({ movement: 'stamp', velocities: { knee: 0.5, ankle: 0.5, hand: 0 } });
    const [hum] = valuesAtOnce(of({ ...decision, decided: 'hum' }).pipe(commanded(spec)));
    expect(hum.movement).toBe('hum');
    expect(Object.values(hum.velocities).every((velocity) => velocity === 0)).toBe(true);

    const context = { sampleRateHz: scenario.sampleRateHz, channelNames: ['a', 'b', 'c'] };
    const regression = { ...scenario.decoder, control: 'regression' as const };
    const { decoder: both } = Decoder.train(regression, recordings, {
      ...context,
      movements: scenario.movements,
    });
    expect(both.classes).toContain('ankle-dorsiflexion');
    expect(() => Decoder.train(regression, recordings, context)).toThrow(/got class stamp/);
  });

  it('are told to clients, with what they are', () => {
    const info = patientInfo({
      version: '0',
      scenario,
      settings: undefined,
      index: 0,
      calibration: null,
      journey: undefined,
      recordedFormats: [],
      stepped: false,
    });
    expect(info.movements.slice(-2)).toEqual(['stamp', 'hum']);
    expect(info.ownMovements).toMatchObject([
      { name: 'Stamp hard', actions: [{ dof: 'ankle' }, { dof: 'knee' }] },
      { name: 'Hum', actions: [] },
    ]);
    expect(info.joints.map(({ dof }) => dof)).toEqual(['ankle', 'knee']);
  });
});
