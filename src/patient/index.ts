/**
 * `myodesis/patient`: a living patient – calibration, online tests, the whole session – wherever JavaScript runs. What a
 * session needs of its host comes through ports: a `Workshop` that does the long work (`runCalibration` and the other
 * tasks, in a thread or on the spot), a `RecordingSink`, a clock.
 *
 * @module myodesis/patient
 */
export * from './calibrate.js';
export { createOnlineTest } from './online-tests/create-online-test.js';
export { InletSession, type InletOptions } from './inlet-session.js';
export type { InletInfo, InletMark, InletSource } from './inlet-source.js';
export type { OnlineTest, TestProgress, TestSetting, TestTask } from './online-tests/online-test.js';
export { Patient } from './patient.js';
export type { PatientOptions } from './patient-options.js';
export { ReplaySession, type ReplayOptions } from './replay-session.js';
export type { PlayedSegment } from './segment-tape.js';
export type {
  LiveModel,
  OpenRecording,
  RecordedSignal,
  RecordingSink,
  SessionHost,
  Workshop,
} from './ports.js';
export type {
  Audience,
  DeviceRequest,
  ServerInfo,
  Session,
  SessionRequest,
  StatusMessage,
  StreamFrame,
} from './session.js';
export * from './workshop-tasks.js';
