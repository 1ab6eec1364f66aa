import { limbOfLevel } from '../body/anatomy/limb.js';
import { vocabularyOf } from '../ground/movement/vocabulary-of.js';
import { samplesOf } from '../ground/signal/units.js';
import type { LineSettings } from '../pipeline/decoding-line.js';
import { BLOCK_MS } from '../pipeline/simulated.js';
import type { Capability } from '../protocol/capabilities.js';
import type { RecordedFormat } from '../protocol/recorded-formats.js';
import type { CalibrationSummary, RecordingInfo } from '../protocol/server-messages.js';
import { SUBPROTOCOL } from '../protocol/stream-kind.js';
import type { Scenario } from '../scenario/scenario.js';
import type { InletInfo } from './inlet-source.js';
import { jointInfos, jointsOf } from './joints.js';
import type { ServerInfo } from './session.js';
import { streamInfos } from './stream-infos.js';

/** The first message about a real person, complete as far as they have calibrated. */
export function inletInfo({
  signal: { sampleRateHz, channelNames },
  scenario,
  settings,
  ...known
}: {
  readonly version: string;
  readonly capabilities: readonly Capability[];
  readonly recordedFormats: readonly RecordedFormat[];
  readonly signal: InletInfo;
  readonly recording: RecordingInfo;
  readonly scenario: Scenario;
  readonly settings: LineSettings | undefined;
  readonly calibration: CalibrationSummary | null;
  readonly index: number;
}): ServerInfo {
  const { prosthesis, calibration } = scenario;
  const vocabulary = vocabularyOf(scenario);
  const limb = limbOfLevel(scenario.limb.level);
  const classes = settings?.decoder.classes ?? calibration.movements;
  const joints = settings?.joints ?? jointsOf(classes, { ...prosthesis, vocabulary }, limb);
  return {
    op: 'serverInfo',
    protocol: SUBPROTOCOL,
    scenario: null,
    source: 'person',
    sampleRateHz,
    channels: channelNames,
    classes,
    movements: vocabulary.ids,
    ownMovements: vocabulary.own,
    muscles: [],
    joints: jointInfos(joints, prosthesis),
    limb,
    geometry: null,
    streams: streamInfos({
      sampleRateHz,
      channels: channelNames,
      blockLength: samplesOf(BLOCK_MS, sampleRateHz),
      muscles: undefined,
      settings,
    }),
    presets: [],
    ...known,
  };
}
