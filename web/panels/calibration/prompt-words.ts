import type { ServerMessage } from '../../../src/protocol/server-messages.js';

export type Prompt = Extract<ServerMessage, { op: 'prompt' }>;

/** What a prompt says. */
export interface PromptWords {
  /** Movement it is about, in large letters. */
  readonly headline: string;
  /** What to do; changes with the phase only, so that it can be read aloud. */
  readonly ask: string;
  /** Countdown, or which repetition it is. */
  readonly detail: string;
}

export const isPrompting = (prompt: Prompt | undefined): prompt is Prompt =>
  prompt !== undefined && prompt.phase !== 'done' && prompt.phase !== 'stopped';

/** A prompt in words; what is asked of rest is to do nothing. */
export function promptWords(prompt: Prompt, nameOf: (id: string) => string): PromptWords {
  const { phase, next, repetition, repetitions, secondsLeft } = prompt;
  const name = nameOf(next ?? 'rest');
  const resting = next === 'rest';
  const seconds = `${Math.ceil(secondsLeft)} s`;
  const detail = `${seconds}, repetition ${repetition} of ${repetitions}`;
  switch (phase) {
    case 'countdown':
      return {
        headline: name,
        ask: resting ? 'Get ready to relax' : `Get ready: ${name}`,
        detail: `in ${detail}`,
      };
    case 'ramp-up':
      return { headline: name, ask: resting ? 'Relax' : `${name}: rise with the line`, detail };
    case 'hold':
      return { headline: name, ask: resting ? 'Stay relaxed' : `${name}: hold`, detail };
    case 'ramp-down':
      return { headline: name, ask: resting ? 'Stay relaxed' : `${name}: let go with the line`, detail };
    case 'rest':
      return { headline: 'Rest', ask: next ? `Rest. Next: ${name}` : 'Rest', detail };
    case 'done':
      return { headline: 'Done', ask: 'Everything is recorded', detail: '' };
    case 'stopped':
      return { headline: 'Stopped', ask: 'The decoder stays as it was', detail: '' };
  }
}
