import { pathOf, valueAt } from './scenario-path.js';
import type { ServerInfo } from './store.js';
import { hasTones } from './test-tones.js';

/** What is known of who is shown, from the scenario in force or, where nobody is simulated, from the signal alone. */
export interface StoryFacts {
  readonly source: ServerInfo['source'];
  readonly limb: 'arm' | 'leg';
  /** Where it was cut; `forearm` is a volunteer's that is whole; undefined where nobody says. */
  readonly level: 'transhumeral' | 'transfemoral' | 'transradial' | 'forearm' | undefined;
  /** What holds the prosthesis now; `nothing` for a volunteer, a recording, or a limb between socket and stem. */
  readonly held: 'stem' | 'socket' | 'nothing';
  /** The operation is still to come, or under way without a stem yet. */
  readonly before: boolean;
  readonly days: number;
  /** Whether cut muscles were sewn well to bone. */
  readonly sewn: boolean;
  /** Whether nerves were led to other muscles. */
  readonly transferred: boolean;
  /** Known sines are in the place of muscles. */
  readonly tones: boolean;
  /** Under a nerve block. */
  readonly numb: boolean;
  readonly fatMm: number;
  readonly electrodes: 'skin' | 'muscle' | undefined;
  readonly channels: number;
  readonly control: string;
  /** Length and step of what the decoder looks at, where it is known. */
  readonly windowMs: number | undefined;
  readonly stepMs: number | undefined;
  /** Held-out accuracy and what it was learned from, where there is one. */
  readonly accuracy: number | undefined;
  readonly practiceSeconds: number | undefined;
  /** Whether somebody here may change the patient, or bring another. */
  readonly changeable: boolean;
  readonly exchangeable: boolean;
  readonly willing: boolean;
  /** Whether the journey is told in scenes of the operation. */
  readonly scenes: boolean;
}

/** Well enough to pull on: a suture that holds about two thirds (our bound). */
const WELL_SEWN = 0.65;
const levels = ['transhumeral', 'transfemoral', 'transradial', 'forearm'] as const;

/** Facts of who is shown. */
export function storyFacts(
  info: Pick<
    ServerInfo,
    'source' | 'limb' | 'channels' | 'capabilities' | 'calibration' | 'journey' | 'role'
  >,
  scenario: unknown,
  calibration: ServerInfo['calibration'] = info.calibration,
): StoryFacts {
  const at = (path: string): unknown => valueAt(scenario, pathOf(path));
  const number = (path: string): number | undefined => {
    const value = at(path);
    return typeof value === 'number' ? value : undefined;
  };
  const level = levels.find((known) => known === at('limb.level'));
  const simulated = info.source === 'simulation' && level !== undefined;
  const whole = level === 'forearm';
  const stem = (number('limb.stemRadiusMm') ?? 0) > 0;
  const socket = at('surgery.anchor') === 'socket';
  const type = at('electrodes.type');
  const changes = info.role !== 'viewer';
  const able = (name: string): boolean => changes && info.capabilities.includes(name);
  const muscles = at('muscles');
  const implanted = type === undefined ? undefined : 'muscle';
  return {
    source: info.source,
    limb: info.limb,
    level,
    held: !simulated || whole ? 'nothing' : socket ? 'socket' : stem ? 'stem' : 'nothing',
    before: simulated && !whole && !stem,
    days: number('surgery.daysSinceSurgery') ?? 0,
    sewn: simulated && !whole && (number('surgery.fixation') ?? 0) >= WELL_SEWN,
    transferred: Array.isArray(muscles) && muscles.some((muscle) => valueAt(muscle, ['construct']) === 'TMR'),
    tones: hasTones(scenario),
    numb: at('surgery.nerveBlock') === true,
    fatMm: number('limb.fatThicknessMm') ?? 0,
    electrodes: type === 'surface' ? 'skin' : implanted,
    channels: info.channels.length,
    control: String(at('decoder.control') ?? 'classification'),
    windowMs: number('decoder.windowMs'),
    stepMs: number('decoder.stepMs'),
    accuracy: calibration?.accuracy ?? undefined,
    practiceSeconds: calibration?.signalSeconds,
    changeable: simulated && able('scenario'),
    exchangeable: able('presets'),
    willing: able('intent'),
    scenes: inScenes(info.journey),
  };
}

/** Whether every stage of a journey is drawn as a scene of the operation. */
export function inScenes(journey: ServerInfo['journey']): boolean {
  return journey !== undefined && journey.stages.every(({ scene }) => scene !== 'none');
}
