import { driftPpm, linkDials } from '../../../src/devices/dials.js';
import { samplesPerFrame, SENSORS, type TrignoRate } from '../../../src/devices/trigno/trigno-frame.js';
import { choice, list, number } from '../../../src/ground/signal/field.js';
import { portField } from '../sockets/destination.js';

const rates = Object.keys(samplesPerFrame) as [TrignoRate, ...TrignoRate[]];

/** Options of the Trigno base station. */
export const trignoOptions = {
  rateHz: choice({
    options: rates,
    default: '2000',
    label: 'Sampling rate',
    explain: 'EMG samples per second: 27, 26 or 15 in each frame of 13.5 ms.',
  }),
  port: portField(
    50_040,
    'Port for commands; data ports are the four after it. 0 lets the system choose all five.',
  ),
  unpaired: list({
    item: number({
      unit: '1',
      default: 1,
      min: 1,
      max: SENSORS,
      integer: true,
      explain: 'Number of a sensor.',
    }),
    minItems: 0,
    maxItems: SENSORS,
    default: [],
    live: 'block',
    explain: 'Sensors that are not paired, although there is a channel for them: they are sent as 0.',
  }),
  driftPpm,
  ...linkDials,
};
