/** The part of edfjs that the tests use; the package brings no types. */
declare module 'edfjs' {
  export class EDF {
    num_channels: number;
    annotations: { onset: number; label: string[] }[];
    read_buffer(buffer: ArrayBuffer): void;
    get_physical_samples(
      t0: number,
      dt: number,
      channels: string[],
    ): Promise<Record<string, ArrayLike<number>>>;
  }
}
