import { defer, map, type Observable } from 'rxjs';
import type { SampleBlock } from '../ground/signal/sample-block.js';
import { samplesOf } from '../ground/signal/units.js';
import type { BodyScenario } from '../body/synthesis/body-scenario.js';
import { Synthesizer, type SynthesisBlock } from '../body/synthesis/synthesizer.js';
import { moved } from '../body/synthesis/truth.js';
import { skips, type Clock } from './clock.js';
import { unusable } from './read-setting.js';

/** Length of a block where none is given, milliseconds. */
export const BLOCK_MS = 20;

/** A block of a synthesizer, and how many samples the clock skipped before it: the body knows nothing of them. */
export interface DueBlock {
  readonly block: SynthesisBlock;
  readonly skipped: number;
}

/** Blocks of signal with their truth from a running synthesizer, whenever the clock says they are due. */
export function simulated(synthesizer: Synthesizer, clock: Clock, blockMs = BLOCK_MS): Observable<DueBlock> {
  const length = samplesOf(blockMs, synthesizer.sampleRateHz);
  return clock(synthesizer.sampleRateHz / length).pipe(
    skips(),
    map((blocks) => ({ block: synthesizer.next(length), skipped: blocks * length })),
  );
}

/**
 * The EMG of a scenario, a new patient per subscription. Where the clock skips blocks, the index jumps.
 * @throws ConfigError where scenario or clock are missing
 * @example synthesize(presetByName('transhumeral-tmr'), asFastAsPossible(50)).subscribe((block) => block.data)
 */
export function synthesize(
  scenario: BodyScenario,
  clock: Clock,
  blockMs = BLOCK_MS,
): Observable<SampleBlock> {
  if (typeof scenario !== 'object' || scenario === null)
    throw unusable('synthesize', scenario, 'a scenario', "presetByName('transhumeral-tmr')");
  if (typeof clock !== 'function')
    throw unusable('synthesize', clock, 'a clock', 'asFastAsPossible(250), or realTime()');
  return defer(() => {
    let origin = 0;
    return simulated(new Synthesizer(scenario), clock, blockMs).pipe(
      map(({ block, skipped }) => moved(block, (origin += skipped)).signal),
    );
  });
}
