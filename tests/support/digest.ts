/**
 * First half of the SHA-256 of a value: typed arrays by their bytes, everything else by its JSON, in which typed
 * arrays within are lists. By the Web's own interface, so that it runs in a browser too.
 */
export async function digest(value: unknown): Promise<string> {
  const bytes = ArrayBuffer.isView(value)
    ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength).slice()
    : new TextEncoder().encode(JSON.stringify(value, listed));
  const hash = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(hash, 0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** JSON has no NaN or −0, and two engines may differ in just that. */
function listed(_key: string, value: unknown): unknown {
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array);
  return typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0))
    ? Object.is(value, -0)
      ? '-0'
      : String(value)
    : value;
}
