import { filter, map, merge, mergeMap, switchMap, type Observable } from 'rxjs';
import type { ServerInfo, StreamFrame } from '../../../src/patient/session.js';
import type { DeviceFeed } from '../device.js';

/** A text at a sample. */
export interface Marker {
  readonly index: number;
  readonly text: string;
}

/** What is told of a session as markers: cues, marks and whatever else happens, and the movement really intended. */
export function markersOf(feed: DeviceFeed): Observable<Marker> {
  const told$ = feed.messages$.pipe(
    map((message): Marker | undefined => {
      // What was lost is told twice, as an event and as a gap.
      if (message.op === 'event' && message.kind !== 'lost')
        return { index: message.index, text: `${message.kind}: ${message.text}` };
      return message.op === 'gap' ? { index: message.index, text: `gap: ${message.text}` } : undefined;
    }),
    filter((marker) => marker !== undefined),
  );
  const truth$ = feed.infos$.pipe(
    switchMap((info) => {
      const changes = new MovementChanges(info);
      return feed.frames('truth').pipe(mergeMap((frame) => changes.in(frame)));
    }),
  );
  return merge(told$, truth$);
}

/** Finds where another movement is intended. */
class MovementChanges {
  private readonly row: number;
  private last: number | undefined;

  constructor(private readonly info: ServerInfo) {
    this.row = info.streams.truth?.rows.indexOf('movement') ?? -1;
  }

  in({ index, length, data }: StreamFrame): Marker[] {
    const step = this.info.streams.truth?.samplesPerColumn ?? 0;
    const found: Marker[] = [];
    for (let at = 0; at < length && this.row >= 0; at++) {
      const movement = data[this.row * length + at];
      if (movement === this.last) continue;
      this.last = movement;
      found.push({
        index: index + at * step,
        text: `truth: ${this.info.movements[movement ?? -1] ?? 'rest'}`,
      });
    }
    return found;
  }
}
