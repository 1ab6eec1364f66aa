import type { NamedArray, Slabs } from '../arrays/named-array.js';
import { checkBytes, limits } from '../limits.js';
import { StreamError } from '../../../src/ground/signal/errors.js';
import type { Described } from './hdf5-messages.js';
import { Hdf5Session } from './hdf5-session.js';

/** A dataset as one of a file's named arrays; opened again, in a session of its own, whenever it is read. */
export function hdf5Array(path: string, described: Described, fileBytes: number): NamedArray {
  const { name, shape, content, holds, attributes, matlab } = described;
  const isMatlabText = matlab === 'char' && content === 'numbers';
  const reading = async <Value>(use: (session: Hdf5Session) => Promise<Value>): Promise<Value> => {
    checkSizes(path, described, fileBytes);
    const { session } = await Hdf5Session.open(path);
    try {
      return await use(session);
    } finally {
      await session.close();
    }
  };
  const all = (): Promise<Float64Array> => {
    const title = `${path}: ${name} takes`;
    checkBytes(product(shape) * 8, limits.heldBytes, title, 'Save what stands beside the signal in less.');
    return reading((session) =>
      session.numbers(
        name,
        shape.map(() => 0),
        shape,
      ),
    );
  };
  return {
    name,
    // MATLAB's texts are numbers of letters: one row of them is one text.
    shape: isMatlabText ? [shape[1] ?? 1] : shape,
    content: isMatlabText ? 'texts' : content,
    holds: isMatlabText ? 'text' : holds,
    columnMajor: false,
    attributes: new Map(attributes),
    numbers: all,
    texts: async () => {
      if (!isMatlabText) return reading((session) => session.texts(name));
      const letters = Buffer.from(Uint16Array.from(await all()).buffer).toString('utf16le');
      const rows = shape[1] ?? 1;
      return Array.from({ length: rows }, (_, row) => everyNth(letters, row, rows).trimEnd());
    },
    open: async (): Promise<Slabs> => {
      checkSizes(path, described, fileBytes);
      const { session } = await Hdf5Session.open(path);
      const [slow = 1, fast = 1] = shape;
      return {
        close: () => session.close(),
        read: (along, from, count) => {
          const box: [number[], number[]] =
            along === 'slow'
              ? [
                  [from, 0],
                  [count, fast],
                ]
              : [
                  [0, from],
                  [slow, count],
                ];
          return session.numbers(name, box[0].slice(0, shape.length), box[1].slice(0, shape.length));
        },
      };
    },
  };
}

/** Refuse what the file cannot hold: what was never written reads as zeros. */
function checkSizes(
  path: string,
  { name, shape, valueBytes, chunkBytes }: Described,
  fileBytes: number,
): void {
  const total = product(shape) * valueBytes;
  const most = chunkBytes > 0 ? Math.max(limits.heldBytes, fileBytes * limits.unpackedRatio) : fileBytes;
  if (!(total <= most))
    throw new StreamError(
      `${path}: ${name} says ${shape.join(' × ')}, ${total} bytes; the file has ${fileBytes}`,
      { hint: 'It was never written, or the file is damaged; save it again.' },
    );
  checkBytes(
    chunkBytes,
    limits.heldBytes,
    `${path}: one chunk of ${name} takes`,
    'Save it in smaller chunks, such as "h5repack -l CHUNK=1024x8 in.h5 out.h5".',
  );
}

const product = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);

function everyNth(text: string, from: number, step: number): string {
  let line = '';
  for (let at = from; at < text.length; at += step) line += text[at] ?? '';
  return line;
}
