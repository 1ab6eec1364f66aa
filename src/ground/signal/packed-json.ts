import { isRecord, type Json } from './is-record.js';
import { DEEPEST_MESSAGE, parseJson } from './parse-json.js';

/** Most bytes that a link may unpack to: a scenario has some thousand. */
const MOST_BYTES = 2_000_000;

async function through(bytes: Uint8Array, stream: GenericTransformStream): Promise<Uint8Array> {
  const reader = new Blob([bytes.slice().buffer]).stream().pipeThrough(stream).getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (!(value instanceof Uint8Array)) continue;
    parts.push(value);
    length += value.length;
    if (length > MOST_BYTES) throw new RangeError(`packed JSON: more than ${MOST_BYTES} bytes`);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** JSON as a short text that can stand in an address. It carries a sum by which damage is told (zlib, RFC 1950). */
export async function packJson(value: Json): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  const packed = await through(bytes, new CompressionStream('deflate'));
  let binary = '';
  for (const byte of packed) binary += String.fromCharCode(byte);
  return btoa(binary).replace(/\+/gu, '-').replace(/\//gu, '_').replace(/=+$/u, '');
}

/** What {@link packJson} packed; undefined where anything of it is missing or changed. */
export async function unpackJson(text: string): Promise<Json | undefined> {
  if (!/^[\w-]+$/u.test(text)) return undefined;
  try {
    const binary = atob(text.replace(/-/gu, '+').replace(/_/gu, '/'));
    const packed = Uint8Array.from(binary, (char) => char.charCodeAt(0));
    const json = new TextDecoder('utf-8', { fatal: true }).decode(
      await through(packed, new DecompressionStream('deflate')),
    );
    const parsed = parseJson(json, DEEPEST_MESSAGE);
    return 'value' in parsed && isRecord(parsed.value) ? parsed.value : undefined;
  } catch {
    return undefined;
  }
}
