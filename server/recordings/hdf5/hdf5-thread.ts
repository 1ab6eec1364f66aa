import { parentPort } from 'node:worker_threads';
import type { Dataset, File as Hdf5File } from 'h5wasm/node';
import { halfOf } from '../half-float.js';
import { limits } from '../limits.js';
import type { Answer, AttributeValues, Described, Question } from './hdf5-messages.js';

/*
 * The HDF5 library in a thread of its own. It is C code that is given files which may be damaged: after one of its
 * errors nothing that it says can be trusted, so its errors are made to throw, and whoever asked ends the thread.
 */

const { default: h5wasm, ready } = await import('h5wasm/node');
const library = await ready;
library.activate_throwing_error_handler();

/** Classes of types (H5T_class_t). */
const [integer, float, text, compound, reference, enumeration] = [0, 1, 3, 6, 7, 8];
const sizes: Readonly<Record<number, readonly number[]>> = {
  [integer]: [1, 2, 4, 8],
  [float]: [2, 4, 8],
  [enumeration]: [1, 2, 4, 8],
};
let file: Hdf5File | undefined;

parentPort?.on('message', (question: Question) => {
  let answer: Answer;
  try {
    answer = { value: answerTo(question) };
  } catch (error) {
    answer = { failure: error instanceof Error ? error.message : String(error) };
  }
  parentPort?.postMessage(answer);
});

function answerTo(question: Question): unknown {
  if (question.ask === 'open') {
    file = new h5wasm.File(question.path, 'r');
    return contentsOf(file);
  }
  if (question.ask === 'close') return file?.close();
  const found = file?.get(question.name);
  if (!(found instanceof h5wasm.Dataset)) throw new Error(`holds no dataset ${question.name}`);
  return question.ask === 'texts'
    ? listOf(found.json_value).map(String)
    : numbersOf(found, question.from, question.count);
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

function contentsOf(opened: Hdf5File): { datasets: Described[]; attributes: AttributeValues } {
  const datasets: Described[] = [];
  for (const path of opened.paths()) {
    // MATLAB keeps what its cells point to in such groups.
    const name = path.replace(/^\/+/, '');
    if (name.startsWith('#')) continue;
    const found = opened.get(name);
    if (found instanceof h5wasm.Dataset) datasets.push(describe(found, name));
    if (datasets.length > limits.parts) throw new Error(`holds more than ${limits.parts} datasets`);
  }
  return { datasets, attributes: attributesOf(opened) };
}

function describe(dataset: Dataset, name: string): Described {
  const { type, size, shape, chunks, compound_type: members } = dataset.metadata;
  const attributes = attributesOf(dataset);
  const matlab = attributes.find(([key]) => key === 'MATLAB_class')?.[1][0];
  const chunk = (chunks ?? []).reduce((product, length) => product * length, chunks ? size : 0);
  const said = { name, shape: shape ?? [], chunkBytes: chunk, valueBytes: size, attributes, matlab };
  const isEmpty = attributes.some(([key, [value]]) => key === 'MATLAB_empty' && value === 1);
  if (shape === null || isEmpty) return { ...said, shape: [0], content: 'other', holds: 'nothing' };
  if (type === text) return { ...said, content: 'texts', holds: 'text' };
  if (sizes[type]?.includes(size)) {
    const kind = type === float ? 'float' : dataset.metadata.signed ? 'int' : 'uint';
    return { ...said, content: 'numbers', holds: type === enumeration ? 'bool' : `${kind}${size * 8}` };
  }
  const isComplex = members?.members.map((member) => member.name).join() === 'r,i';
  const holds =
    type === compound
      ? isComplex
        ? 'complex numbers'
        : 'records of several fields'
      : type === float
        ? 'long doubles'
        : type === reference
          ? 'references'
          : `values of HDF5's class ${type}`;
  return { ...said, content: 'other', holds };
}

function attributesOf(owner: Pick<Dataset | Hdf5File, 'attrs'>): AttributeValues {
  const attributes: [string, (number | string)[]][] = [];
  for (const [name, attribute] of Object.entries(owner.attrs)) {
    const { total_size: count, size } = attribute.metadata;
    if (!(count * size <= limits.headerBytes && count <= limits.channels)) continue;
    // Types that stand for no value, such as references, are left aside.
    if (![integer, float, text, enumeration].includes(attribute.metadata.type)) continue;
    if (attribute.metadata.type === float && size < 4) continue;
    const values = listOf(attribute.json_value);
    attributes.push([name, values.map((value) => (typeof value === 'string' ? value : Number(value)))]);
  }
  return attributes;
}

/** Numbers of a box of a dataset, in C order. */
function numbersOf(dataset: Dataset, from: readonly number[], count: readonly number[]): Float64Array {
  const { size, type, signed } = dataset.metadata;
  const total = count.reduce((product, length) => product * length, 1);
  const pointer = library._malloc(Math.max(1, total * size));
  if (!pointer) throw new Error(`needs ${total * size} bytes at once, more than there are`);
  try {
    const one = from.map(() => 1n);
    const status = library.get_dataset_data(
      dataset.file_id,
      dataset.path,
      from.length > 0 ? count.map(BigInt) : null,
      from.length > 0 ? from.map(BigInt) : null,
      from.length > 0 ? one : null,
      BigInt(pointer),
    );
    if (status < 0) throw new Error('a piece of it cannot be read');
    // Behind the pointer: memory may have grown, and moved, meanwhile.
    const bytes = library.HEAPU8.slice(pointer, pointer + total * size);
    const view = new DataView(bytes.buffer);
    const read = readerOf(type === float, size, signed);
    const numbers = new Float64Array(total);
    for (let i = 0; i < total; i++) numbers[i] = read(view, i * size);
    return numbers;
  } finally {
    library._free(pointer);
  }
}

/** The library gives numbers in little-endian order, whatever the file has. */
function readerOf(isFloat: boolean, size: number, signed: boolean): (view: DataView, at: number) => number {
  if (isFloat)
    return size === 8
      ? (view, at) => view.getFloat64(at, true)
      : size === 4
        ? (view, at) => view.getFloat32(at, true)
        : (view, at) => halfOf(view.getUint16(at, true));
  if (size === 8)
    return signed
      ? (view, at) => Number(view.getBigInt64(at, true))
      : (view, at) => Number(view.getBigUint64(at, true));
  if (size === 4)
    return signed ? (view, at) => view.getInt32(at, true) : (view, at) => view.getUint32(at, true);
  if (size === 2)
    return signed ? (view, at) => view.getInt16(at, true) : (view, at) => view.getUint16(at, true);
  return signed ? (view, at) => view.getInt8(at) : (view, at) => view.getUint8(at);
}
