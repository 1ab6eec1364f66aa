import type { EdfHeader } from './edf-header.js';

/** Name of the equipment in the recording field of what is written here. */
export const equipment = 'Myodesis';

/** Text at the true end of a recording whose last data record is padded. */
export const endMark = 'Recording ends';

/** Text, with its duration, where samples are missing; within a data record zeros stand for them. */
export const pauseMark = 'Recording pauses';

/** Whether a file was written here: others write the same text where they mean something else. */
export function isOwn({ recording }: EdfHeader): boolean {
  return recording.split(' ').includes(equipment);
}
