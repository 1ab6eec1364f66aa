import { filter } from 'rxjs';
import {
  brainflowDatagram,
  EMG_ROWS,
  PACKAGES,
  RATE_HZ,
  type PackageHead,
} from '../../../src/devices/brainflow/brainflow-package.js';
import { driftPpm, linkDials, PacketLoss } from '../../../src/devices/dials.js';
import { InstantBuffer } from '../../../src/devices/instant-buffer.js';
import { SampleStamps } from '../../../src/devices/sample-stamps.js';
import { deviceKind } from '../device.js';
import { SignalSource } from '../signal-source.js';
import { addressField, portField, requireNear } from '../sockets/destination.js';
import { UdpSender } from '../sockets/udp-sender.js';

/** BrainFlow's streaming board: another program's BrainFlow reads it as it would read its board. */
export const brainflow = deviceKind({
  device: 'brainflow',
  title: 'BrainFlow streaming board',
  explain:
    'Datagrams for BrainFlow’s STREAMING_BOARD. Give it ip_address 225.1.1.1, ip_port 6677 and master_board GFORCE_PRO_BOARD (500 Hz, EMG rows 1 to 8 in µV).',
  options: {
    address: addressField('225.1.1.1', 'Multicast group, or the address of one machine.'),
    port: portField(6677, 'UDP port.'),
    driftPpm,
    ...linkDials,
  },
  async open(feed, given, host) {
    requireNear(given.address, host, 'devices.brainflow.address');
    let options = given;
    let number = 0;
    let marker = 0;
    const udp = await UdpSender.open(options.address, options.port, host.address);
    const loss = new PacketLoss(options.seed, 'brainflow');
    const stamps = new SampleStamps(RATE_HZ);
    // The movement that is asked for, as its number, where it begins.
    const cues = feed.messages$
      .pipe(filter((message) => message.op === 'event'))
      .subscribe(({ kind, text }) => {
        if (kind === 'cue') marker = 1 + feed.info().movements.indexOf(text);
      });
    const head = (): PackageHead => {
      const made = { number, epoch: stamps.stamp(host.epoch()), marker };
      number = (number + 1) & 0xff;
      marker = 0;
      return made;
    };
    const packages = new InstantBuffer(EMG_ROWS, PACKAGES, (volts) => {
      const heads = Array.from({ length: PACKAGES }, head);
      if (options.connected && !loss.next(options.lossPercent)) udp.send(brainflowDatagram(volts, heads));
    });
    const source = new SignalSource(
      feed,
      { rateHz: RATE_HZ, channels: EMG_ROWS },
      options.driftPpm,
      (instants) => packages.push(instants),
    );
    return {
      report: () => ({
        ...udp.report,
        rateHz: RATE_HZ,
        lost: loss.lost,
        notes: [
          ...source.notes,
          ...udp.notes,
          ...(options.connected ? [] : ['switched off: nothing is sent']),
        ],
      }),
      set: (changed) => {
        options = changed;
        source.drift(changed.driftPpm);
      },
      close: () => {
        cues.unsubscribe();
        source.close();
        return udp.close();
      },
    };
  },
});
