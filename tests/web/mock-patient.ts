import { latencyOf } from '../../src/decoder/latency.js';
import { capabilityNames } from '../../src/protocol/capabilities.js';
import type { Request } from '../../src/protocol/requests.js';
import type { ServerMessage } from '../../src/protocol/server-messages.js';
import type { StreamName } from '../../src/protocol/stream-kind.js';
import { decisionRows, prosthesisRows, truthRows } from '../../src/protocol/stream-rows.js';
import { movementIds } from '../../src/ground/movement/movement.js';
import { isRecord, type Json } from '../../web/data/is-record.js';
import { merged } from '../../web/data/scenario-path.js';

interface MockFrame {
  readonly stream: StreamName;
  readonly frame: { channels: number; length: number; index: number; data: Float32Array };
}

const RATE = 2000;
const BLOCK = 40;
const classes = [
  'rest',
  'hand-close',
  'hand-open',
  'wrist-pronation',
  'wrist-supination',
  'elbow-flexion',
  'elbow-extension',
];
const muscles = [
  ['Biceps long head', 20, 40],
  ['Biceps short head', -24, 42],
  ['Brachialis medial', -66, 34],
  ['Brachialis lateral', 62, 36],
  ['Triceps lateral', 118, 60],
  ['Triceps long head', -155, 70],
  ['Triceps medial', -108, 40],
] as const;
const channels = Array.from({ length: 8 }, (_, i) => `E${i + 1}`);
const joints = [
  { dof: 'hand', name: 'Hand', unit: '%', min: 0, max: 100, neutral: 20 },
  { dof: 'wrist-rotation', name: 'Wrist rotation', unit: 'deg', min: -90, max: 90, neutral: 0 },
  { dof: 'elbow', name: 'Elbow', unit: 'deg', min: 0, max: 135, neutral: 80 },
] as const;

const muscleNames = muscles.map(([name]) => name);
const dofs = joints.map(({ dof }) => dof);

/** Shaped noise that follows the intent, with every message the page knows. */
export class MockPatient {
  intent: { movement: string; strength: number } | null = null;
  private index = 0;
  private startedAt = Date.now();
  private scenario: Json = this.presetScenario('transhumeral-tmr');
  private readonly positions = [20, 0, 80];
  private readonly state = new Float32Array(8);
  private envelope = 0;
  private outbox: ServerMessage[] = [];
  private lastCue = '';

  presetScenario(name: string): Json {
    return {
      name,
      seed: 1,
      limb: { level: 'transhumeral', fatThicknessMm: 3 },
      electrodes: { shiftAroundMm: 0 },
      disturbances: { noiseUv: 2, mainsUv: 2 },
      decoder: { windowMs: 200 },
    };
  }

  useScenario(scenario: Json): void {
    this.scenario = scenario;
  }

  info(): ServerMessage {
    const sample = { rows: channels, rateHz: RATE, samplesPerColumn: 1, unit: 'V' };
    return {
      op: 'serverInfo',
      protocol: 'myodesis.v1',
      version: '0.1.0',
      capabilities: capabilityNames.filter((name) => name !== 'journey'),
      scenario: this.scenario,
      source: 'simulation',
      sampleRateHz: RATE,
      channels,
      classes,
      movements: [...movementIds],
      muscles: muscleNames,
      joints,
      limb: 'arm',
      geometry: this.geometry(),
      streams: {
        raw: sample,
        filtered: sample,
        clean: sample,
        decisions: {
          rows: decisionRows.names({ posterior: classes, step: ['predicted', 'majority'] }),
          rateHz: 20,
          samplesPerColumn: 100,
          unit: '1',
        },
        features: {
          rows: ['MAV', 'ZC', 'SSC', 'WL'].flatMap((f) => channels.map((c) => `${c}.${f}`)),
          rateHz: 20,
          samplesPerColumn: 100,
          windowSamples: 400,
          unit: '1',
        },
        prosthesis: {
          rows: prosthesisRows.names({ position: dofs, velocity: dofs }),
          rateHz: 50,
          samplesPerColumn: BLOCK,
          unit: 'deg',
        },
        truth: {
          rows: truthRows.names({ excitation: muscleNames, force: muscleNames }),
          rateHz: 100,
          samplesPerColumn: 20,
          unit: '1',
        },
      },
      calibration: {
        accuracy: 0.941,
        classes,
        confusion: classes.map((_, r) =>
          classes.map((__, c) => (r === c ? 180 : (r * 7 + c * 3) % 5 === 0 ? 9 : 0)),
        ),
        windows: classes.map(() => 190),
        signalSeconds: 84,
        wallSeconds: 1.4,
        quality: classes.map((label, i) => ({
          label,
          separability: 3.1 + i / 2,
          repeatability: 0.7 + i / 30,
          amplitudeOverRest: i === 0 ? 1 : 6 + i,
          advice:
            i === 3 ? 'Close to wrist supination. Repeat both, a little stronger.' : 'Clear and steady.',
        })),
      },
      presets: [
        {
          name: 'transhumeral-tmr',
          title: 'Upper arm, nerve transfer, epimysial',
          description: 'Young, lean, well recovered.',
        },
        {
          name: 'transfemoral-surface',
          title: 'Thigh, surface electrodes',
          description: 'Knee, ankle, tibial rotation.',
        },
      ],
      index: this.index,
    };
  }

  greeting(): ServerMessage[] {
    return [
      { op: 'status', phase: 'running', text: 'Running.' },
      { op: 'intent', who: 'script', activations: [] },
      this.statistics(),
    ];
  }

  news(): ServerMessage[] {
    const out = this.outbox;
    this.outbox = [];
    if (this.index % (2 * RATE) < BLOCK) out.push(this.statistics());
    return out;
  }

  obey(request: Request): ServerMessage[] {
    if (request.op === 'setIntent') {
      const first = request.activations?.[0];
      this.intent = request.activations === null ? null : (first ?? { movement: 'rest', strength: 0 });
      return [
        { op: 'intent', who: this.intent ? 'person' : 'script', activations: request.activations ?? [] },
      ];
    }
    if (request.op === 'patchScenario') {
      const next = merged(this.scenario, request.patch);
      if (isRecord(next)) this.scenario = next;
      return [{ op: 'scenario', scenario: this.scenario, geometry: this.geometry(), index: this.index }];
    }
    if (request.op === 'getMuap')
      return [
        {
          op: 'muap',
          muscle: request.muscle,
          unit: request.unit,
          sampleRateHz: RATE,
          channels: channels.map((_, c) =>
            Array.from(
              { length: 60 },
              (__, i) =>
                2e-5 *
                Math.exp(-(((i - 28) / 6) ** 2)) *
                Math.sin((i - 28) / 4) *
                (1 / (1 + Math.abs(c - request.muscle))),
            ),
          ),
          recruitmentPercent: request.unit / 1.2,
          twitchForce: 1 + request.unit,
        },
      ];
    return [{ op: 'ok', of: request.op }];
  }

  /** Everything due since the last call. */
  advance(): MockFrame[] {
    const due = Math.floor(((Date.now() - this.startedAt) / 1000) * RATE);
    if (due - this.index > RATE) this.index = due - BLOCK;
    const out: MockFrame[] = [];
    while (this.index + BLOCK <= due) out.push(...this.block());
    return out;
  }

  private block(): MockFrame[] {
    const scripted = classes[Math.floor(this.index / RATE / 2.5) % classes.length] ?? 'rest';
    const { movement, strength } = this.intent ?? {
      movement: scripted,
      strength: scripted === 'rest' ? 0 : 0.4,
    };
    if (movement !== this.lastCue) {
      this.lastCue = movement;
      this.outbox.push({ op: 'event', index: this.index, kind: 'cue', text: movement });
    }
    this.envelope += 0.12 * ((movement === 'rest' ? 0 : strength) - this.envelope);
    const k = Math.max(0, classes.indexOf(movement));
    const raw = new Float32Array(8 * BLOCK);
    for (let c = 0; c < 8; c++) {
      const gain = 4 + 900 * this.envelope * Math.exp(-(((c - k) % 8) ** 2) / 2.2);
      for (let i = 0; i < BLOCK; i++) {
        this.state[c] = 0.55 * this.state[c] + gain * 1e-6 * (Math.random() + Math.random() - 1);
        raw[c * BLOCK + i] = this.state[c] + 4e-6 * Math.sin((2 * Math.PI * 50 * (this.index + i)) / RATE);
      }
    }
    const index = this.index;
    this.index += BLOCK;
    const filtered = raw.map((v) => v * 0.9);
    const sample = (stream: StreamName, data: Float32Array): MockFrame => ({
      stream,
      frame: { channels: 8, length: BLOCK, index, data },
    });
    const frames = [sample('raw', raw), sample('filtered', filtered), sample('clean', filtered)];
    const number = movementIds.findIndex((id) => id === movement);
    const excitation = muscles.map((_, m) => this.envelope * Math.exp(-((m - k) ** 2) / 1.4));
    const truth = [number, strength, number, ...excitation, ...excitation, 0];
    frames.push({
      stream: 'truth',
      frame: {
        channels: truth.length,
        length: 2,
        index,
        data: Float32Array.from(truth.flatMap((v) => [v, v])),
      },
    });
    if (index % 120 < BLOCK) this.decide(frames, k, index);
    const direction = movement === 'rest' ? 0 : k % 2 === 1 ? 1 : -1;
    const joint = Math.floor((k - 1) / 2);
    if (movement !== 'rest' && joints[joint]) {
      const { min, max } = joints[joint];
      this.positions[joint] = Math.min(
        max,
        Math.max(min, this.positions[joint] + (direction * this.envelope * (max - min)) / 60),
      );
    }
    frames.push({
      stream: 'prosthesis',
      frame: { channels: 6, length: 1, index, data: Float32Array.from([...this.positions, 0, 0, 0]) },
    });
    return frames;
  }

  private decide(frames: MockFrame[], k: number, index: number): void {
    const logits = classes.map((_, c) => Math.exp((c === k ? 3.4 : 0) + Math.random()));
    const sum = logits.reduce((a, b) => a + b, 0);
    const best = logits.indexOf(Math.max(...logits));
    const row = decisionRows.pack({
      posterior: logits.map((l) => l / sum),
      step: [best, best],
      confidence: logits[best] / sum,
      rejected: 0,
      speed: this.envelope,
      latencyMs: 3,
    });
    frames.push({
      stream: 'decisions',
      frame: { channels: row.length, length: 1, index, data: row },
    });
    const features = Array.from(
      { length: 32 },
      (_, f) =>
        Math.exp(-(((f % 8) - k) ** 2) / 2) * this.envelope * (1 + 0.2 * Math.random()) +
        0.02 * Math.random(),
    );
    frames.push({
      stream: 'features',
      frame: { channels: 32, length: 1, index, data: Float32Array.from(features) },
    });
  }

  private geometry(): Extract<ServerMessage, { op: 'serverInfo' }>['geometry'] {
    const limb = JSON.stringify(this.scenario);
    const fat = Number(/"fatThicknessMm":([\d.]+)/u.exec(limb)?.[1] ?? 3);
    const shift = Number(/"shiftAroundMm":(-?[\d.]+)/u.exec(limb)?.[1] ?? 0);
    return {
      layers: [
        { name: 'stem', outerRadiusMm: 5 },
        { name: 'bone', outerRadiusMm: 11 },
        { name: 'muscle', outerRadiusMm: 42 },
        { name: 'fat', outerRadiusMm: 42 + fat },
        { name: 'skin', outerRadiusMm: 43.5 + fat },
      ],
      muscles: muscles.map(([name, angleDeg, widthDeg]) => ({
        name,
        angleDeg,
        widthDeg,
        innerRadiusMm: 20,
        outerRadiusMm: 41.5,
        units: 120,
      })),
      electrodes: channels.map((name, i) => ({
        name,
        contacts: [{ angleDeg: i * 45 + (shift / 42) * 57.3, radiusMm: 42, axialMm: 0 }],
      })),
    };
  }

  private statistics(): ServerMessage {
    return {
      op: 'statistics',
      statistics: {
        sampleRateHz: RATE,
        blocksPerSecond: 50,
        accuracy: 0.93,
        decisions: 812,
        clients: 1,
        lostBlocks: 0,
        replacedSamples: 0,
      },
      latency: { ...latencyOf({ windowMs: 200, stepMs: 50 }, 9, 100), computeMs: 0.4 },
    };
  }
}
