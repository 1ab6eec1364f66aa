import { rename } from 'node:fs/promises';
import { InputFile } from '../input-file.js';
import { OutputFile } from '../output-file.js';
import { bytesPerSample, encodeEdfHeader } from './edf-header.js';
import { headerLength, parseEdfHeader } from './edf-header-parser.js';

/**
 * Give every data record of a closed file of our own more room in its last signal, that of the annotations, and put
 * there what found none while the file was written. So annotations cost bytes, never samples. The file is written
 * anew beside the old one, which stays whole until the new one takes its name.
 *
 * @param lists annotations as they are encoded, in order
 */
export async function widenAnnotations(path: string, lists: readonly Uint8Array[]): Promise<void> {
  const wider = `${path}.wider`;
  await InputFile.using(path, async (file) => {
    const header = parseEdfHeader(await file.read(0, headerLength(await file.read(0, 256), path)), path);
    const { records, signals, format } = header;
    const width = bytesPerSample[format];
    const head = 256 * (signals.length + 1);
    const old = signals.reduce((sum, { samples }) => sum + samples * width, 0);
    const more = roomFor(lists, records, width);
    const output = await OutputFile.create(wider);
    try {
      const last = signals.length - 1;
      await output.append(
        encodeEdfHeader({
          ...header,
          signals: signals.map((signal, s) =>
            s === last ? { ...signal, samples: signal.samples + more / width } : signal,
          ),
        }),
      );
      let next = 0;
      for (let r = 0; r < records; r++) {
        const record = new Uint8Array(old + more);
        record.set(await file.read(head + r * old, old));
        for (let at = old; next < lists.length; next++) {
          const list = lists[next] ?? new Uint8Array();
          if (at + list.length > record.length) break;
          record.set(list, at);
          at += list.length;
        }
        await output.append(record);
      }
    } finally {
      await output.close();
    }
  });
  await rename(wider, path);
}

/** Bytes that each record needs, a multiple of a sample's, so that all lists find a place in their order. */
function roomFor(lists: readonly Uint8Array[], records: number, width: number): number {
  const total = lists.reduce((sum, { length }) => sum + length, 0);
  let room = Math.max(Math.ceil(total / records), ...lists.map(({ length }) => length));
  while (recordsTaken(lists, room) > records) room = Math.ceil(room * 1.1);
  return Math.ceil(room / width) * width;
}

function recordsTaken(lists: readonly Uint8Array[], room: number): number {
  let taken = 1;
  let filled = 0;
  for (const { length } of lists) {
    if (filled + length > room) {
      taken++;
      filled = 0;
    }
    filled += length;
  }
  return taken;
}
