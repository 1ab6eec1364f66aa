import { readFolder, type FolderOptions } from './folder/read-folder.js';
import { isFolder, readRecording } from './read-recording.js';
import type { LabelledRecordings } from './recording.js';
import { cutSegments } from './cut-segments.js';

/**
 * Labelled stretches of a folder of recordings, or of one recording whose labels are within.
 * @throws StreamError where there are none, or a file cannot be read
 */
export async function readLabelled(path: string, options: FolderOptions = {}): Promise<LabelledRecordings> {
  if ((await isFolder(path)) && !/\.part[/\\]*$/.test(path)) return readFolder(path, options);
  return cutSegments(await readRecording(path, options), path);
}
