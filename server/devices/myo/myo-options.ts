import { batteryDials } from '../../../src/devices/battery.js';
import { driftPpm, linkDials } from '../../../src/devices/dials.js';
import { number } from '../../../src/ground/signal/field.js';
import { portField } from '../sockets/destination.js';
import { originsField } from '../sockets/web-socket-port.js';

/** Options of the armband. */
export const myoOptions = {
  port: portField(10_138, 'Port of the WebSocket; 0 lets the system choose.'),
  stepUv: number({
    unit: 'µV',
    default: 10,
    min: 0.1,
    max: 1000,
    live: 'block',
    explain: 'µV from one of its numbers (−128 to 127) to the next; the maker has never said.',
    assumption: true,
  }),
  driftPpm,
  ...batteryDials,
  ...linkDials,
  origins: originsField,
};
