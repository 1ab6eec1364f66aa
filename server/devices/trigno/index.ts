import { deviceKind } from '../device.js';
import { trignoOptions } from './trigno-options.js';
import { TrignoServer } from './trigno-server.js';

/** The Delsys Trigno base station and its control utility. */
export const trigno = deviceKind({
  device: 'trigno',
  title: 'Delsys Trigno SDK server',
  explain:
    'The control utility of a Trigno base station. LibEMG’s delsys streamer, pytrigno and the Delsys SDK’s examples connect with this machine’s address and no other setting.',
  options: trignoOptions,
  open: (feed, options, host) => TrignoServer.open(feed, options, host),
});
