import { isIPv4 } from 'node:net';
import { driftPpm, linkDials } from '../../../src/devices/dials.js';
import { ConfigError } from '../../../src/ground/signal/errors.js';
import { flag, number, text } from '../../../src/ground/signal/field.js';
import { deviceKind } from '../device.js';
import { portField } from '../sockets/destination.js';
import { Discovery } from './discovery.js';
import { LslDevice } from './lsl-device.js';

/** Lab Streaming Layer: LabRecorder, pylsl, MATLAB, OpenViBE and all else that reads its streams. */
export const lsl = deviceKind({
  device: 'lsl',
  title: 'Lab Streaming Layer',
  explain:
    'EMG in microvolts, markers, decisions and commands as streams. Programs on this machine find them by themselves; others need --device-host, or KnownPeers in lsl_api.cfg.',
  options: {
    name: text({
      default: 'Myodesis',
      maxLength: 64,
      explain: 'Name of the EMG stream; the names of the others begin with it.',
    }),
    markers: flag({ default: true, explain: 'A stream of texts: cues, marks, artefacts, movements made.' }),
    decisions: flag({ default: true, explain: 'A stream of what the decoder decides, window by window.' }),
    commands: flag({ default: true, explain: 'A stream of what the prosthesis is told, joint by joint.' }),
    chunkSamples: number({
      unit: '1',
      default: 0,
      min: 0,
      max: 10_000,
      integer: true,
      explain: 'Samples of EMG that are sent at once, as amplifiers do; 0 sends them as they come.',
    }),
    clockOffsetS: number({
      unit: 's',
      default: 0,
      min: -1_000_000,
      max: 1_000_000,
      explain:
        "How far the outlet's clock is ahead, as if it ran on another machine; readers correct for it.",
    }),
    multicastPort: portField(
      16_571,
      'UDP port of searches, as MulticastPort in lsl_api.cfg; 0 takes a free one.',
    ),
    driftPpm,
    ...linkDials,
  },
  async open(feed, options, host) {
    const address = host.address === 'localhost' ? '127.0.0.1' : host.address;
    if (!isIPv4(address))
      throw new ConfigError(`devices.lsl: got the address ${address}, expected one of IPv4`, {
        hint: 'Start with --device-host 127.0.0.1, or the IPv4 address of this machine.',
      });
    if (options.name.trim() === '')
      throw new ConfigError('devices.lsl.name: got no name, and streams need one', {
        field: 'devices.lsl.name',
        hint: 'Write, for example, Myodesis.',
      });
    return LslDevice.open(feed, await Discovery.at(address, options.multicastPort), options, host);
  },
});
