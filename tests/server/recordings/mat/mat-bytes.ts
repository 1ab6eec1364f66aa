/** An element of a MATLAB 5 file, little-endian. */
export function element(type: number, bytes: Buffer): Buffer {
  const tag = Buffer.alloc(8);
  tag.writeUInt32LE(type, 0);
  tag.writeUInt32LE(bytes.length, 4);
  const padding = type === 15 ? 0 : (8 - (bytes.length % 8)) % 8;
  return Buffer.concat([tag, bytes, Buffer.alloc(padding)]);
}

/** A matrix: of cells (1), a struct (2), an object (3), text (4), doubles (6), a function (16). */
export function matrix(matrixClass: number, dims: readonly number[], name: string, content: Buffer): Buffer {
  return element(
    14,
    Buffer.concat([
      element(6, Buffer.from(Uint32Array.of(matrixClass, 0).buffer)),
      element(5, Buffer.from(Int32Array.from(dims).buffer)),
      element(1, Buffer.from(name)),
      content,
    ]),
  );
}

/** Doubles. */
export function numbers(values: readonly number[]): Buffer {
  return element(9, Buffer.from(Float64Array.from(values).buffer));
}

/** A file of variables. */
export function matFile(...variables: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(128, ' ');
  head.write('MATLAB 5.0 MAT-file', 'latin1');
  head.write('\x00\x01IM', 124, 'latin1');
  return Buffer.concat([head, ...variables]);
}
