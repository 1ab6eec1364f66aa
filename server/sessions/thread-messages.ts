import type { MyodesisError } from '../../src/ground/signal/errors.js';
import type { Outcome } from '../../src/patient/outcome.js';
import type { ServerInfo, SessionRequest, StatusMessage, StreamFrame } from '../../src/patient/session.js';
import type { ServerMessage } from '../../src/protocol/server-messages.js';
import type { StreamName } from '../../src/protocol/stream-kind.js';

/** What a session answers at once, kept on this side of the port. */
export interface SessionFacts {
  readonly info: ServerInfo;
  readonly greeting: readonly ServerMessage[];
  readonly scenario: unknown;
  readonly status: StatusMessage;
}

/** What the thread of a session is told. */
export type ToThread =
  | { readonly do: 'request'; readonly id: number; readonly request: SessionRequest; readonly from: number }
  | { readonly do: 'subscribe' | 'unsubscribe'; readonly stream: StreamName }
  | { readonly do: 'left'; readonly from: number }
  | { readonly do: 'close' };

/** What the thread of a session tells; `facts` come before the message that would make the old ones wrong. */
export type FromThread =
  /** It was made. */
  | { readonly say: 'begun'; readonly facts: SessionFacts }
  | { readonly say: 'facts'; readonly facts: Partial<SessionFacts> }
  | { readonly say: 'message'; readonly message: ServerMessage }
  | { readonly say: 'frame'; readonly stream: StreamName; readonly frame: StreamFrame }
  | { readonly say: 'answer'; readonly id: number; readonly outcome: Outcome<ServerMessage> }
  /** Where the stream is: told by itself, for it moves all the time. */
  | { readonly say: 'index'; readonly index: number }
  /** It still lives. */
  | { readonly say: 'beat' }
  /** For whoever looks at the terminal. */
  | { readonly say: 'note'; readonly text: string }
  /** Something is wrong in it that ends nothing, as a stack: for the log. */
  | { readonly say: 'defect'; readonly stack: string }
  /** It could not be made. */
  | { readonly say: 'failed'; readonly failure: ReturnType<MyodesisError['toJSON']> }
  | { readonly say: 'closed'; readonly outcome: Outcome<null> };
