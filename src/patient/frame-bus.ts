import { Subject, type Observable } from 'rxjs';
import { streamNames, type StreamName } from '../protocol/stream-kind.js';
import type { StreamFrame } from './session.js';

/** Where a session puts the frames of its streams, and where others take them. */
export class FrameBus {
  private readonly subjects = new Map<StreamName, Subject<StreamFrame>>(
    streamNames.map((name) => [name, new Subject<StreamFrame>()]),
  );

  frames(stream: StreamName): Observable<StreamFrame> {
    return this.subject(stream);
  }

  /** Whether anybody listens to a stream; what nobody hears need not be computed. */
  wanted(stream: StreamName): boolean {
    return this.subject(stream).observed;
  }

  emit(stream: StreamName, frame: StreamFrame): void {
    this.subject(stream).next(frame);
  }

  close(): void {
    for (const subject of this.subjects.values()) subject.complete();
  }

  private subject(stream: StreamName): Subject<StreamFrame> {
    const found = this.subjects.get(stream);
    if (!found)
      throw new RangeError(`FrameBus: got stream ${stream}, expected one of ${streamNames.join(', ')}`);
    return found;
  }
}
