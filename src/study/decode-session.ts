import { from, lastValueFrom, pipe, tap, type Observable, type OperatorFunction } from 'rxjs';
import { jointTruth, type JointTruth } from '../decoder/control/joint-truth.js';
import type { Classification } from '../decoder/classification.js';
import type { Decision } from '../decoder/decision.js';
import type { Decoder } from '../decoder/decoder.js';
import { TRANSITION, type DisturbedSeries } from '../decoder/evaluation/disturbance-metrics.js';
import type { FeatureVector } from '../decoder/feature-vector.js';
import type { OutsideModel } from '../decoder/outside-model.js';
import type { Window } from '../decoder/window.js';
import { movementOf } from '../ground/movement/movement.js';
import { vocabularyOf } from '../ground/movement/vocabulary-of.js';
import { classified } from '../pipeline/operators/classified.js';
import { answered } from '../pipeline/operators/decoded-outside.js';
import { featured } from '../pipeline/operators/featured.js';
import { filtered } from '../pipeline/operators/filtered.js';
import { smoothed } from '../pipeline/operators/smoothed.js';
import { windowed } from '../pipeline/operators/windowed.js';
import { valuesAtOnce } from '../pipeline/values-at-once.js';
import { SessionMoments, type SeenFeatures } from './session-moments.js';
import type { SessionSignal } from './session-signal.js';

/** Decisions of a session, and the features they were made of. */
export interface DecodedSession extends DisturbedSeries {
  readonly seen: SeenFeatures;
}

/** Decide a whole session by the decoder's own model. */
export function decodeSession(session: SessionSignal, decoder: Decoder): DecodedSession {
  const series = new Series(session, decoder);
  const decisions = valuesAtOnce(
    windowsOf(session, decoder).pipe(series.decidedBy(decoder, classified(decoder))),
  );
  for (const decision of decisions) series.add(decision);
  return series.finish();
}

/** Decide a whole session by an outside model. */
export async function decodeSessionOutside(
  session: SessionSignal,
  decoder: Decoder,
  model: OutsideModel,
): Promise<DecodedSession> {
  const series = new Series(session, decoder);
  const decisions$ = windowsOf(session, decoder).pipe(
    series.decidedBy(decoder, answered({ decoder, outside: model }, { overflow: 'wait' })),
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
  private readonly moments: SessionMoments;

  constructor(
    private readonly session: SessionSignal,
    decoder: Decoder,
  ) {
    this.names = decoder.classes.map((label) => movementOf(label)?.id ?? label);
    const intended = (session.signal.labels ?? []).map(({ label }) => label);
    this.moments = new SessionMoments(decoder, session.scriptEnd);
    this.judged = jointTruth(decoder.spec, intended, vocabularyOf(session));
  }

  /** From windows to decisions, with a look at the features on the way. */
  decidedBy(
    decoder: Decoder,
    model: OperatorFunction<FeatureVector, Classification>,
  ): OperatorFunction<Window, Decision> {
    return pipe(
      featured(decoder),
      tap((vector) => this.moments.add(vector)),
      model,
      smoothed(decoder),
    );
  }

  add({ index, label, smoothed, rejected }: Decision): void {
    this.seconds.push(index / this.session.signal.sampleRateHz);
    const wanted = label === undefined || !this.judged ? label : this.judged.of(label);
    this.truth.push(wanted ?? TRANSITION);
    this.decided.push(this.names[smoothed] ?? 'rest');
    this.rejected.push(rejected);
  }

  finish(): DecodedSession {
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
      seen: this.moments.finish(),
    };
  }
}
