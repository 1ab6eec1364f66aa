import { Subscription } from 'rxjs';
import { linkDials, PacketLoss } from '../../../src/devices/dials.js';
import { oscMessage, oscName, type OscArgument } from '../../../src/devices/osc/osc-message.js';
import { classNamed } from '../../../src/protocol/stream-rows.js';
import { columnsOf } from '../columns.js';
import { deviceKind } from '../device.js';
import { DecidedKeys, keyDials } from '../keys/decided-keys.js';
import { addressField, portField, requireNear } from '../sockets/destination.js';
import { UdpSender } from '../sockets/udp-sender.js';

const ROOT = '/myodesis';

/** Decisions, velocities and key presses as Open Sound Control, for games, music and stage programs. */
export const osc = deviceKind({
  device: 'osc',
  title: 'Open Sound Control',
  explain:
    'OSC 1.0 by UDP: /myodesis/class (name, number, confidence), /myodesis/posterior/CLASS, /myodesis/velocity/JOINT (−1 to 1) and /myodesis/key (key, 1 down or 0 up). Programs listen at port 9000.',
  options: {
    address: addressField('127.0.0.1', 'Machine that listens.'),
    port: portField(9000, 'UDP port at which it listens.'),
    ...keyDials,
    ...linkDials,
  },
  async open(feed, given, host) {
    requireNear(given.address, host, 'devices.osc.address');
    let options = given;
    const udp = await UdpSender.open(options.address, options.port, host.address);
    const loss = new PacketLoss(options.seed, 'osc');
    const say = (address: string, args: readonly OscArgument[]): void => {
      if (options.connected && !loss.next(options.lossPercent)) udp.send(oscMessage(ROOT + address, args));
    };
    const subscription = new Subscription();
    subscription.add(
      columnsOf(feed, 'decisions').subscribe(({ one, each, last, names }) => {
        const decided = last('step');
        const name = classNamed(feed.info().classes, decided) ?? 'rest';
        say('/class', [name, { int: decided }, { float: one('confidence') }]);
        const posteriors = each('posterior');
        for (const [k, of] of names('posterior').entries())
          say(`/posterior/${oscName(of)}`, [{ float: posteriors[k] ?? NaN }]);
      }),
    );
    subscription.add(
      columnsOf(feed, 'command').subscribe(({ each, names }) => {
        const velocities = each('velocity');
        for (const [k, joint] of names('velocity').entries())
          say(`/velocity/${oscName(joint)}`, [{ float: velocities[k] ?? NaN }]);
      }),
    );
    const keys = new DecidedKeys(feed, options, ({ type, key }) =>
      say('/key', [key, { int: type === 'keydown' ? 1 : 0 }]),
    );
    return {
      report: () => ({
        ...udp.report,
        rateHz: feed.info().streams.decisions?.rateHz ?? 0,
        lost: loss.lost,
        notes: [...udp.notes, ...(options.connected ? [] : ['switched off: nothing is sent'])],
      }),
      set: (changed) => (options = changed),
      close: () => {
        subscription.unsubscribe();
        keys.close();
        return udp.close();
      },
    };
  },
});
