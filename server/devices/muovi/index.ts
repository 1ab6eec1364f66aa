import { driftPpm, linkDials, PacketLoss } from '../../../src/devices/dials.js';
import { InstantBuffer } from '../../../src/devices/instant-buffer.js';
import { Converter } from '../../../src/devices/integers.js';
import {
  ELECTRODES,
  muoviCommand,
  muoviFrame,
  RATE_HZ,
  STEP_UV,
  type MuoviCommand,
} from '../../../src/devices/muovi/muovi-frame.js';
import { deviceKind } from '../device.js';
import { SignalSource } from '../signal-source.js';
import { addressField, portField, requireNear } from '../sockets/destination.js';
import { TcpDialler } from '../sockets/tcp-dialler.js';

const idle: MuoviCommand = { emg: true, mode: 0, go: false };

/** OT Bioelettronica's Muovi: it dials the computer, which says by one byte what it wants. */
export const muovi = deviceKind({
  device: 'muovi',
  title: 'OT Bioelettronica Muovi',
  explain:
    'Dials the acquisition program: OT BioLab+, or LibEMG’s Muovi streamer, which wait at TCP port 54321. Start that program first or afterwards.',
  options: {
    address: addressField('127.0.0.1', 'Machine on which the acquisition program waits.'),
    port: portField(54_321, 'Port at which it waits.'),
    driftPpm,
    ...linkDials,
  },
  open(feed, given, host) {
    requireNear(given.address, host, 'devices.muovi.address');
    let options = given;
    let command = idle;
    let counter = 0;
    const loss = new PacketLoss(options.seed, 'muovi');
    const converter = new Converter(16, STEP_UV.gain8);
    const dialler = new TcpDialler(options.address, options.port, {
      said: (bytes) => {
        // Several commands may come at once: the last one holds.
        command = muoviCommand(bytes[bytes.length - 1] ?? 0);
        converter.step = command.mode === 1 ? STEP_UV.gain4 : STEP_UV.gain8;
      },
      lost: () => (command = idle),
    });
    const instants = new InstantBuffer(ELECTRODES, 1, (volts) => {
      const { emg, mode, go } = command;
      if (!go || !emg || mode === 2) return;
      const frame = muoviFrame(volts, converter, counter, mode === 3);
      counter = (counter + 1) & 0xffff;
      if (!loss.next(options.lossPercent)) dialler.client?.send(frame);
    });
    const source = new SignalSource(
      feed,
      { rateHz: RATE_HZ, channels: ELECTRODES },
      options.driftPpm,
      (samples) => instants.push(samples),
    );
    const switchOn = (on: boolean): void => (on ? dialler.start() : dialler.stop());
    switchOn(options.connected);
    return {
      report: () => ({
        addresses: [`tcp to ${options.address}:${options.port}`],
        rateHz: RATE_HZ,
        clients: dialler.client ? [dialler.client.state] : [],
        sent: dialler.sent,
        dropped: dialler.dropped,
        lost: loss.lost,
        notes: [
          ...source.notes,
          ...converter.notes,
          ...(options.connected ? [] : ['switched off: it does not dial']),
          ...(options.connected && !dialler.client
            ? [`nobody waits at ${options.address}:${options.port} yet; it is dialled every second`]
            : []),
          ...(command.go && !command.emg
            ? ['asked for EEG mode, which this one has not: nothing is sent']
            : []),
          ...(command.go && command.mode === 2 ? ['asked for an impedance check: nothing is sent'] : []),
        ],
      }),
      set: (changed) => {
        options = changed;
        source.drift(changed.driftPpm);
        switchOn(changed.connected);
      },
      close: () => {
        source.close();
        dialler.stop();
        return Promise.resolve();
      },
    };
  },
});
