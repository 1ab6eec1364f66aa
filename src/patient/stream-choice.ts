import { defer, filter, map, NEVER, startWith, switchMap, type Observable } from 'rxjs';
import { StreamError } from '../ground/signal/errors.js';
import { Decimator } from '../ground/signal/decimator.js';
import type { ServerMessage, StreamInfo } from '../protocol/server-messages.js';
import type { StreamName } from '../protocol/stream-kind.js';
import { EnvelopeJoiner } from './envelope-joiner.js';
import type { ServerInfo, Session, StreamFrame } from './session.js';

/** What of a stream somebody wants. */
export interface StreamChoice {
  /** Names of channels; all where absent. */
  readonly channels?: readonly string[] | undefined;
  /** One of this many columns. */
  readonly every: number;
}

/** Streams whose columns are samples: fewer of them are not had without taking away what they cannot carry. */
const sampled: readonly StreamName[] = ['raw', 'filtered', 'clean'];

/** Whether it is the stream as it is. */
export function isWhole({ channels, every }: StreamChoice): boolean {
  return channels === undefined && every === 1;
}

/**
 * What a choice comes to for a stream: the channels only where it has any.
 * @throws StreamError for a channel that is not there, and for a stream that cannot be had in part
 */
export function choiceFor(stream: StreamName, wanted: StreamChoice, info: ServerInfo): StreamChoice {
  const missing = wanted.channels?.find((name) => !info.channels.includes(name));
  if (missing !== undefined)
    throw new StreamError(`subscribe: there is no channel ${JSON.stringify(missing)}`, {
      field: 'channels',
      hint: `Name some of ${info.channels.join(', ')}.`,
    });
  if (wanted.every > 1 && stream === 'discharges')
    throw new StreamError('subscribe: discharges come when they come, one of several tells nothing', {
      field: 'every',
      hint: 'Leave every out for discharges.',
    });
  return hasChannels(stream) ? wanted : { every: wanted.every };
}

/** How the frames of a stream in part are read; undefined where there is none of it. */
export function chosenInfo(
  stream: StreamName,
  choice: StreamChoice,
  info: ServerInfo,
): StreamInfo | undefined {
  const whole = info.streams[stream];
  if (!whole) return undefined;
  const rows = chosenRows(whole, choice, info).map((row) => whole.rows[row]);
  if (rows.length === 0) return undefined;
  return {
    ...whole,
    rows,
    rateHz: whole.rateHz / choice.every,
    samplesPerColumn: whole.samplesPerColumn * choice.every,
  };
}

/** Frames of a stream in part, whatever the session becomes meanwhile. */
export function chosenFrames(
  session: Session,
  stream: StreamName,
  choice: StreamChoice,
): Observable<StreamFrame> {
  if (isWhole(choice)) return session.frames(stream);
  return defer(() =>
    session.messages$.pipe(
      filter((message) => message.op === 'serverInfo'),
      startWith(session.info()),
      switchMap((info) => {
        const whole = info.streams[stream];
        const rows = whole ? chosenRows(whole, choice, info) : [];
        if (!whole || rows.length === 0) return NEVER;
        const frames$ = session.frames(stream);
        const picked$ =
          rows.length === whole.rows.length ? frames$ : frames$.pipe(map((frame) => picked(frame, rows)));
        return choice.every === 1
          ? picked$
          : thinned(picked$, stream, choice.every, rows.length, whole.samplesPerColumn);
      }),
    ),
  );
}

/** Tells somebody how their streams in part are read now; undefined where they have none. */
export function subscribedMessage(
  choices: ReadonlyMap<StreamName, StreamChoice>,
  info: ServerInfo,
): ServerMessage | undefined {
  const streams = describedChoices(choices, info);
  const gone = [...choices].flatMap(([stream, { channels = [] }]) =>
    channels
      .filter((name) => !info.channels.includes(name))
      .map((name) => `${stream}: no channel ${name} any more`),
  );
  if (Object.keys(streams).length === 0 && gone.length === 0) return undefined;
  return { op: 'subscribed', streams, text: gone.join('; ') };
}

/** How each stream in part is read. */
export function describedChoices(
  choices: ReadonlyMap<StreamName, StreamChoice>,
  info: ServerInfo,
): ServerInfo['streams'] {
  const described: ServerInfo['streams'] = {};
  for (const [stream, choice] of choices) {
    const about = isWhole(choice) ? undefined : chosenInfo(stream, choice, info);
    if (about) described[stream] = about;
  }
  return described;
}

function hasChannels(stream: StreamName): boolean {
  return sampled.includes(stream) || stream === 'envelope' || stream === 'features';
}

/** Places of the rows of the channels chosen, in the order of the stream. */
function chosenRows({ rows }: StreamInfo, { channels }: StreamChoice, info: ServerInfo): number[] {
  const all = rows.map((_, row) => row);
  if (!channels) return all;
  return all.filter((row) => channels.includes(channelOfRow(rows[row], info.channels)));
}

/** The channel that a row is of: `E1`, `min.E1`, `max.E1` or `E1.MAV`; of several that fit, the longest. */
function channelOfRow(row: string, channels: readonly string[]): string {
  if (channels.includes(row)) return row;
  const extreme = /^(?:min|max)\.(.*)$/s.exec(row)?.[1];
  if (extreme !== undefined && channels.includes(extreme)) return extreme;
  return channels.reduce(
    (found, name) => (name.length > found.length && row.startsWith(`${name}.`) ? name : found),
    '',
  );
}

function picked({ index, length, data }: StreamFrame, rows: readonly number[]): StreamFrame {
  const kept = new Float32Array(rows.length * length);
  rows.forEach((row, n) => kept.set(data.subarray(row * length, (row + 1) * length), n * length));
  return { index, channels: rows.length, length, data: kept };
}

function thinned(
  frames$: Observable<StreamFrame>,
  stream: StreamName,
  every: number,
  rows: number,
  samplesPerColumn: number,
): Observable<StreamFrame> {
  return defer(() => {
    const thinner = sampled.includes(stream)
      ? new Decimator(rows, every)
      : stream === 'envelope'
        ? new EnvelopeJoiner(rows, every, samplesPerColumn)
        : new ColumnPicker(every, samplesPerColumn);
    return frames$.pipe(
      map((frame) => thinner.push(frame)),
      filter((frame) => frame !== undefined),
    );
  });
}

/** One of several columns that are states, not samples of a signal. */
class ColumnPicker {
  private seen = 0;

  constructor(
    private readonly every: number,
    private readonly samplesPerColumn: number,
  ) {}

  push({ index, channels, length, data }: StreamFrame): StreamFrame | undefined {
    const first = (this.every - (this.seen % this.every)) % this.every;
    this.seen += length;
    const count = Math.max(0, Math.ceil((length - first) / this.every));
    if (count === 0) return undefined;
    const kept = new Float32Array(channels * count);
    for (let c = 0; c < channels; c++)
      for (let n = 0; n < count; n++) kept[c * count + n] = data[c * length + first + n * this.every];
    return { index: index + first * this.samplesPerColumn, channels, length: count, data: kept };
  }
}
