import { expect, it } from 'vitest';
import { columnName } from '../../../server/recordings/column-name.js';
import { columnRole, type ColumnRole } from '../../../server/recordings/column-role.js';

const names: Readonly<Record<ColumnRole, string>> = {
  signal:
    'biceps_uV | ch1 | 1 | EXG Channel 0 | EMG 1 (left) | Left V | E1 [mV] | emg [µV] | Trigno sensor 3: EMG 3 (IM) [V] | ' +
    'Forearm | A_max | triceps lateral head | hdEMG 12 | Status_uV | Extensor digitorum communis | M. biceps | X | Y',
  time:
    'time_s | Time (s) | t | timestamp | Timestamps | X[s] | time [ms] | time ms | elapsed_time | Zeit [s] | Timestamp (Formatted) | ' +
    'DateTime | lsl_timestamp | unix time | timestamp_us | Time (µs) | host time | X [s]',
  counter:
    'sample | Sample Index | index | sampleNumber | packet_counter | frame | # | row number | Unnamed: 0 | seq no',
  status: 'Status | BDF status | lead_off | EMG quality | state',
  trigger: 'Trigger | TRIG 1 | sync | marker | digital in | Event | EMG sync | stim 3',
  label:
    'label | class | Gesture | stimulus | restimulus | movement_id | class_name | Movement | cue | gesture label',
  repetition: 'rep | Repetition | rerepetition | rep_no | reps',
  trial: 'trial | session | run 1 | exercise | condition | trial_id',
  subject: 'subject | Participant | subject_id | person | patient no',
  motion:
    'Accel Channel 0 | acc_x | AccX | GYRO Y | ACC X [g] | gyr z [deg/s] | roll | pitch | glove_12 | quat_w | Inclinometer 1 | ' +
    'Elbow [°] | mag x',
  other:
    'Force (N) | temperature | battery | Other | Analog Channel 0 | heart rate | torque [Nm] | grip [kg]',
};

it.each(
  Object.entries(names).flatMap(([role, all]) => all.split(' | ').map((name) => [name, role] as const)),
)('"%s" is of the role %s', (name, role) => expect(columnRole(name)).toBe(role));

it.each([
  ['a_uV', 'a', 'uV'],
  ['E1 [mV]', 'E1', 'mV'],
  ['biceps, long_uV', 'biceps, long', 'uV'],
  ['EMG / mV', 'EMG', 'mV'],
  ['EMG in mV', 'EMG', 'mV'],
  ['b [µV]', 'b', 'µV'],
  ['EMG, uV', 'EMG', 'uV'],
  ['Left V', 'Left V', undefined],
  ['EMG 1 (left)', 'EMG 1 (left)', undefined],
  ['E1 [V]', 'E1', 'V'],
  ['uV', 'uV', undefined],
])('"%s" is %s in %s', (written, name, unit) => {
  expect(columnName(written)).toEqual({ name, ...(unit && { unit }) });
});

it('doubts a V after an underscore', () => {
  expect(columnName('Left_V')).toEqual({ name: 'Left', unit: 'V', doubtful: true });
});
