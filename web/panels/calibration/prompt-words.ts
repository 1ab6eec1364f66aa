import type { ServerMessage } from '../../../src/protocol/server-messages.js';
import { calibrationTexts } from '../../texts/calibration.js';

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
  const t = calibrationTexts().prompt;
  const name = nameOf(next ?? 'rest');
  const resting = next === 'rest';
  const detail = t.detail(`${Math.ceil(secondsLeft)} s`, repetition, repetitions);
  switch (phase) {
    case 'countdown':
      return {
        headline: name,
        ask: resting ? t.readyToRelax : t.ready(name),
        detail: t.inDetail(detail),
      };
    case 'ramp-up':
      return { headline: name, ask: resting ? t.relax : t.rise(name), detail };
    case 'hold':
      return { headline: name, ask: resting ? t.stayRelaxed : t.hold(name), detail };
    case 'ramp-down':
      return { headline: name, ask: resting ? t.stayRelaxed : t.letGo(name), detail };
    case 'rest':
      return { headline: t.rest, ask: next ? t.restNext(name) : t.rest, detail };
    case 'done':
      return { headline: t.done, ask: t.doneAsk, detail: '' };
    case 'stopped':
      return { headline: t.stopped, ask: t.stoppedAsk, detail: '' };
  }
}
