import { defer, filter, map, startWith } from 'rxjs';
import type { Session } from '../../src/patient/session.js';
import type { DeviceFeed } from './device.js';

/** What devices see of a session. */
export function feedOf(session: Session): DeviceFeed {
  const info = session.info.bind(session);
  return {
    info,
    infos$: defer(() =>
      session.messages$.pipe(
        filter(({ op }) => op === 'serverInfo'),
        map(info),
        startWith(info()),
      ),
    ),
    messages$: session.messages$,
    frames: (stream) => session.frames(stream),
  };
}
