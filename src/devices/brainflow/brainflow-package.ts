/** Rows of a package of the board GFORCE_PRO: number, 8 of EMG, time stamp, marker. */
export const ROWS = 11;
export const EMG_ROWS = 8;
export const RATE_HZ = 500;
/** Packages in one datagram. */
export const PACKAGES = 3;
const STAMP_ROW = 9;
const MARKER_ROW = 10;

/** What stands in a package beside the EMG. */
export interface PackageHead {
  /** Number of the package; 0 comes after 255. */
  readonly number: number;
  /** Seconds since 1970. */
  readonly epoch: number;
  /** 0 where nothing is marked. */
  readonly marker: number;
}

/**
 * A datagram as BrainFlow's streaming board reads it: packages one after the other, each of 11 float64 little-endian,
 * no header.
 * @param volts instants of 8 channels
 */
export function brainflowDatagram(volts: Float32Array, heads: readonly PackageHead[]): Uint8Array {
  const bytes = new Uint8Array(8 * ROWS * heads.length);
  const view = new DataView(bytes.buffer);
  for (const [k, { number, epoch, marker }] of heads.entries()) {
    const at = (row: number): number => 8 * (k * ROWS + row);
    view.setFloat64(at(0), number, true);
    for (let c = 0; c < EMG_ROWS; c++) view.setFloat64(at(1 + c), volts[k * EMG_ROWS + c] * 1e6, true);
    view.setFloat64(at(STAMP_ROW), epoch, true);
    view.setFloat64(at(MARKER_ROW), marker, true);
  }
  return bytes;
}
