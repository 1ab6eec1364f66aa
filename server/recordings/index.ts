/**
 * `myodesis/recordings`: recordings as files, written and read in blocks. Needs Node.
 *
 * @packageDocumentation
 */
export { createRecordingWriter, finishRecording, type WriterOptions } from './create-writer.js';
export { readLabelled, readRecording } from './read-recording.js';
export { readFolder, type FolderOptions } from './read-folder.js';
export type {
  Annotation,
  LabelledSegment,
  ReadOptions,
  Recording,
  RecordingInfo,
  RecordingTruth,
  RecordingWriter,
} from './recording.js';
export { formatOf, formats, type RecordingFormat } from './registry.js';
