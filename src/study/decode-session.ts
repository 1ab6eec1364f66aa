import { from, lastValueFrom, tap, type Observable } from 'rxjs';
import { jointTruth, type JointTruth } from '../decoder/control/joint-truth.js';
import type { Decision } from '../decoder/decision.js';
import type { Decoder } from '../decoder/decoder.js';
import { TRANSITION, type DisturbedSeries } from '../decoder/evaluation/disturbance-metrics.js';
import type { OutsideModel } from '../decoder/outside-model.js';
import type { Window } from '../decoder/window.js';
import { movementOf } from '../ground/movement/movement.js';
import { vocabularyOf } from '../ground/movement/vocabulary-of.js';
import { decoded } from '../pipeline/operators/decoded.js';
import { decodedOutside } from '../pipeline/operators/decoded-outside.js';
import { filtered } from '../pipeline/operators/filtered.js';
import { windowed } from '../pipeline/operators/windowed.js';
import { valuesAtOnce } from '../pipeline/values-at-once.js';
import type { SessionSignal } from './session-signal.js';

/** Decide a whole session by the decoder's own model. */
export function decodeSession(session: SessionSignal, decoder: Decoder): DisturbedSeries {
  const series = new Series(session, decoder);
  const decisions = valuesAtOnce(windowsOf(session, decoder).pipe(decoded(decoder)));
  for (const decision of decisions) series.add(decision);
  return series.finish();
}

/** Decide a whole session by an outside model. */
export async function decodeSessionOutside(
  session: SessionSignal,
  decoder: Decoder,
  model: OutsideModel,
): Promise<DisturbedSeries> {
  const series = new Series(session, decoder);
  const decisions$ = windowsOf(session, decoder).pipe(
    decodedOutside(decoder, model, { overflow: 'wait' }),
    tap((decision) => series.add(decision)),
  );
  await lastValueFrom(decisions$, { defaultValue: undefined });
  return series.finish();
}

/** Filtered windows of a session, as it happens live. */
function windowsOf({ signal }: SessionSignal, decoder: Decoder): Observable<Window> {
  return from([signal]).pipe(filtered(decoder), windowed(decoder));
}

/** Decisions beside what was intended. */
class Series {
  private readonly seconds: number[] = [];
  private readonly truth: string[] = [];
  private readonly decided: string[] = [];
  private readonly rejected: boolean[] = [];
  private readonly names: readonly string[];
  private readonly judged: JointTruth | undefined;

  constructor(
    private readonly session: SessionSignal,
    decoder: Decoder,
  ) {
    this.names = decoder.classes.map((label) => movementOf(label)?.id ?? label);
    const intended = (session.signal.labels ?? []).map(({ label }) => label);
    this.judged = jointTruth(decoder.spec, intended, vocabularyOf(session));
  }

  add({ index, label, smoothed, rejected }: Decision): void {
    this.seconds.push(index / this.session.signal.sampleRateHz);
    const wanted = label === undefined || !this.judged ? label : this.judged.of(label);
    this.truth.push(wanted ?? TRANSITION);
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
      notes: this.judged?.notes ?? [],
    };
  }
}
