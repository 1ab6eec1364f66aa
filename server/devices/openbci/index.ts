import { driftPpm, linkDials, PacketLoss } from '../../../src/devices/dials.js';
import {
  boards,
  contents,
  guiMessage,
  timeSeries,
  type Board,
  type Content,
} from '../../../src/devices/openbci/gui-message.js';
import { AmplitudeMeter, SpectrumMeter } from '../../../src/devices/openbci/meters.js';
import { choice } from '../../../src/ground/signal/field.js';
import { deviceKind } from '../device.js';
import { SignalSource } from '../signal-source.js';
import { addressField, portField, requireNear } from '../sockets/destination.js';
import { UdpSender } from '../sockets/udp-sender.js';

/** The networking widget of the OpenBCI GUI. */
export const openbci = deviceKind({
  device: 'openbci',
  title: 'OpenBCI GUI by UDP',
  explain:
    'What the OpenBCI GUI sends from its networking widget by UDP. Programs written for it listen at UDP port 12345.',
  options: {
    board: choice<Board>({
      options: Object.keys(boards) as Board[],
      default: 'cyton',
      explain: 'Cyton (8 channels at 250 Hz), Cyton with Daisy (16 at 125 Hz) or Ganglion (4 at 200 Hz).',
    }),
    content: choice<Content>({
      options: contents,
      default: 'timeSeriesRaw',
      live: 'block',
      explain: 'Samples raw or filtered, in µV; amplitude of each channel, 0 to 1; or µV in bins of 1 Hz.',
    }),
    address: addressField('127.0.0.1', 'Machine that listens.'),
    port: portField(12_345, 'UDP port at which it listens.'),
    driftPpm,
    ...linkDials,
  },
  async open(feed, given, host) {
    requireNear(given.address, host, 'devices.openbci.address');
    let options = given;
    const { channels, rateHz } = boards[options.board];
    const udp = await UdpSender.open(options.address, options.port, host.address);
    const loss = new PacketLoss(options.seed, 'openbci');
    const amplitude = new AmplitudeMeter(channels, rateHz);
    const spectrum = new SpectrumMeter(channels, rateHz);
    const say = (data: readonly (readonly number[] | number)[]): void => {
      if (options.connected && !loss.next(options.lossPercent)) udp.send(guiMessage(options.content, data));
    };
    const raw = new SignalSource(feed, { channels, rateHz }, options.driftPpm, (volts) => {
      if (volts.length === 0) return;
      if (options.content === 'timeSeriesRaw') say(timeSeries(volts, channels));
      if (options.content === 'emg') say(amplitude.process(volts));
      if (options.content === 'fft') say(spectrum.process(volts.subarray(-channels * rateHz)));
    });
    const filtered = new SignalSource(
      feed,
      { channels, rateHz },
      options.driftPpm,
      (volts) => {
        if (volts.length > 0 && options.content === 'timeSeriesFilt') say(timeSeries(volts, channels));
      },
      'filtered',
    );
    return {
      report: () => ({
        ...udp.report,
        rateHz,
        lost: loss.lost,
        notes: [...raw.notes, ...udp.notes, ...(options.connected ? [] : ['switched off: nothing is sent'])],
      }),
      set: (changed) => {
        options = changed;
        for (const source of [raw, filtered]) source.drift(changed.driftPpm);
      },
      close: () => {
        for (const source of [raw, filtered]) source.close();
        return udp.close();
      },
    };
  },
});
