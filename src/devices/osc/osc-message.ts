/** An argument of a message: text, whole number, or number. */
export type OscArgument = string | { readonly int: number } | { readonly float: number };

/**
 * A message of Open Sound Control 1.0: address, type tags and arguments, each filled up with zeros to four bytes, all
 * big-endian.
 */
export function oscMessage(address: string, args: readonly OscArgument[]): Uint8Array {
  const tags = args.map((arg) => (typeof arg === 'string' ? 's' : 'int' in arg ? 'i' : 'f')).join('');
  const pieces = [text(address), text(`,${tags}`), ...args.map(argument)];
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** A part of an address: what the standard keeps for patterns, and blanks, become underscores. */
export function oscName(name: string): string {
  return name.replace(/[^\x21-\x7e]|[#*,/?[\]{}]/g, '_');
}

function argument(arg: OscArgument): Uint8Array {
  if (typeof arg === 'string') return text(arg);
  const bytes = new Uint8Array(4);
  const view = new DataView(bytes.buffer);
  if ('int' in arg) view.setInt32(0, arg.int);
  else view.setFloat32(0, arg.float);
  return bytes;
}

/** ASCII, at least one zero, filled up to four bytes. */
function text(value: string): Uint8Array {
  const bytes = new Uint8Array(4 * Math.floor(value.length / 4 + 1));
  for (let k = 0; k < value.length; k++) {
    const code = value.charCodeAt(k);
    bytes[k] = code > 0 && code < 128 ? code : 0x3f;
  }
  return bytes;
}
