import * as z from 'zod/mini';
import { dofIds } from '../ground/movement/degree-of-freedom.js';
import { gripNames } from '../ground/movement/grip-names.js';
import { deviceInfo } from './device-info.js';
import { list, measured, roles } from './schemas.js';
import { streamNames, type StreamName } from './stream-kind.js';

const streamInfo = z.object({
  /** Name of each row, in order. */
  rows: list(z.string()),
  /** Columns per second; 0 where columns come when they come. */
  rateHz: z.number(),
  /** Samples of the signal that one column spans. */
  samplesPerColumn: z.number(),
  /** Samples of the decoder's window, the last of which is before the column's index; only where columns are windows. */
  windowSamples: z.optional(z.number()),
  unit: z.string(),
});
/** By name, for the streams that there are. */
export const streamInfoMap = z.partialRecord(
  z.enum(streamNames as [StreamName, ...StreamName[]]),
  streamInfo,
);
/** How to read the frames of one stream. @interface */
export type StreamInfo = z.infer<typeof streamInfo>;

export const classReport = z.object({
  label: z.string(),
  /** Mahalanobis distance from the nearest other class, in pooled standard deviations; null where it is the only one. */
  separability: measured,
  /** 1 where repetitions are alike, 0 where they stray as far as the nearest other class. */
  repeatability: measured,
  /** Mean amplitude relative to that of rest; null where rest was not recorded. */
  amplitudeOverRest: measured,
  /** One sentence for the person who calibrates. */
  advice: z.string(),
});
/** Quality of one class, as the page shows it. @interface */
export type ClassReport = z.infer<typeof classReport>;

export const calibrationSummary = z.object({
  /** The model that was measured, where it is not the one that decides: an outside model measures itself live. */
  model: z.optional(z.string()),
  /** What was measured: a classifier, `regression by ridge` or `direct control`. */
  measured: z.string(),
  /** Held-out accuracy, 0 to 1; null where nothing was held out. */
  accuracy: measured,
  classes: list(z.string()),
  /** Rows truth, columns decision, counts of windows. */
  confusion: list(list(z.number())),
  /** How well the velocity of each joint is estimated, where control is by regression. */
  joints: list(
    z.object({ joint: z.enum(dofIds), r2: measured, rmse: measured, nrmse: measured, mae: measured }),
  ),
  /** Windows used per class. */
  windows: list(z.number()),
  /** Seconds of signal recorded, and seconds it took. */
  signalSeconds: z.number(),
  wallSeconds: z.number(),
  quality: list(classReport),
  /**
   * Mean amplitude of each channel in each class, in the order of `serverInfo.channels` and as the `features` stream has
   * it; none where no feature is an amplitude.
   */
  patterns: list(z.object({ label: z.string(), amplitudes: list(z.number()) })),
  /**
   * How each row of the `features` stream is read in its own unit: value × step + zero. Without a unit (null) it is read
   * as it is.
   */
  features: z.object({
    units: list(z.nullable(z.enum(['V', 'V²', 'Hz', '1']))),
    zeros: list(z.number()),
    steps: list(z.number()),
  }),
  /** Classes that were recorded and are left out of what the decoder learned. */
  leftOut: list(z.string()),
  /** What was left out, repaired or assumed, and what is wrong with channels, as sentences. */
  notes: list(z.string()),
});
/** Result of training, measured on repetitions that were held out. @interface */
export type CalibrationSummary = z.infer<typeof calibrationSummary>;

const contact = z.object({ angleDeg: z.number(), radiusMm: z.number(), axialMm: z.number() });
export const limbGeometry = z.object({
  layers: list(z.object({ name: z.string(), outerRadiusMm: z.number() })),
  muscles: list(
    z.object({
      name: z.string(),
      angleDeg: z.number(),
      widthDeg: z.number(),
      innerRadiusMm: z.number(),
      outerRadiusMm: z.number(),
      units: z.number(),
      /** Along the limb from the plane of the electrodes, distal positive, mm: ends of the fibres, and their end-plates. */
      proximalMm: z.number(),
      distalMm: z.number(),
      innervationZoneMm: z.number(),
    }),
  ),
  electrodes: list(z.object({ name: z.string(), contacts: list(contact) })),
});
/** Where a muscle, its sector and electrodes lie, as the cross-section draws them (after surgery). @interface */
export type LimbGeometry = z.infer<typeof limbGeometry>;

const joint = z.object({
  dof: z.enum(dofIds),
  name: z.string(),
  unit: z.string(),
  min: z.number(),
  max: z.number(),
  neutral: z.number(),
});
/** A joint of the prosthesis, with its range and its resting position in `unit`. @interface */
export type JointInfo = z.infer<typeof joint>;

const preset = z.object({ name: z.string(), title: z.string(), description: z.string() });
/** A preset that `loadPreset` takes. @interface */
export type PresetInfo = z.infer<typeof preset>;

const ownMovement = z.object({
  id: z.string(),
  name: z.string(),
  limb: z.enum(['arm', 'leg', 'both']),
  actions: list(z.object({ dof: z.enum(dofIds), direction: z.literal([1, -1]) })),
  grip: z.optional(z.enum(gripNames)),
});

export const journeyInfo = z.object({
  stages: list(
    z.object({
      title: z.string(),
      durationS: z.number(),
      /** What happens in the stage, for anybody; may be empty. */
      text: z.string(),
      /** Scene of the operation that it is drawn as, or `none`. */
      scene: z.string(),
    }),
  ),
  /** Number of the present stage, from 0. */
  stage: z.number(),
  /** Sample indices at which it began and at which it ends, unless it is held. */
  from: z.number(),
  until: z.number(),
  /** Whether the patient stays in the stage until told otherwise. */
  held: z.boolean(),
});
/** The stages of a patient's journey, and where the patient is. @interface */
export type JourneyInfo = z.infer<typeof journeyInfo>;

export const recordingInfo = z.object({
  name: z.string(),
  /** What was found in it: people, classes, trials, seconds, and what was left out and why. */
  found: z.string(),
  /** The convention by which features are counted. */
  counts: z.string(),
  /** What was repaired, skipped, assumed or left out in reading, and what is wrong with channels, as sentences. */
  notes: list(z.string()),
});
/** The recording that is replayed, and what passed in reading it. @interface */
export type RecordingInfo = z.infer<typeof recordingInfo>;

/** A whole scenario; what is in it is for `parseScenario` to say. */
export const scenarioJson = z.record(z.string(), z.unknown());

const sessionInfo = z.object({
  /** Name in links and in `/api/sessions`. */
  id: z.string(),
  /** Whether everybody who names none gets this one. */
  shared: z.boolean(),
  clock: z.enum(['real', 'stepped']),
  /** When its patient began to live, in milliseconds since the epoch: another number is another life, begun anew. */
  begun: z.optional(z.number()),
  /** Whether anybody has changed the patient since. */
  touched: z.optional(z.boolean()),
});
/** Which of the service's sessions this is. @interface */
export type SessionInfo = z.infer<typeof sessionInfo>;

/** Fields of the first message. */
export const serverInfo = {
  protocol: z.string(),
  version: z.string(),
  /** What this session can do: names of `capabilities`. A client passes over those it does not know. */
  capabilities: list(z.string()),
  /** The whole scenario in force. Null where nobody is simulated. */
  scenario: z.nullable(scenarioJson),
  /** Formats that the running signal can be recorded in. */
  recordedFormats: list(z.string()),
  /** What the signal is: made by the simulated body, read from a recording, or of a real person. */
  source: z.enum(['simulation', 'recording', 'person']),
  /** Absent in a simulation; of a real person, what is known of the signal that comes in. */
  recording: z.optional(recordingInfo),
  sampleRateHz: z.number(),
  channels: list(z.string()),
  classes: list(z.string()),
  movements: list(z.string()),
  /** Those of the movements that are the scenario's own; the others, every client knows. */
  ownMovements: list(ownMovement),
  muscles: list(z.string()),
  joints: list(joint),
  limb: z.enum(['arm', 'leg']),
  geometry: z.nullable(limbGeometry),
  streams: streamInfoMap,
  calibration: z.nullable(calibrationSummary),
  presets: list(preset),
  /** Absent where the scenario has no journey. */
  journey: z.optional(journeyInfo),
  /** Absent where the patient lives in the page itself. */
  session: z.optional(sessionInfo),
  /** Viewers only read: requests that change something are refused. Absent where the patient lives in the page itself. */
  role: z.optional(z.enum(roles)),
  /** Devices that the service can appear as to other programs. */
  devices: z.optional(list(deviceInfo)),
  index: z.number(),
};
