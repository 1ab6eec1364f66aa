/**
 * Bits of {@link Truth.flags}: what is disturbing the signal at a sample, on any channel. A continuous source
 * sets its bit while its dial is above zero, an event while it lasts.
 */
export const artefactFlags = {
  mains: 1 << 0,
  ecg: 1 << 1,
  motion: 1 << 2,
  impact: 1 << 3,
  friction: 1 << 4,
  baseline: 1 << 5,
  liftOff: 1 << 6,
  intermittent: 1 << 7,
  sweat: 1 << 8,
  saturated: 1 << 9,
  lost: 1 << 10,
  /** Templates are being cross-faded after a change of the body. */
  crossFade: 1 << 11,
} as const;

export type ArtefactName = keyof typeof artefactFlags;

/** Names of the artefacts in a flag word. */
export function artefactsOf(flags: number): ArtefactName[] {
  return (Object.keys(artefactFlags) as ArtefactName[]).filter((name) => (flags & artefactFlags[name]) !== 0);
}
