/** One exchange of times with an outlet. */
export interface TimeProbe {
  /** Seconds that the datagrams were under way, both together. */
  readonly roundTrip: number;
  /** What to add to times of the outlet to get times of the reader. */
  readonly offset: number;
}

/** Answers that an estimate needs, as liblsl asks for. */
const FEWEST_PROBES = 6;

/**
 * The probe that an answer to a question for the time makes, as in the Network Time Protocol.
 * @param text the datagram ` <wave> <t0> <t1> <t2>`
 * @param wave number of the questions that are under way
 * @param received when it came, on the clock of the reader
 */
export function parseTimeAnswer(text: string, wave: number, received: number): TimeProbe | undefined {
  const [id, sent = NaN, came = NaN, answered = NaN] = text.trim().split(/\s+/).map(Number);
  const roundTrip = received - sent - (answered - came);
  const offset = (sent - came + (received - answered)) / 2;
  return id === wave && Number.isFinite(offset) ? { roundTrip, offset } : undefined;
}

/** The offset of the fastest of some probes, which is the surest; undefined where there are too few. */
export function clockOffset(probes: readonly TimeProbe[]): TimeProbe | undefined {
  if (probes.length < FEWEST_PROBES) return undefined;
  return probes.reduce((best, probe) => (probe.roundTrip < best.roundTrip ? probe : best));
}
