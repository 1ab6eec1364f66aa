import {
  AUX_PER_FRAME,
  AUX_VALUES,
  FRAME_S,
  samplesPerFrame,
  SENSORS,
  type TrignoRate,
} from './trigno-frame.js';

/** What a base station says to whoever connects with its command port, and what ends every command and reply. */
export const END = '\r\n\r\n';
export const GREETING = `Delsys Trigno System Digital Protocol Version 3.6.0${END}`;

const OK = 'OK';
const INVALID = 'INVALID COMMAND';
const yesNo = (yes: boolean): string => (yes ? 'YES' : 'NO');
const onOff = (on: boolean): string => (on ? 'ON' : 'OFF');

/** A base station with its sensors, as its digital protocol 3.6.0 shows it: settings, and what is answered. */
export class TrignoBase {
  streaming = false;
  /** Numbers of the sensors that are paired, from 1; `SENSOR n PAIR` adds to them. */
  readonly paired = new Set<number>();
  littleEndian = true;
  /** EMG samples of a sensor in each frame. */
  perFrame: number;
  private backwards = true;
  private readonly modes = new Map<number, number>();

  constructor(rate: TrignoRate) {
    this.perFrame = samplesPerFrame[rate];
  }

  /** EMG samples per second. */
  get rateHz(): number {
    return this.perFrame / FRAME_S;
  }

  /** Answer one command, without its end. */
  answer(command: string): string {
    const words = command.trim().toUpperCase().split(/\s+/);
    const text = words.join(' ');
    if (words[0] === 'SENSOR') return this.ofSensor(Number(words[1]), words.slice(2));
    switch (text) {
      case 'START':
        this.streaming = true;
        return OK;
      case 'STOP':
      case 'QUIT':
        this.streaming = false;
        return OK;
      case 'BACKWARDS COMPATIBILITY?':
        return yesNo(this.backwards);
      case 'BACKWARDS COMPATIBILITY ON':
      case 'BACKWARDS COMPATIBILITY OFF':
        this.backwards = text.endsWith('ON');
        return OK;
      case 'UPSAMPLING?':
        return `UPSAMPLING ${onOff(this.perFrame === samplesPerFrame['2000'])}`;
      case 'UPSAMPLE ON':
      case 'UPSAMPLE OFF':
        this.perFrame = samplesPerFrame[text.endsWith('ON') ? '2000' : '1925.93'];
        return OK;
      case 'FRAME INTERVAL?':
        return String(FRAME_S);
      case 'MAX SAMPLES EMG?':
        return String(this.perFrame);
      case 'MAX SAMPLES AUX?':
        return String(AUX_PER_FRAME);
      case 'ENDIANNESS?':
        return this.littleEndian ? 'LITTLE' : 'BIG';
      case 'ENDIAN LITTLE':
      case 'ENDIAN BIG':
        this.littleEndian = text.endsWith('LITTLE');
        return OK;
      case 'BASE FIRMWARE?':
        return '3.6.0';
      case 'BASE SERIAL?':
        return 'MYODESIS-0001';
      // There is no trigger cable: what needs none is taken, what waits for one is not.
      case 'TRIGGER START OFF':
      case 'TRIGGER STOP OFF':
        return OK;
      default:
        return INVALID;
    }
  }

  private ofSensor(sensor: number, [what = '', ...rest]: readonly string[]): string {
    if (!Number.isInteger(sensor) || sensor < 1 || sensor > SENSORS) return INVALID;
    const paired = this.paired.has(sensor);
    if (what === 'CHANNEL') return this.ofChannel(paired, Number(rest[0]), rest.slice(1).join(' '));
    if (what === 'SETMODE') {
      const mode = Number(rest[0]);
      if (rest.length !== 1 || !Number.isInteger(mode) || mode < 0) return INVALID;
      this.modes.set(sensor, mode);
      return OK;
    }
    if (rest.length > 0) return INVALID;
    switch (what) {
      case 'PAIRED?':
        return yesNo(paired);
      case 'PAIR':
        this.paired.add(sensor);
        return OK;
      case 'MODE?':
        return String(this.modes.get(sensor) ?? 0);
      case 'TYPE?':
        return 'D';
      case 'SERIAL?':
        return String(10_000 + sensor);
      case 'FIRMWARE?':
        return '3.6.0';
      case 'STARTINDEX?':
        return String(sensor);
      case 'CHANNELCOUNT?':
        return String(paired ? 1 + AUX_VALUES : 0);
      case 'EMGCHANNELCOUNT?':
        return String(paired ? 1 : 0);
      case 'AUXCHANNELCOUNT?':
        return String(paired ? AUX_VALUES : 0);
      default:
        return INVALID;
    }
  }

  /** Channel 1 of a sensor is its EMG, the others are its inertial part. */
  private ofChannel(paired: boolean, channel: number, what: string): string {
    if (!paired || !Number.isInteger(channel) || channel < 1 || channel > 1 + AUX_VALUES) return INVALID;
    const emg = channel === 1;
    const samples = emg ? this.perFrame : AUX_PER_FRAME;
    switch (what) {
      case 'RATE?':
        return String(Math.round((100 * samples) / FRAME_S) / 100);
      case 'SAMPLES?':
        return String(samples);
      case 'UNITS?':
        return emg ? 'V' : (['g', 'deg/s', 'uT'][Math.floor((channel - 2) / 3)] ?? INVALID);
      case 'GAIN?':
        // Values are in the unit that is told: there is nothing left to divide by.
        return '1';
      default:
        return INVALID;
    }
  }
}
