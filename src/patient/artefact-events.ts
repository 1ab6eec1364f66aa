import {
  artefactFlags,
  artefactsOf,
  type ArtefactName,
} from '../body/synthesis/disturbances/artefact-flags.js';
import type { Truth } from '../body/synthesis/truth.js';

/** Artefacts that come and go; the others are there for as long as their dial is up. */
const events: readonly ArtefactName[] = ['motion', 'impact', 'friction', 'liftOff', 'intermittent', 'lost'];
const eventBits = events.reduce((bits, name) => bits | artefactFlags[name], 0);
/** Least time between two events of one kind, in seconds. */
const QUIET_S = 1;

/** Finds in the truth where artefacts begin, seldom enough to be shown as markers. */
export class ArtefactEvents {
  private active = 0;
  private readonly last = new Map<ArtefactName, number>();

  /** Artefacts that begin in a block, with their sample. */
  push({ index, length, flags }: Truth, sampleRateHz: number): { index: number; text: string }[] {
    const begun: { index: number; text: string }[] = [];
    for (let i = 0; i < length; i++) {
      const bits = flags[i] & eventBits;
      const fresh = bits & ~this.active;
      this.active = bits;
      if (fresh === 0) continue;
      for (const name of artefactsOf(fresh)) {
        const before = this.last.get(name) ?? -Infinity;
        if (index + i - before < QUIET_S * sampleRateHz) continue;
        this.last.set(name, index + i);
        begun.push({ index: index + i, text: name });
      }
    }
    return begun;
  }
}
