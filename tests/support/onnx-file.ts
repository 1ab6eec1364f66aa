/**
 * ONNX files written by hand, so that a test can make the very model it needs. Only what the tests use of
 * onnx.proto (field numbers as in onnx 1.16): models, graphs, nodes, float tensors, shapes.
 */

type Field = readonly [number: number, value: number | string | Uint8Array];

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return [...bytes, rest];
}

function message(...fields: readonly Field[]): Uint8Array {
  const bytes: number[] = [];
  for (const [number, value] of fields)
    if (typeof value === 'number') bytes.push(...varint(number * 8), ...varint(value));
    else {
      const content = typeof value === 'string' ? new TextEncoder().encode(value) : value;
      bytes.push(...varint(number * 8 + 2), ...varint(content.length), ...content);
    }
  return Uint8Array.from(bytes);
}

export type Shape = readonly (number | string)[];

const types = { float32: 1, int64: 7, float64: 11 } as const;
export type ElementType = keyof typeof types;

function valueInfo(name: string, shape: Shape, type: ElementType): Uint8Array {
  const dims = shape.map((size): Field => [1, message([typeof size === 'number' ? 1 : 2, size])]);
  const tensor = message([1, types[type]], [2, message(...dims)]);
  return message([1, name], [2, message([1, tensor])]);
}

/** A constant of a model, float32. */
export interface Constant {
  readonly name: string;
  readonly dims: readonly number[];
  readonly values: ArrayLike<number>;
}

function constant({ name, dims, values }: Constant): Uint8Array {
  const raw = new Uint8Array(Float32Array.from(values).buffer);
  return message(...dims.map((size): Field => [1, size]), [2, 1], [8, name], [9, raw]);
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
  readonly input: { readonly name: string; readonly shape: Shape; readonly type?: ElementType };
  readonly outputs: readonly { readonly name: string; readonly shape: Shape; readonly type?: ElementType }[];
  readonly constants: readonly Constant[];
  readonly nodes: readonly Node[];
}

/** The bytes of an ONNX file, operator set 13. */
export function onnxFile({ input, outputs, constants, nodes }: OnnxFile): Uint8Array {
  const graph = message(
    ...nodes.map((one): Field => [1, node(one)]),
    [2, 'graph'],
    ...constants.map((one): Field => [5, constant(one)]),
    [11, valueInfo(input.name, input.shape, input.type ?? 'float32')],
    ...outputs.map(({ name, shape, type }): Field => [12, valueInfo(name, shape, type ?? 'float32')]),
  );
  return message([1, 7], [7, graph], [8, message([2, 13])]);
}
