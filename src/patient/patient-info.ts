import { limbOfLevel } from '../body/anatomy/limb.js';
import { individual } from '../body/person/individual.js';
import { resolveAnatomy } from '../body/anatomy/resolve-anatomy.js';
import { vocabularyOf } from '../ground/movement/vocabulary-of.js';
import { samplesOf } from '../ground/signal/units.js';
import { BLOCK_MS } from '../pipeline/simulated.js';
import { capabilityNames } from '../protocol/capabilities.js';
import type { RecordedFormat } from '../protocol/recorded-formats.js';
import type { CalibrationSummary, JourneyInfo } from '../protocol/server-messages.js';
import { SUBPROTOCOL } from '../protocol/stream-kind.js';
import { presets } from '../scenario/presets/index.js';
import type { Scenario } from '../scenario/scenario.js';
import type { LineSettings } from '../pipeline/decoding-line.js';
import { jointInfos, jointsOf } from './joints.js';
import { limbGeometry } from './limb-geometry.js';
import type { ServerInfo } from './session.js';
import { streamInfos } from './stream-infos.js';

/** The first message about a patient, complete as far as the calibration has come. */
export function patientInfo({
  version,
  scenario,
  settings,
  index,
  calibration,
  journey,
  recordedFormats,
  stepped,
}: {
  readonly version: string;
  readonly scenario: Scenario;
  readonly settings: LineSettings | undefined;
  readonly index: number;
  readonly calibration: CalibrationSummary | null;
  readonly journey: JourneyInfo | undefined;
  readonly recordedFormats: readonly RecordedFormat[];
  /** Whether time passes when told to. */
  readonly stepped: boolean;
}): ServerInfo {
  const { sampleRateHz, prosthesis } = scenario;
  const vocabulary = vocabularyOf(scenario);
  const anatomy = resolveAnatomy(individual(scenario));
  const limb = limbOfLevel(scenario.limb.level);
  const classes = settings?.decoder.classes ?? scenario.calibration.movements;
  const channels = anatomy.channels.map(({ name }) => name);
  const muscles = anatomy.muscles.map(({ name }) => name);
  const blockLength = samplesOf(BLOCK_MS, sampleRateHz);
  return {
    op: 'serverInfo',
    protocol: SUBPROTOCOL,
    version,
    capabilities: stepped ? capabilityNames : capabilityNames.filter((name) => name !== 'step'),
    scenario,
    recordedFormats,
    source: 'simulation',
    sampleRateHz,
    channels,
    classes,
    movements: vocabulary.ids,
    ownMovements: vocabulary.own,
    muscles,
    joints: jointInfos(
      settings?.joints ?? jointsOf(classes, { ...prosthesis, vocabulary }, limb),
      prosthesis,
    ),
    limb,
    geometry: limbGeometry(scenario),
    streams: streamInfos({ sampleRateHz, channels, blockLength, muscles, settings }),
    calibration,
    presets: presets.map(({ name, title, description }) => ({ name, title, description })),
    ...(journey && { journey }),
    index,
  };
}
