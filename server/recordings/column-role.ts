import { columnName, quantityOf, wordsOf } from './column-name.js';

/** What a column or channel of a recording holds, as its name tells. */
export type ColumnRole =
  /** Voltage of an electrode. */
  | 'signal'
  /** Time stamps. */
  | 'time'
  /** Number of the sample or packet. */
  | 'counter'
  /** State of the device. */
  | 'status'
  /** Digital line, marker, synchronisation. */
  | 'trigger'
  /** Class, gesture, movement. */
  | 'label'
  | 'repetition'
  /** Take, session, exercise, condition. */
  | 'trial'
  /** Person. */
  | 'subject'
  /** Acceleration, rotation, orientation, angle. */
  | 'motion'
  /** Another quantity: force, temperature, battery. */
  | 'other';

/** Roles by the words of a name, the first that matches; names in English, German, French, Spanish and Italian. */
const byWords: readonly (readonly [ColumnRole, RegExp])[] = [
  ['counter', /^(?:[#n]|nr|no|idx|index|row|unnamed 0|column1)$/],
  [
    'counter',
    /\b(?:(?:sample|samples|packet|packets|frame|frames|row|sequence|seq|scan|data|point) ?(?:index|idx|no|nr|num|number|count|counter|id|#)|counter|samples?|frames?|packets?|packet ?num|samplenumber|sampleindex)$/,
  ],
  [
    'time',
    /^(?:t|time|times|timestamps?\b.*|time ?stamps?\b.*|time ?series\b.*|elapsed.*|seconds|secs?|msecs?|milliseconds|microseconds|ms|us|date|date ?time|clock|epoch|unix.*time.*|zeit|zeitstempel|temps|tiempo|tempo)$|\b(?:time|timestamps?|datetime)(?: (?:s|ms|us|ns|utc|local|unix|formatted|of day))*$/,
  ],
  [
    'label',
    /^(?:(?:re)?stimulus|label|labels|class|classes|gestures?|movements?|motion|grasp|grip type|posture|activity|category|target|cue|task|intent|prompt|klasse|bewegung|classe|clase|geste|gesto)(?: ?(?:id|idx|index|no|nr|num|number|name|class|label|code|type|\d+))?$|\b(?:label|class|gesture|movement)(?: ?(?:id|idx|index|name|number))?$/,
  ],
  [
    'repetition',
    /^(?:(?:re)?repetitions?|reps?|repeat|wiederholung|répétition|repetición|ripetizione)(?: ?(?:id|idx|index|no|nr|num|number|count|\d))?$/,
  ],
  [
    'trial',
    /^(?:trials?|sessions?|runs?|blocks?|sets?|takes?|exercises?|conditions?|day|phase|versuch|essai)(?: ?(?:id|idx|index|no|nr|num|number|name|\d))?$/,
  ],
  [
    'subject',
    /^(?:subjects?|subj|participants?|persons?|patients?|users?|volunteers?|proband|sujet|sujeto)(?: ?(?:id|idx|index|no|nr|num|number|name|code))?$/,
  ],
  [
    'trigger',
    /\b(?:trig|triggers?|sync|synch|synchroni[sz]ation|markers?|events?|ttl|din\d*|stim|digital(?: ?(?:in|input|io))?)(?: ?\d+)?$/,
  ],
  ['status', /\b(?:status|state|flags?|error|errors|quality|valid|saturated|dropped|lost|lead ?off)$/],
];

/** A name with one of these words is an electrode, whatever else it says: `EMG channel 4 (forearm)`. */
const electrode = /(?:^| )(?:hd ?)?(?:s?emg|exg|i?eeg|e[ck]g|eog)(?:[ \d]|$)/;

const motion =
  /(?:^| )(?:acc|accel|acceleration|accelerometer|beschleunigung|gyro?|gyroscope|mag|magn|magnetometer|imu|quat|quaternion|orientation|orient|roll|pitch|yaw|euler|glove|cyberglove|inclin|inclinometer|angles?|goniometer|velocity|speed)(?: ?(?:channel|ch|sensor)?(?: ?[xyzw\d]+)*)?(?: |$)|^(?:acc|gyr|gyro|mag|quat|q)[xyzw\d]$/;

const other =
  /(?:^| )(?:force|torque|load|dynamometer|pressure|temp|temperature|battery|humidity|impedance|heart ?rate|hr|respiration|spo2|ppg|gsr|eda|rssi|other|not used|unused|analog channel|unnamed)(?: |\d|$)/;

/**
 * What a column holds, by its name and unit. Names that say nothing are electrodes: better a channel too many, which
 * anybody sees, than one that is missing.
 *
 * @example
 * columnRole('Time (s)'); // time
 * columnRole('Accel Channel 0'); // motion
 * columnRole('Sample Index'); // counter
 * columnRole('biceps_uV'); // signal
 */
export function columnRole(written: string): ColumnRole {
  const { name, unit } = columnName(written);
  const quantity = unit === undefined ? undefined : quantityOf(unit);
  if (quantity) return quantity === 'voltage' ? 'signal' : quantity;
  const words = wordsOf(name);
  for (const [role, pattern] of byWords) if (pattern.test(words)) return role;
  if (electrode.test(words)) return 'signal';
  if (motion.test(words)) return 'motion';
  return other.test(words) ? 'other' : 'signal';
}
