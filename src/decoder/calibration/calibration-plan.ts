import type { MovementId } from '../../ground/movement/movement.js';
import { samplesOf } from '../../ground/signal/units.js';
import type { CalibrationSpec } from './calibration-fields.js';

export type PromptPhase = 'countdown' | 'ramp-up' | 'hold' | 'ramp-down' | 'rest';

/** Samples [start, end), relative to the plan. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** One movement asked for once: when each part of it starts, in samples relative to the plan. */
export interface Prompt {
  readonly movement: MovementId;
  readonly repetition: number;
  /** First sample of the countdown. */
  readonly start: number;
  /** Length of each phase in samples, in order. */
  readonly phases: readonly { readonly phase: PromptPhase; readonly length: number }[];
  readonly end: number;
}

/**
 * A prompt for one repetition of one movement. Rest has the phases of the others, with nothing to rise to, so that
 * all prompts are of one length.
 */
function createPrompt(
  spec: CalibrationSpec,
  movement: MovementId,
  repetition: number,
  start: number,
  sampleRateHz: number,
): Prompt {
  const length = (ms: number): number => (ms > 0 ? samplesOf(ms, sampleRateHz) : 0);
  const ramp = spec.style === 'ramp-and-hold' ? length(spec.rampMs) : 0;
  const phases = (
    [
      { phase: 'countdown', length: length(spec.countdownMs) },
      { phase: 'ramp-up', length: ramp },
      { phase: 'hold', length: length(spec.holdMs) },
      { phase: 'ramp-down', length: ramp },
      { phase: 'rest', length: length(spec.restMs) },
    ] as const
  ).filter((part) => part.length > 0);
  const end = phases.reduce((at, part) => at + part.length, start);
  return { movement, repetition, start, phases, end };
}

/** All prompts of a calibration: every movement once per repetition. None where the style is free. */
export function createPlan(spec: CalibrationSpec, sampleRateHz: number): Prompt[] {
  if (spec.style === 'free') return [];
  const prompts: Prompt[] = [];
  let at = 0;
  for (let repetition = 0; repetition < spec.repetitions; repetition++)
    for (const movement of spec.movements) {
      const prompt = createPrompt(spec, movement, repetition, at, sampleRateHz);
      prompts.push(prompt);
      at = prompt.end;
    }
  return prompts;
}

/** Samples [start, end) of a phase of a prompt, or undefined where it has none. */
export function phaseOf(prompt: Prompt, phase: PromptPhase): Stretch | undefined {
  let start = prompt.start;
  for (const part of prompt.phases) {
    if (part.phase === phase) return { start, end: start + part.length };
    start += part.length;
  }
  return undefined;
}

/**
 * Samples of a prompt that are learned from: the hold and, where asked for, the upper halves of rise and fall. A hold
 * that begins without a ramp to learn from is left out until the person has reacted, but at most to its middle.
 */
export function learnedPart(spec: CalibrationSpec, prompt: Prompt, sampleRateHz: number): Stretch {
  const hold = phaseOf(prompt, 'hold') ?? prompt;
  const up = phaseOf(prompt, 'ramp-up');
  const down = phaseOf(prompt, 'ramp-down');
  if (spec.learnFromRamp && up && down && prompt.movement !== 'rest')
    return { start: Math.round((up.start + up.end) / 2), end: Math.round((down.start + down.end) / 2) };
  const reaction = Math.round((spec.reactionMs * sampleRateHz) / 1000);
  return { start: Math.min(Math.floor((hold.start + hold.end) / 2), hold.start + reaction), end: hold.end };
}
