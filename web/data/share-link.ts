import { DEEPEST_MESSAGE, parseJson } from '../../src/ground/signal/parse-json.js';
import { isRecord, type Json } from './is-record.js';

/** What the part of the address after `#` says. */
export interface SharedState {
  /** `demo`, `lab` or `learn`, with a lesson after a slash. */
  readonly view: string;
  readonly preset: string | undefined;
  /** Changes against the preset, seed included. */
  readonly patch: Json | undefined;
}

async function through(bytes: Uint8Array, stream: GenericTransformStream): Promise<Uint8Array> {
  const source = new Blob([bytes.slice().buffer]).stream().pipeThrough(stream);
  return new Uint8Array(await new Response(source).arrayBuffer());
}

/** Address fragment that reproduces the state: `#lab&p=preset&s=…`. */
export async function encodeShared(state: SharedState): Promise<string> {
  let hash = `#${state.view}`;
  if (state.preset) hash += `&p=${encodeURIComponent(state.preset)}`;
  if (state.patch && Object.keys(state.patch).length > 0) {
    const json = new TextEncoder().encode(JSON.stringify(state.patch));
    const packed = await through(json, new CompressionStream('deflate-raw'));
    const text = btoa(String.fromCharCode(...packed));
    hash += `&s=${text.replace(/\+/gu, '-').replace(/\//gu, '_').replace(/=+$/u, '')}`;
  }
  return hash;
}

/** Read an address fragment. A part that cannot be read is left out. */
export async function decodeShared(hash: string): Promise<SharedState> {
  const [view = '', ...parts] = hash.replace(/^#/u, '').split('&');
  const values = new Map(parts.map((part) => [part.slice(0, 1), part.slice(2)]));
  const preset = values.get('p');
  return {
    view,
    preset: preset ? decodeURIComponent(preset) : undefined,
    patch: await decodePatch(values.get('s')),
  };
}

async function decodePatch(text: string | undefined): Promise<Json | undefined> {
  if (!text) return undefined;
  try {
    const binary = atob(text.replace(/-/gu, '+').replace(/_/gu, '/'));
    const packed = Uint8Array.from(binary, (char) => char.charCodeAt(0));
    const json = await through(packed, new DecompressionStream('deflate-raw'));
    const parsed = parseJson(new TextDecoder().decode(json), DEEPEST_MESSAGE);
    return 'value' in parsed && isRecord(parsed.value) ? parsed.value : undefined;
  } catch {
    return undefined;
  }
}
