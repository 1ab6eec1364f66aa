import { defer, distinctUntilChanged, filter, map, startWith, type Observable } from 'rxjs';
import type { ServerInfo, Session } from '../../src/patient/session.js';
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

/** How to read the signal, now and whenever its rate or channels change: what else changes leaves it as it is. */
export function signalInfos({ infos$ }: DeviceFeed): Observable<ServerInfo> {
  return infos$.pipe(
    distinctUntilChanged(
      (a, b) =>
        a.sampleRateHz === b.sampleRateHz && JSON.stringify(a.channels) === JSON.stringify(b.channels),
    ),
  );
}
