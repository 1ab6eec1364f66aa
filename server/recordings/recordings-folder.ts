import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { InputOutputError, StreamError } from '../../src/ground/signal/errors.js';
import { recordedFormats } from '../../src/protocol/recorded-formats.js';
import type { OpenRecording, RecordingSink } from '../../src/patient/ports.js';
import { createRecordingWriter } from './create-writer.js';
import { withoutExtension } from './format.js';
import { recordingInfo } from '../../src/patient/recording-info.js';

/** The error without the folder: where recordings lie is nothing for those who watch. */
function withoutFolder(error: StreamError, folder: string): StreamError {
  const plain = (text: string): string =>
    text.replaceAll(join(folder, '/'), '').replaceAll(folder, 'the folder of recordings');
  return new StreamError(plain(error.message), { hint: plain(error.hint), cause: error });
}

/** Remove what is left of a recording that could not be begun: empty files beside others are no recordings. */
async function discard(path: string): Promise<void> {
  const beside = withoutExtension(path);
  for (const left of [path, `${path}.part`, `${beside}.truth.csv`, `${beside}.discharges.csv`])
    await rm(left, { recursive: true, force: true }).catch(() => undefined);
}

/** Recordings of a session as files of a folder, named after the time they were begun. */
export function recordingsFolder(folder: string): RecordingSink {
  const rethrown = (error: unknown): never => {
    throw error instanceof StreamError ? withoutFolder(error, folder) : error;
  };
  return {
    formats: recordedFormats,
    async open(format, signal): Promise<OpenRecording> {
      let path: string | undefined;
      try {
        await mkdir(folder, { recursive: true });
        const startedAt = new Date();
        const file = `emg-${startedAt.toISOString().replace(/[:.]/g, '-')}.${format}`;
        const info = { ...recordingInfo(signal), startedAt };
        const truth = (signal.muscleNames?.length ?? 0) > 0;
        path = join(folder, file);
        const writer = await createRecordingWriter(path, info, { format, truth });
        return {
          file,
          write: (block, known) => writer.write(block, known)?.catch(rethrown),
          annotate: (index, text) => writer.annotate(index, text),
          async close() {
            await writer.close().catch(rethrown);
            return `/api/recordings/${encodeURIComponent(file)}`;
          },
        };
      } catch (error) {
        if (path !== undefined) await discard(path);
        if (error instanceof StreamError) return rethrown(error);
        // In the system's own words a path may stand, such as that of a folder above.
        const { message } = InputOutputError.from(error, 'startRecording');
        return rethrown(
          new StreamError(message, {
            hint: 'Start the service with --recordings FOLDER, a folder that can be written.',
            cause: error,
          }),
        );
      }
    },
  };
}
