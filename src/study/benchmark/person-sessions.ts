import type { TemplateBank } from '../../body/conductor/template-bank.js';
import { TemplateShop } from '../../body/synthesis/template-shop.js';
import { recordCalibration, testSession } from '../../patient/calibrate.js';
import type { CalibrationRecording } from '../../decoder/calibration/calibration.js';
import { mergeScenario, type Scenario } from '../../scenario/scenario.js';
import { dialled } from '../dial.js';
import { dialNamed } from '../dial-named.js';
import type { SessionSignal } from '../session-signal.js';
import { synthesizeSession, type SessionTask } from '../stress-session.js';
import { noStore, type RecordingStore } from './recording-store.js';
import { scenarioOfPerson, type SuitePerson } from './suite-people.js';
import type { Condition, Suite } from './suite.js';

/** What one person does for every decoder, recorded when first asked for, or had from the store. */
export class PersonSessions {
  readonly scenario: Scenario;
  private bank: TemplateBank | undefined;
  private calibrated: readonly CalibrationRecording[] | undefined;
  private lived: SessionSignal | undefined;
  private readonly done = new Map<string, SessionSignal>();

  constructor(
    readonly suite: Suite,
    readonly person: SuitePerson,
    private readonly store: RecordingStore = noStore,
  ) {
    this.scenario = scenarioOfPerson(person);
  }

  /** Templates of the body as it is calibrated. */
  get templates(): TemplateBank {
    return (this.bank ??= new TemplateShop().fresh(this.scenario));
  }

  get calibration(): readonly CalibrationRecording[] {
    return (this.calibrated ??= this.store.take(['calibration', this.scenario], () =>
      recordCalibration(this.scenario, { templates: this.templates }),
    ));
  }

  /** The person's session under a condition; undefined where the calibration had as much of it. */
  under(condition: Condition): SessionSignal | undefined {
    const known = this.done.get(condition.name);
    if (known) return known;
    const task = sessionUnder(this.suite, this.scenario, condition);
    const session = task && this.recorded(task);
    if (session) this.done.set(condition.name, session);
    return session;
  }

  /** The script of daily living, then rest. */
  get living(): SessionSignal {
    return (this.lived ??= this.recorded({
      scenario: livingScenario(this.suite, this.scenario),
      exerciseMin: 0,
      restSeconds: this.suite.restSeconds,
      recoveries: 0,
    }));
  }

  /** Have everything at hand that decoders are measured by. */
  record(): void {
    void this.calibration;
    for (const condition of this.suite.conditions) this.under(condition);
    void this.living;
  }

  private recorded(task: SessionTask): SessionSignal {
    return this.store.take(['session', task], () => synthesizeSession(task));
  }
}

/** The person in a session that nothing has learned from, with prompts as the suite asks for them. */
export function promptedScenario({ prompts }: Pick<Suite, 'prompts'>, person: Scenario): Scenario {
  const { calibration } = person;
  return mergeScenario(person, {
    intent: {
      movements: calibration.movements.filter((id) => id !== 'rest'),
      ...{ strengthPercent: calibration.strengthPercent, strengthsPercent: [] },
      ...{ session: testSession(person), loop: true, simultaneous: 1, order: 'listed' },
      ...prompts,
    },
  });
}

/** The same in daily living. */
export function livingScenario({ living }: Pick<Suite, 'living'>, person: Scenario): Scenario {
  return promptedScenario({ prompts: living }, person);
}

/** What a session under a condition is made of; undefined where the person's calibration had as much of it. */
export function sessionUnder(
  suite: Suite,
  person: Scenario,
  { turns, donning }: Condition,
): SessionTask | undefined {
  const undisturbed = promptedScenario(suite, person);
  let scenario = undisturbed;
  let exerciseMin = 0;
  let switchable = true;
  for (const { dial: name, level } of turns) {
    const dial = dialNamed(name);
    const turned = dialled(dial, level, scenario);
    if (!turned) return undefined;
    scenario = turned.scenario;
    if (dial.exercise) exerciseMin = turned.level;
    switchable &&= dial.switchable ?? true;
  }
  if (donning !== undefined) {
    scenario = mergeScenario(scenario, { electrodes: { donning } });
    switchable = false;
  }
  return {
    ...{
      scenario,
      exerciseMin,
      restSeconds: suite.disturbedRestSeconds,
      recoveries: switchable ? suite.recoveries : 0,
    },
    ...(switchable && { undisturbed }),
  };
}
