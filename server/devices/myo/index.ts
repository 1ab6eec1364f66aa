import { deviceKind } from '../device.js';
import { MyoConnect } from './myo-connect.js';
import { myoOptions } from './myo-options.js';

/** Myo Connect with one armband. */
export const myo = deviceKind({
  device: 'myo',
  title: 'Myo Connect',
  explain:
    'The program of the Myo armband: EMG at 200 Hz, orientation at 50 Hz, poses. The npm package myo and pages written with it connect with no setting.',
  options: myoOptions,
  open: (feed, options, host) => MyoConnect.open(feed, options, host),
});
