/**
 * Seconds of this machine's monotonic clock: the one that liblsl calls `lsl_local_clock` (on Linux and macOS to the
 * digit), so that programs on this machine need no correction of time stamps.
 */
export function lslNow(): number {
  return Number(process.hrtime.bigint()) / 1e9;
}
