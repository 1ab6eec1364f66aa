import { ConfigError } from '../../ground/signal/errors.js';
import type { DofId, Limb } from '../../ground/movement/degree-of-freedom.js';
import { restCommand, type Command } from './command.js';
import type { ProsthesisSpec } from './prosthesis-fields.js';
import { Prosthesis, type JointState } from './prosthesis.js';

/** The prosthesis that obeys, and the signal by whose samples time passes. */
export interface ActuatorSettings {
  readonly prosthesis: ProsthesisSpec;
  /** Joints it has: a limb's, or a list. */
  readonly joints: Limb | readonly DofId[];
  readonly sampleRateHz: number;
  /** Where joints are put when these settings are adopted, once; the others stay where they are. */
  readonly posture?: JointState['positions'] | undefined;
  /** How far the hand is closed where its fingers meet something, in percent; absent where nothing is between them. */
  readonly fingersStop?: number | undefined;
  /** Whether joints that no command moves go back, because a script or a recording plays. */
  readonly returns?: boolean | undefined;
}

/** Where the joints are at one sample. */
export interface ActuatedState extends JointState {
  /** Absolute index of the sample. */
  readonly index: number;
}

/** A prosthesis that obeys the newest command while samples go by, and keeps its posture when settings change. */
export class Actuator {
  private command: Command = restCommand(0);
  private prosthesis: Prosthesis;

  /** @throws ConfigError when the range of a joint is empty, or the rate not positive */
  constructor(private settings: ActuatorSettings) {
    checkRate(settings);
    this.prosthesis = new Prosthesis(settings.prosthesis, settings.joints);
    if (settings.posture) this.prosthesis.reset(settings.posture);
    this.heed(settings);
  }

  get dofs(): readonly DofId[] {
    return this.prosthesis.dofs;
  }

  /** Go on with other limits or joints; those that stay keep where they are. */
  adopt(settings: ActuatorSettings): void {
    checkRate(settings);
    if (JSON.stringify(settings.joints) === JSON.stringify(this.settings.joints))
      this.prosthesis.update(settings.prosthesis);
    else {
      const { positions } = this.prosthesis.state;
      this.prosthesis = new Prosthesis(settings.prosthesis, settings.joints);
      this.prosthesis.reset(positions);
    }
    if (settings.posture && settings.posture !== this.settings.posture)
      this.prosthesis.reset({ ...this.prosthesis.state.positions, ...settings.posture });
    this.heed(settings);
    this.settings = settings;
  }

  private heed({ fingersStop, returns = false }: ActuatorSettings): void {
    this.prosthesis.stopFingers(fingersStop);
    this.prosthesis.letReturn(returns);
  }

  /** What is to be obeyed from now on. */
  obey(command: Command): void {
    this.command = command;
  }

  /** Let samples go by, the last of them just before `index`. */
  pass(samples: number, index: number): ActuatedState {
    return { index, ...this.prosthesis.step(this.command, samples / this.settings.sampleRateHz) };
  }
}

function checkRate({ sampleRateHz }: ActuatorSettings): void {
  if (sampleRateHz > 0 && Number.isFinite(sampleRateHz)) return;
  throw new ConfigError(`actuated: got a sampling rate of ${sampleRateHz}, expected a positive number`, {
    field: 'sampleRateHz',
    hint: 'Give the rate of the signal that the commands come from, such as scenario.sampleRateHz.',
  });
}
