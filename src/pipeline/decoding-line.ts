import { distinctUntilChanged, map, type Observable, ReplaySubject, share, tap, withLatestFrom } from 'rxjs';
import type { Decision } from '../decoder/decision.js';
import type { Decoder } from '../decoder/decoder.js';
import type { FeatureVector } from '../decoder/feature-vector.js';
import type { FilteredBlock } from '../decoder/filters/filter-chain.js';
import type { OutsideModel } from '../decoder/outside-model.js';
import type { ActuatedState } from '../decoder/prosthesis/actuator.js';
import type { Command, CommandSpec } from '../decoder/prosthesis/command.js';
import type { ProsthesisSpec } from '../decoder/prosthesis/prosthesis-fields.js';
import type { JointState } from '../decoder/prosthesis/prosthesis.js';
import type { Window } from '../decoder/window.js';
import type { DofId } from '../ground/movement/degree-of-freedom.js';
import type { Vocabulary } from '../ground/movement/vocabulary.js';
import type { SampleBlock } from '../ground/signal/sample-block.js';
import { actuated } from './operators/actuated.js';
import { answered } from './operators/decoded-outside.js';
import { commanded } from './operators/commanded.js';
import { featured } from './operators/featured.js';
import { filtered } from './operators/filtered.js';
import { smoothed } from './operators/smoothed.js';
import { windowed } from './operators/windowed.js';

/** What a line works by. */
export interface LineSettings {
  readonly decoder: Decoder;
  readonly prosthesis: ProsthesisSpec;
  /** Movements that are known; without a scenario's own where absent. */
  readonly vocabulary?: Vocabulary | undefined;
  /** Joints the prosthesis has. */
  readonly joints: readonly DofId[];
  /** Model whose posterior stands in for that of the decoder's own; decisions come when it answers. */
  readonly outside?: OutsideModel | undefined;
  /** Where joints of the prosthesis are put when these settings take effect, once. */
  readonly posture?: JointState['positions'] | undefined;
  /** How far the hand is closed where its fingers meet something; absent where nothing is between them. */
  readonly fingersStop?: number | undefined;
  /** Whether joints that no command moves go back, because a script or a recording plays. */
  readonly returns?: boolean | undefined;
}

/** Every step between the raw signal and the moving prosthesis. Each runs once, however many listen. */
export interface DecodingLine {
  /** Blocks as filtered; `replaced` counts samples that were not finite. */
  readonly filtered$: Observable<FilteredBlock>;
  readonly windows$: Observable<Window>;
  readonly features$: Observable<FeatureVector>;
  readonly decisions$: Observable<Decision>;
  readonly commands$: Observable<Command>;
  /** Posture of the prosthesis after every block. */
  readonly prosthesis$: Observable<ActuatedState>;
}

/**
 * The pipeline as it runs live: raw blocks are filtered, cut into windows, decided and commanded, and a prosthesis
 * moves. New settings take effect with the next block, all of them at once: the index of the samples runs on, filters
 * that stay the same keep their state, and the prosthesis keeps its posture.
 *
 * It runs while anybody listens to any of it, and begins anew after nobody did.
 * @param settings$ blocks that come before the first settings are passed over
 * @example
 * const { decisions$, prosthesis$ } = decodingLine(blocks$, of({ decoder, prosthesis: scenario.prosthesis, joints }));
 */
export function decodingLine(
  blocks$: Observable<SampleBlock>,
  settings$: Observable<LineSettings>,
): DecodingLine {
  // Held fixed from one block to the next: whoever changes them while a block is under way changes the next one.
  const held$ = new ReplaySubject<LineSettings>(1);
  let held: LineSettings | undefined;
  const raw$ = blocks$.pipe(
    withLatestFrom(settings$),
    tap(([, settings]) => {
      if (settings !== held) held$.next((held = settings));
    }),
    map(([block]) => block),
    share(),
  );
  const decoder$ = held$.pipe(
    map(({ decoder }) => decoder),
    distinctUntilChanged(),
  );
  const filtered$ = raw$.pipe(filtered(decoder$), share());
  const windows$ = filtered$.pipe(windowed(decoder$), share());
  const features$ = windows$.pipe(featured(decoder$), share());
  const decisions$ = features$.pipe(answered(held$), smoothed(decoder$), share());
  const means$ = held$.pipe(
    map(({ prosthesis: { classMap }, vocabulary }): CommandSpec => ({ classMap, vocabulary })),
  );
  const commands$ = decisions$.pipe(commanded(means$), share());
  const actuator$ = held$.pipe(
    map(({ decoder, prosthesis, joints, posture, fingersStop, returns }) => {
      const { sampleRateHz } = decoder.signal;
      return { prosthesis, joints, sampleRateHz, posture, fingersStop, returns };
    }),
  );
  const prosthesis$ = commands$.pipe(actuated(actuator$, filtered$), share());
  return { filtered$, windows$, features$, decisions$, commands$, prosthesis$ };
}
