import { columnRole } from '../column-role.js';
import type { EdfSignal } from './edf-header.js';

/** Muscles and places of which EMG is taken; clinics name a signal after them as often as after EMG. */
const emg =
  /\bs?emg|myogra|biceps|triceps|quadric|hamstr|delto|brachi|flexor|extensor|abductor|adductor|pronat|supinat|pectoral|trapez|sternocl|tibialis|peroneus|gastroc|soleus|vastus|femoris|semitend|glute|palmaris|carpi|digitor|pollic|thenar|interosse|masset|temporal|mentalis|zygomat|\bchin|\bleg\b/i;

/**
 * The types of signal that the EDF+ texts name, and those of sleep laboratories, at the head of a label; places of the
 * 10-20 system, alone or as a derivation.
 */
const other =
  /^(?:EEG|ECG|EKG|EOG|ERG|MEG|MCG|EP|Resp\w*|Temp(?:erature)?|SaO2|SpO2|Light|Sound|Mic\w*|Snor\w*|Flow|Airflow|Nasal\w*|Thor\w*|Abd(?:o\w*)?|Pleth\w*|Pulse|HR|GSR|EDA|BVP|PPG|LOC|ROC|E[12]-[AM][12])\b|^(?:Fp|AF|FC|FT|CP|TP|PO|F|C|T|P|O)(?:z|\d{1,2})-/i;
const otherTransducer = /\b(?:EEG|ECG|EKG|EOG|respirat\w*|thermistor|thermocouple|oximeter|microphone)\b/i;

/** What a signal is, by what label, transducer and prefilter call it. */
export interface Biosignal {
  /** Undefined where it is called nothing in particular. */
  readonly kind: 'emg' | 'other' | undefined;
  /** `signal`, or what it is instead of an electrode's, whatever its unit says: a trigger, a counter. */
  readonly role: ReturnType<typeof columnRole>;
}

/** Tells EMG from other biosignals, and electrodes from a trigger line. */
export function biosignalOf({ label, transducer, prefilter }: EdfSignal): Biosignal {
  // A label that begins with a type of the standard says it for good: "EEG F3-Chin" is no EMG.
  if (other.test(label)) return { kind: 'other', role: 'signal' };
  if ([label, transducer, prefilter].some((text) => emg.test(text))) return { kind: 'emg', role: 'signal' };
  return { kind: otherTransducer.test(transducer) ? 'other' : undefined, role: columnRole(label) };
}

/** Whether a text such as `HP:20Hz LP:450Hz` is of a filter that only EMG is given. */
export function looksFilteredForEmg(prefilter: string): boolean {
  const of = (name: string): number =>
    Number(new RegExp(`${name}[^\\d]{0,3}(\\d{1,6}(?:\\.\\d{1,3})?)`, 'i').exec(prefilter)?.[1]);
  return of('HP') >= 5 || of('LP') >= 200;
}
