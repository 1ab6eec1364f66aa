/** What stands for a value that JSON does not have: `{"$": "NaN"}`, `{"$": "Float32Array", "bytes": "…"}`. */
const TAG = '$';

const numberArrays = {
  Float32Array,
  Float64Array,
  Int8Array,
  Int16Array,
  Int32Array,
  Uint8Array,
  Uint16Array,
  Uint32Array,
};

/**
 * A value as JSON text, from which {@link fromKeptJson} gives it back bit for bit: plain objects and lists, texts,
 * numbers (also those that JSON does not have) and arrays of numbers. A property that is undefined is left out.
 *
 * @param sorted properties in alphabetical order, so that equal values have equal texts
 * @throws TypeError on anything else, such as a function: it would be lost without a word
 */
export function toKeptJson(value: unknown, { sorted = false } = {}): string {
  return JSON.stringify(packed(value, sorted));
}

/** @throws SyntaxError or TypeError where the text is not of {@link toKeptJson} */
export function fromKeptJson(text: string): unknown {
  return unpacked(JSON.parse(text));
}

function packed(value: unknown, sorted: boolean): unknown {
  switch (typeof value) {
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0) ? value : tagged(numberName(value));
    case 'string':
    case 'boolean':
      return value;
    case 'undefined':
      return tagged('undefined');
    case 'object':
      return value === null ? null : packedObject(value, sorted);
    default:
      throw new TypeError(`a ${typeof value} cannot be kept as JSON`);
  }
}

const numberName = (value: number): string => (Object.is(value, -0) ? '-0' : String(value));
const tagged = (name: string): Record<string, string> => ({ [TAG]: name });

function packedObject(value: object, sorted: boolean): unknown {
  if (Array.isArray(value)) return Array.from(value, (item) => packed(item, sorted));
  const kind = value.constructor?.name;
  if (ArrayBuffer.isView(value) && kind !== undefined && kind in numberArrays) {
    const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    return { ...tagged(kind), bytes: bytes.toString('base64') };
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if ((prototype !== Object.prototype && prototype !== null) || Object.hasOwn(value, TAG))
    throw new TypeError(
      `an object of ${kind ?? 'unknown'} kind, or with a property ${TAG}, cannot be kept as JSON`,
    );
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  if (sorted) entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, inner]) => [name, packed(inner, sorted)]));
}

function unpacked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unpacked);
  if (typeof value !== 'object' || value === null) return value;
  if (!Object.hasOwn(value, TAG))
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, unpacked(inner)]));
  const { [TAG]: name, bytes } = value as Record<string, unknown>;
  if (typeof bytes === 'string') return arrayOf(String(name), bytes);
  return name === 'undefined' ? undefined : Number(name);
}

function arrayOf(kind: string, text: string): unknown {
  const Kind = Object.entries(numberArrays).find(([name]) => name === kind)?.[1];
  if (!Kind) throw new TypeError(`${kind} is no array of numbers`);
  // A buffer of its own: those of texts lie anywhere in a shared one.
  return new Kind(new Uint8Array(Buffer.from(text, 'base64')).buffer);
}
