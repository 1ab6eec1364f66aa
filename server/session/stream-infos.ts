import type { ServerMessage, StreamInfo } from '../../src/protocol/server-messages.js';
import type { StreamName } from '../../src/protocol/stream-kind.js';
import { quantumSamples } from '../../src/body/physiology/quantum.js';
import { samplesOf } from '../../src/ground/signal/units.js';
import { commandRows, decisionRows, prosthesisRows, type DecodingLine } from './decoding-line.js';
import { ENVELOPE_MS } from './envelope.js';
import { dischargeRows, truthRows } from './truth-frames.js';

type Streams = Extract<ServerMessage, { op: 'serverInfo' }>['streams'];

export interface StreamShape {
  readonly sampleRateHz: number;
  readonly channels: readonly string[];
  /** Samples per block of the running stream. */
  readonly blockLength: number;
  /** Muscles whose truth is known; none for a recording. */
  readonly muscles: readonly string[] | undefined;
  readonly line: DecodingLine | undefined;
}

/** How to read the frames of every stream that a session has. */
export function streamInfos({ sampleRateHz, channels, blockLength, muscles, line }: StreamShape): Streams {
  const info = (rows: readonly string[], samplesPerColumn: number, unit: string): StreamInfo => ({
    rows,
    rateHz: samplesPerColumn > 0 ? sampleRateHz / samplesPerColumn : 0,
    samplesPerColumn,
    unit,
  });
  const streams: Partial<Record<StreamName, StreamInfo>> = {
    raw: info(channels, 1, 'V'),
    filtered: info(channels, 1, 'V'),
    envelope: info(
      channels.flatMap((name) => [`min.${name}`, `max.${name}`]),
      samplesOf(ENVELOPE_MS, sampleRateHz),
      'V',
    ),
  };
  if (muscles)
    Object.assign(streams, {
      clean: info(channels, 1, 'V'),
      truth: info(truthRows(muscles), quantumSamples(sampleRateHz), '1'),
      discharges: info(dischargeRows, 0, '1'),
    });
  if (line) {
    const { decoder, prosthesis } = line;
    const step = samplesOf(decoder.spec.stepMs, sampleRateHz);
    const windowSamples = samplesOf(decoder.spec.windowMs, sampleRateHz);
    Object.assign(streams, {
      features: { ...info(decoder.featureNames, step, '1'), windowSamples },
      decisions: { ...info(decisionRows(decoder), step, '1'), windowSamples },
      command: info(commandRows(prosthesis.dofs), step, '1'),
      prosthesis: info(prosthesisRows(prosthesis.dofs), blockLength, 'deg or %'),
    });
  }
  return streams;
}
