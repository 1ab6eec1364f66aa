import { Subscription } from 'rxjs';
import { linkDials, PacketLoss } from '../../../src/devices/dials.js';
import { classText, posteriorsText, regressionText } from '../../../src/devices/libemg/predictions.js';
import { choice, flag } from '../../../src/ground/signal/field.js';
import { columnsOf } from '../columns.js';
import { deviceKind } from '../device.js';
import { addressField, portField, requireNear } from '../sockets/destination.js';
import { UdpSender } from '../sockets/udp-sender.js';

/** LibEMG's predictions: its games and its Fitts test are steered by our decoder. */
export const libemg = deviceKind({
  device: 'libemg',
  title: 'LibEMG predictions',
  explain:
    'Decisions as LibEMG sends them by UDP. Start its Fitts test or a game with a SocketController at port 12346.',
  options: {
    content: choice({
      options: ['posteriors', 'classes', 'regression'],
      default: 'posteriors',
      explain:
        'What is sent: posteriors of all classes, the number of the class, or a velocity for each joint.',
    }),
    velocity: flag({ default: true, explain: 'Whether the proportional velocity is sent with a class.' }),
    address: addressField('127.0.0.1', 'Machine that listens.'),
    port: portField(12_346, 'UDP port at which it listens.'),
    ...linkDials,
  },
  async open(feed, options, host) {
    requireNear(options.address, host, 'devices.libemg.address');
    const udp = await UdpSender.open(options.address, options.port, host.address);
    const loss = new PacketLoss(options.seed, 'libemg');
    let { lossPercent, connected } = options;
    const stream = options.content === 'regression' ? 'command' : 'decisions';
    const subscription = new Subscription();
    subscription.add(
      columnsOf(feed, stream).subscribe(({ each, one, last }) => {
        const velocity = options.velocity ? one('speed') : undefined;
        const text =
          options.content === 'regression'
            ? regressionText(each('velocity'), host.epoch())
            : options.content === 'classes'
              ? classText(last('step'), velocity)
              : posteriorsText(each('posterior'), velocity, host.epoch());
        if (connected && !loss.next(lossPercent)) udp.send(text);
      }),
    );
    return {
      report: () => ({
        ...udp.report,
        rateHz: feed.info().streams[stream]?.rateHz ?? 0,
        lost: loss.lost,
        notes: [...udp.notes, ...(connected ? [] : ['switched off: nothing is sent'])],
      }),
      set: (changed) => ({ lossPercent, connected } = changed),
      close: () => {
        subscription.unsubscribe();
        return udp.close();
      },
    };
  },
});
