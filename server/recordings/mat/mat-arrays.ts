import type { NamedArray, Slabs } from '../arrays/named-array.js';
import { checkBytes, checkCount, limits } from '../limits.js';
import type { MatVariable } from './mat5-file.js';
import { damage, type MatValue, type StoredNumbers } from './mat-values.js';

/**
 * The arrays of MATLAB variables under the names by which MATLAB reaches them: `emg`, `rec.emg`, `rec(2).emg`,
 * `emg{1}`. A cell of texts is one array of texts.
 */
export async function arraysOf(variables: readonly MatVariable[], path: string): Promise<NamedArray[]> {
  const arrays: NamedArray[] = [];
  for (const { name, dims, numeric, load } of variables) {
    if (!numeric) arrays.push(...flattened(name, await load(), path));
    else
      arrays.push(
        numericArray(name, dims, path, async () => {
          const value = await load();
          if (value.kind === 'numeric') return value.numbers;
          throw damage(path, `${name} is no matrix of numbers any more`);
        }),
      );
    checkCount(arrays.length, limits.parts, `${path}: its arrays are`, 'Save fewer of them in one file.');
  }
  return arrays;
}

function flattened(name: string, value: MatValue, path: string): NamedArray[] {
  const { dims } = value;
  switch (value.kind) {
    case 'numeric':
      return [numericArray(name, dims, path, async () => value.numbers)];
    case 'text':
      return [textArray(name, [dims[0] === 0 ? 0 : rowsOf(dims)], () => rowTexts(value.text, rowsOf(dims)))];
    case 'cell': {
      const { cells } = value;
      if (cells.length > 0 && cells.every(({ kind, dims: [rows = 1] }) => kind === 'text' && rows <= 1))
        return [textArray(name, dims, () => cells.map((cell) => (cell.kind === 'text' ? cell.text : '')))];
      return cells.flatMap((cell, i) => flattened(`${name}{${i + 1}}`, cell, path));
    }
    case 'struct': {
      const one = dims.every((size) => size === 1);
      return [...value.fields].flatMap(([field, values]) =>
        values.flatMap((inner, i) => flattened(`${name}${one ? '' : `(${i + 1})`}.${field}`, inner, path)),
      );
    }
    case 'other':
      return [
        {
          ...textArray(name, dims, () => []),
          content: 'other',
          holds: value.holds,
        },
      ];
  }
}

function numericArray(
  name: string,
  shape: readonly number[],
  path: string,
  load: () => Promise<StoredNumbers>,
): NamedArray {
  return {
    name,
    shape,
    content: 'numbers',
    holds: 'numbers',
    columnMajor: true,
    async numbers() {
      const count = shape.reduce((product, size) => product * size, 1);
      checkBytes(
        count * 8,
        limits.heldBytes,
        `${path}: ${name} takes`,
        'Save what stands beside the signal in less.',
      );
      return (await load()).slice();
    },
    texts: async () => [],
    async open(): Promise<Slabs> {
      const numbers = await load();
      const [rows = 1, columns = 1] = shape;
      return {
        close: async () => undefined,
        async read(along, from, count) {
          if (along === 'slow') return numbers.slice(from * rows, count * rows);
          const out = new Float64Array(columns * count);
          for (let column = 0; column < columns; column++)
            out.set(numbers.slice(column * rows + from, count), column * count);
          return out;
        },
      };
    },
  };
}

function textArray(name: string, shape: readonly number[], texts: () => string[]): NamedArray {
  return {
    name,
    shape,
    content: 'texts',
    holds: 'text',
    columnMajor: true,
    numbers: async () => [],
    texts: async () => texts(),
    open: async () => ({ read: async () => [], close: async () => undefined }),
  };
}

const rowsOf = (dims: readonly number[]): number => dims[0] ?? 1;

/** The lines of a text matrix, which is stored column by column and padded with spaces. */
function rowTexts(text: string, rows: number): string[] {
  if (rows <= 1) return text === '' ? [] : [text];
  return Array.from({ length: Math.min(rows, text.length) }, (_, row) => {
    let line = '';
    for (let at = row; at < text.length; at += rows) line += text[at] ?? '';
    return line.trimEnd();
  });
}
