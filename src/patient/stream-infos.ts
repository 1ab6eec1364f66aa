import type { ServerMessage, StreamInfo } from '../protocol/server-messages.js';
import type { StreamName } from '../protocol/stream-kind.js';
import { quantumSamples } from '../body/physiology/quantum.js';
import { samplesOf } from '../ground/signal/units.js';
import {
  commandRows,
  decisionRows,
  dischargeRows,
  envelopeRows,
  prosthesisRows,
  truthRows,
} from '../protocol/stream-rows.js';
import type { LineSettings } from '../pipeline/decoding-line.js';
import { fingerNames } from '../decoder/prosthesis/grip.js';
import { ENVELOPE_MS } from './envelope.js';

type Streams = Extract<ServerMessage, { op: 'serverInfo' }>['streams'];

export interface StreamShape {
  readonly sampleRateHz: number;
  readonly channels: readonly string[];
  /** Samples per block of the running stream. */
  readonly blockLength: number;
  /** Muscles whose truth is known; none for a recording. */
  readonly muscles: readonly string[] | undefined;
  /** What decodes it; undefined before there is a decoder. */
  readonly settings: LineSettings | undefined;
}

/** How to read the frames of every stream that a session has. */
export function streamInfos({
  sampleRateHz,
  channels,
  blockLength,
  muscles,
  settings,
}: StreamShape): Streams {
  const info = (rows: readonly string[], samplesPerColumn: number, unit: string): StreamInfo => ({
    rows,
    rateHz: samplesPerColumn > 0 ? sampleRateHz / samplesPerColumn : 0,
    samplesPerColumn,
    unit,
  });
  const streams: Partial<Record<StreamName, StreamInfo>> = {
    raw: info(channels, 1, 'V'),
    filtered: info(channels, 1, 'V'),
    envelope: info(envelopeRows(channels), samplesOf(ENVELOPE_MS, sampleRateHz), 'V'),
  };
  if (muscles)
    Object.assign(streams, {
      clean: info(channels, 1, 'V'),
      truth: info(
        truthRows.names({ excitation: muscles, force: muscles }),
        quantumSamples(sampleRateHz),
        '1',
      ),
      discharges: info(dischargeRows.names({}), 0, '1'),
    });
  if (settings) {
    const { decoder, joints } = settings;
    const step = samplesOf(decoder.spec.stepMs, sampleRateHz);
    const windowSamples = samplesOf(decoder.spec.windowMs, sampleRateHz);
    Object.assign(streams, {
      features: { ...info(decoder.featureNames, step, '1'), windowSamples },
      decisions: {
        ...info(decisionRows.names({ posterior: decoder.classes, step: decoder.stepNames }), step, '1'),
        windowSamples,
      },
      command: info(commandRows.names({ velocity: joints }), step, '1'),
      prosthesis: info(
        prosthesisRows.names({
          position: joints,
          velocity: joints,
          finger: joints.includes('hand') ? fingerNames : [],
        }),
        blockLength,
        'deg or %',
      ),
    });
  }
  return streams;
}
