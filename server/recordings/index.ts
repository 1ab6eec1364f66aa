/**
 * `myodesis/recordings`: recordings as files, written and read in blocks. Needs Node.
 *
 * @module myodesis/recordings
 */
export type { BidsChannel, BidsElectrode } from './bids/bids-tables.js';
export type { BidsOptions } from './bids/bids-writer.js';
export { createRecordingWriter, type WriterOptions } from './create-writer.js';
export { finishRecording, type FinishedRecording } from './finish-recording.js';
export { readLabelled } from './read-labelled.js';
export { readRecording } from './read-recording.js';
export { readFolder, type FolderOptions } from './folder/read-folder.js';
export type {
  Annotation,
  LabelledRecordings,
  LabelledSegment,
  ReadOptions,
  Recording,
  RecordingInfo,
  RecordingSteps,
  RecordingTruth,
  RecordingWriter,
  SegmentRange,
} from './recording.js';
export type { SegmentOrigin } from '../../src/ground/signal/segment-origin.js';
export type { BeginOptions, Begun, Format } from './format.js';
export { formatOf, formats, type RecordingFormat } from './registry.js';
