import type { Subscription } from 'rxjs';
import { table, type Terminal } from '../cli/output.js';
import type { DeviceKind } from '../devices/device.js';
import type { DeviceRoom } from '../devices/device-room.js';
import { allowed } from '../../src/ground/signal/parse-fields.js';
import type { DeviceState } from '../../src/protocol/server-messages.js';

/** Every device with its options, for people. */
export function devicesText(kinds: readonly DeviceKind[]): string {
  return kinds
    .map(({ device, title, explain, options }) => {
      const fields = Object.entries(options).map(([name, field]) => {
        const value = 'default' in field ? ` (default: ${JSON.stringify(field.default)})` : '';
        return `    ${name}: ${field.explain} ${capitalized(allowed(field))}${value}.\n`;
      });
      return `--${device}  ${title}\n  ${explain}\n${fields.join('')}`;
    })
    .join('\n');
}

/**
 * Show how the devices of a room do until the subscription ends: a table that is drawn anew where a person watches, a
 * line for each message as JSON, else the table whenever somebody connects or leaves.
 */
export function showDevices(room: DeviceRoom, terminal: Terminal, json: boolean): Subscription {
  let drawn = 0;
  let known = '';
  return room.messages$.subscribe((message) => {
    if (json) {
      terminal.out(`${JSON.stringify(message)}\n`);
      return;
    }
    const text = tableText(message.devices);
    if (terminal.interactive) {
      const up = drawn > 0 ? `\x1b[${drawn}A\x1b[0J` : '';
      terminal.err(up + text);
      drawn = text.split('\n').length - 1;
      return;
    }
    const who = message.devices.map(({ device, clients, notes }) => [
      device,
      clients.map(({ address }) => address),
      notes,
    ]);
    if (JSON.stringify(who) === known) return;
    known = JSON.stringify(who);
    terminal.err(text);
  });
}

/** Clients, rate and losses of each device; below it who is connected, and notes. */
function tableText(devices: readonly DeviceState[]): string {
  const rows = devices.map(({ device, clients, rateHz, sent, dropped, lost }) => [
    device,
    clients.length,
    Math.round(100 * rateHz) / 100,
    sent,
    dropped,
    lost,
  ]);
  const more = devices.flatMap(({ device, clients, notes }) => [
    ...clients.map(
      ({ address, sent, dropped }) => `${device} ← ${address}: ${sent} sent, ${dropped} dropped\n`,
    ),
    ...notes.map((note) => `${device}: ${note}\n`),
  ]);
  return table([['device', 'clients', 'Hz', 'sent', 'dropped', 'lost'], ...rows]) + more.join('');
}

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
