import type { Decision } from '../decoder/decision.js';
import type { Decoder } from '../decoder/decoder.js';
import { filterSpecs } from '../decoder/filters/filter-fields.js';
import { FilterChain } from '../decoder/filters/filter-chain.js';
import { Windower, type Window } from '../decoder/window.js';
import { TRANSITION, type DisturbedSeries } from '../decoder/evaluation/disturbance-metrics.js';
import { movementOf } from '../ground/movement/movement.js';
import { OutsideDecider } from '../decoder/outside/outside-decider.js';
import type { OutsideModel } from '../decoder/outside-model.js';
import type { SessionSignal } from './stress-session.js';

/** Decide a whole session by the decoder's own model. */
export function decodeSession(session: SessionSignal, decoder: Decoder): DisturbedSeries {
  const series = new Series(session, decoder);
  eachWindow(session, decoder, (window) => series.add(decoder.decide(window), window));
  return series.finish();
}

/** Windows decided before the next are asked, where a model answers in its own time. */
const AT_ONCE = 16;

/** Decide a whole session by an outside model. */
export async function decodeSessionOutside(
  session: SessionSignal,
  decoder: Decoder,
  model: OutsideModel,
): Promise<DisturbedSeries> {
  const series = new Series(session, decoder);
  const decider = new OutsideDecider(decoder, model, (decision, window) => series.add(decision, window));
  const windows: Window[] = [];
  eachWindow(session, decoder, (window) => windows.push({ ...window, data: window.data.slice() }));
  for (const [n, window] of windows.entries()) {
    decider.push(window);
    if (n % AT_ONCE === AT_ONCE - 1) await decider.settle();
  }
  await decider.settle();
  return series.finish();
}

/** Filter and cut a session as it happens live, from a decoder at rest. */
function eachWindow({ signal }: SessionSignal, decoder: Decoder, onWindow: (window: Window) => void): void {
  decoder.reset();
  const { sampleRateHz, channels } = signal;
  const { specs } = filterSpecs(decoder.spec.filters, sampleRateHz);
  const filtered = new FilterChain(specs, sampleRateHz, channels).process(signal);
  new Windower(decoder.spec, sampleRateHz, channels).push(filtered, onWindow);
}

/** Decisions beside what was intended. */
class Series {
  private readonly seconds: number[] = [];
  private readonly truth: string[] = [];
  private readonly decided: string[] = [];
  private readonly rejected: boolean[] = [];
  private readonly names: readonly string[];

  constructor(
    private readonly session: SessionSignal,
    decoder: Decoder,
  ) {
    this.names = decoder.classes.map((label) => movementOf(label)?.id ?? label);
  }

  add({ index, smoothed, rejected }: Decision, window: Window): void {
    this.seconds.push(index / this.session.signal.sampleRateHz);
    this.truth.push(this.truthOf(window));
    this.decided.push(this.names[smoothed] ?? 'rest');
    this.rejected.push(rejected);
  }

  finish(): DisturbedSeries {
    const { signal, scriptEnd, onUntil, offAt, offFor } = this.session;
    const { seconds, truth, decided, rejected } = this;
    const rate = signal.sampleRateHz;
    return {
      seconds,
      truth,
      decided,
      rejected,
      scriptEndSeconds: scriptEnd / rate,
      onUntilSeconds: onUntil / rate,
      offSeconds: offAt.map((at) => at / rate),
      offForSeconds: offFor / rate,
    };
  }

  private truthOf({ index, length }: Window): string {
    const { truth, truthLength, movements, signal } = this.session;
    const first = Math.floor((index - signal.index) / truthLength);
    const last = Math.min(truth.length - 1, Math.floor((index - signal.index + length - 1) / truthLength));
    for (let n = first; n < last; n++) if (truth[n] !== truth[last]) return TRANSITION;
    return movements[truth[last] ?? 0] ?? 'rest';
  }
}
