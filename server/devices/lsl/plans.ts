import { hostname } from 'node:os';
import type { ServerInfo } from '../../../src/patient/session.js';
import type { StreamPlan } from './outlet.js';

/** The streams that a session is shown as. */
export const lslStreams = ['emg', 'markers', 'decisions', 'commands'] as const;
/** One of them. */
export type LslStream = (typeof lslStreams)[number];

/** The session's own stream that is shown. */
export const shownStream = { decisions: 'decisions', commands: 'command' } as const;

const manufacturer = 'Myodesis';

/**
 * What a stream says of itself while the session is as `info` tells.
 * @param base name of the EMG, which the names of the others begin with
 * @returns undefined where the session has no such stream
 */
export function planOf(stream: LslStream, info: ServerInfo, base: string): StreamPlan | undefined {
  const { session, sampleRateHz } = info;
  const own = session && !session.shared ? session.id : undefined;
  const name = own === undefined ? base : `${base} (${own})`;
  // Names a source for good, so that readers find it again after a restart: one per machine and session.
  const sourceId = ['myodesis', stream, hostname(), ...(own === undefined ? [] : [own])].join('-');
  switch (stream) {
    case 'emg':
      return {
        ...{ name, type: 'EMG', sourceId, format: 'float32', nominalRateHz: sampleRateHz },
        channels: info.channels.map((label) => ({ label, unit: 'microvolts', type: 'EMG' })),
        more: { manufacturer },
      };
    case 'markers':
      return {
        ...{ name: `${name} markers`, type: 'Markers', sourceId, format: 'string', nominalRateHz: 0 },
        channels: [{ label: 'marker', unit: '', type: 'Marker' }],
        more: { manufacturer },
      };
    case 'decisions':
    case 'commands': {
      const shown = info.streams[shownStream[stream]];
      if (!shown) return undefined;
      const type = stream === 'decisions' ? 'Decisions' : 'Commands';
      return {
        ...{ name: `${name} ${stream}`, type, sourceId, format: 'float32', nominalRateHz: shown.rateHz },
        channels: shown.rows.map((label) => ({ label, unit: shown.unit, type })),
        more: {
          manufacturer,
          classes: { class: info.classes },
          movements: { movement: info.movements },
        },
      };
    }
  }
}
