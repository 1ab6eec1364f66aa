/*
 * ONNX files, byte by byte: what our models need of onnx.proto (field numbers as in onnx 1.16), which is models, graphs,
 * nodes, tensors, shapes and metadata.
 */

type Field = readonly [number: number, value: number | string | Uint8Array];

const utf8 = new TextEncoder();

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return [...bytes, rest];
}

function message(...fields: readonly Field[]): Uint8Array {
  const parts = fields.flatMap(([number, value]): Uint8Array[] => {
    if (typeof value === 'number') return [Uint8Array.from([...varint(number * 8), ...varint(value)])];
    const content = typeof value === 'string' ? utf8.encode(value) : value;
    return [Uint8Array.from([...varint(number * 8 + 2), ...varint(content.length)]), content];
  });
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Sizes of a tensor; a name is a size that is not fixed. */
export type Shape = readonly (number | string)[];

const types = { float32: 1, int64: 7, float64: 11 } as const;
export type ElementType = keyof typeof types;

/** Something that goes into a model or comes out of it; float32 where no type is given. */
export interface OnnxTensor {
  readonly name: string;
  readonly shape: Shape;
  readonly type?: ElementType;
}

function valueInfo({ name, shape, type = 'float32' }: OnnxTensor): Uint8Array {
  const dims = shape.map((size): Field => [1, message([typeof size === 'number' ? 1 : 2, size])]);
  const tensor = message([1, types[type]], [2, message(...dims)]);
  return message([1, name], [2, message([1, tensor])]);
}

/** A constant of a model; float32 where no type is given. */
export interface Constant {
  readonly name: string;
  readonly dims: readonly number[];
  readonly values: ArrayLike<number>;
  readonly type?: 'float32' | 'int64';
}

function constant({ name, dims, values, type = 'float32' }: Constant): Uint8Array {
  const raw = new Uint8Array(values.length * (type === 'int64' ? 8 : 4));
  const view = new DataView(raw.buffer);
  for (let i = 0; i < values.length; i++)
    if (type === 'int64') view.setBigInt64(8 * i, BigInt(values[i]), true);
    else view.setFloat32(4 * i, values[i], true);
  return message(...dims.map((size): Field => [1, size]), [2, types[type]], [8, name], [9, raw]);
}

/** One operation of a model; attributes are whole numbers, or lists of them. */
export interface Node {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes?: Readonly<Record<string, number | readonly number[]>>;
}

function node({ op, inputs, outputs, attributes = {} }: Node): Uint8Array {
  const given = Object.entries(attributes).map(([name, value]): Field => {
    const content: Field[] =
      typeof value === 'number' ? [[3, value], [20, 2]] : [...value.map((one): Field => [8, one]), [20, 7]]; // prettier-ignore
    return [5, message([1, name], ...content)];
  });
  return message(...inputs.map((name): Field => [1, name]), ...outputs.map((name): Field => [2, name]), [4, op], ...given); // prettier-ignore
}

/** A model with one input. */
export interface OnnxFile {
  readonly input: OnnxTensor;
  readonly outputs: readonly OnnxTensor[];
  readonly constants: readonly Constant[];
  readonly nodes: readonly Node[];
  /** What a reader may want to know beside: texts by name. */
  readonly metadata?: Readonly<Record<string, string>>;
}

/** The bytes of an ONNX file, operator set 13. */
export function onnxFile({ input, outputs, constants, nodes, metadata = {} }: OnnxFile): Uint8Array {
  const graph = message(
    ...nodes.map((one): Field => [1, node(one)]),
    [2, 'graph'],
    ...constants.map((one): Field => [5, constant(one)]),
    [11, valueInfo(input)],
    ...outputs.map((one): Field => [12, valueInfo(one)]),
  );
  const told = Object.entries(metadata).map(([key, value]): Field => [14, message([1, key], [2, value])]);
  return message([1, 7], [2, 'myodesis'], [7, graph], [8, message([2, 13])], ...told);
}
