import { StreamError } from '../../../src/ground/signal/errors.js';
import type { NamedArray, Slabs } from '../arrays/named-array.js';
import { InputFile } from '../input-file.js';
import { checkBytes, limits } from '../limits.js';
import { decodeStrings, heldBy, numberReader, textWidth, type ArraySource } from './npy.js';

/** Bytes of an array, whichever file they come from; closed by whoever opened them. */
export type OpenBytes = () => Promise<Pick<InputFile, 'read' | 'close'>>;

/** What errors and `--variable` call an array, and how its bytes are reached. */
interface Access {
  readonly name: string;
  /** Name with the file, for errors. */
  readonly title: string;
  /** Bytes on which the source's offset counts. */
  readonly bytes: OpenBytes;
}

/** A NumPy array as one of a file's named arrays. Its shape must have been held against the bytes that are there. */
export function npyArray(source: ArraySource, { name, title, bytes }: Access): NamedArray {
  const { descr, shape, fortran, offset } = source;
  const reader = numberReader(descr);
  const width = reader?.size ?? textWidth(descr) ?? 0;
  const whole = async (): Promise<Buffer> => {
    const total = bytesOf(source);
    checkBytes(
      total,
      limits.heldBytes,
      `${title}: holds`,
      'Save what stands beside the signal in fewer bytes.',
    );
    const file = await bytes();
    try {
      return await file.read(offset, total);
    } finally {
      await file.close();
    }
  };
  return {
    name,
    shape,
    content: reader ? 'numbers' : width > 0 ? 'texts' : 'other',
    holds: reader?.name ?? heldBy(descr),
    columnMajor: fortran,
    numbers: async () => numbersIn(await whole(), descr),
    texts: async () => decodeStrings(descr, await whole()) ?? [],
    async open(): Promise<Slabs> {
      const file = await bytes();
      const [slow = 1, fast = 1] = fortran ? [...shape].reverse() : shape;
      const piece = async (from: number, count: number): Promise<Buffer> => {
        const found = await file.read(offset + from * width, count * width);
        if (found.length === count * width) return found;
        throw new StreamError(`${title}: ends within its samples`, {
          hint: 'The file was changed while it was read; read it again.',
        });
      };
      return {
        close: () => file.close(),
        async read(along, from, count) {
          if (along === 'slow') return numbersIn(await piece(from * fast, count * fast), descr);
          const rows = new Float64Array(slow * count);
          for (let row = 0; row < slow; row++)
            rows.set(numbersIn(await piece(row * fast + from, count), descr), row * count);
          return rows;
        },
      };
    },
  };
}

/** Bytes that an array takes by its shape; NaN where it holds what is not read. */
export function bytesOf({ descr, shape }: ArraySource): number {
  const width = numberReader(descr)?.size ?? textWidth(descr) ?? NaN;
  return shape.reduce((product, size) => product * size, width);
}

function numbersIn(bytes: Buffer, descr: string): Float64Array {
  const reader = numberReader(descr);
  if (!reader) return new Float64Array(0);
  const { size, read } = reader;
  // A plain loop: `Float64Array.from` with a function costs ten times as much.
  const numbers = new Float64Array(Math.floor(bytes.length / size));
  for (let i = 0; i < numbers.length; i++) numbers[i] = read(bytes, i * size);
  return numbers;
}

/** Some numbers of an array that lies in a file of its own, in storage order. */
export async function readNumbers(source: ArraySource, from: number, count: number): Promise<Float64Array> {
  const { path, offset, descr } = source;
  const size = numberReader(descr)?.size ?? 0;
  return numbersIn(
    await InputFile.using(path, (file) => file.read(offset + from * size, count * size)),
    descr,
  );
}
