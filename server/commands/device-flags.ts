import type { Command } from 'commander';
import { collectArgument } from '../cli/options.js';
import type { CommandContext } from '../cli/context.js';
import { jsonOrText } from '../cli/resolve-scenario.js';
import { UsageError } from '../errors.js';
import type { DeviceKind } from '../devices/device.js';
import type { DeviceRoom } from '../devices/device-room.js';
import { deviceKinds } from '../devices/registry.js';
import { isLoopback } from '../loopback.js';

/** The flags of every command that can appear as devices. Which of them are asked for: flags of their names. */
export interface DeviceFlags {
  readonly deviceHost: string;
  readonly deviceSet?: readonly string[];
}

/** Add a flag for every device, and those of {@link DeviceFlags}. */
export function addDeviceOptions(command: Command): Command {
  for (const { device, title } of deviceKinds)
    command.option(`--${device}`, `appear to other programs as: ${title}`);
  return command
    .option(
      '--device-set <device.option=value>',
      'set an option of a device, such as libemg.lossPercent=5; may be repeated',
      collectArgument,
    )
    .option(
      '--device-host <address>',
      'address of this machine that devices use; any other than 127.0.0.1 lets other machines in',
      '127.0.0.1',
    );
}

/** The devices that were asked for by their flags. */
export function askedDevices(flags: DeviceFlags): readonly DeviceKind[] {
  return deviceKinds.filter(({ device }) =>
    Object.entries(flags).some(([name, on]) => name === device && on === true),
  );
}

/**
 * Open the devices that were asked for, and say where they are.
 * @throws UsageError for a setting of a device that was not asked for; ConfigError; InputOutputError
 */
export async function openAskedDevices(
  room: DeviceRoom,
  flags: DeviceFlags,
  { terminal }: Pick<CommandContext, 'terminal'>,
): Promise<void> {
  const asked = askedDevices(flags);
  const settings = (flags.deviceSet ?? []).map(parseSetting);
  for (const { device, text } of settings)
    if (!asked.some((kind) => kind.device === device))
      throw new UsageError(`--device-set ${text}: ${device} is not among the devices asked for`, {
        hint: deviceKinds.some((kind) => kind.device === device)
          ? `Add --${device}.`
          : `Devices: ${deviceKinds.map((kind) => kind.device).join(', ')}.`,
      });
  if (asked.length > 0 && !isLoopback(flags.deviceHost))
    terminal.err(
      `note: devices are open to other machines at ${flags.deviceHost}, and their protocols know no passwords\n`,
    );
  for (const { device } of asked) {
    const mine = settings.filter((setting) => setting.device === device);
    const options = Object.fromEntries(mine.map(({ option, value }) => [option, value]));
    await room.request({ op: 'openDevice', device, options });
  }
  for (const { device, addresses } of room.states) terminal.err(`${device}: ${addresses.join(', ')}\n`);
}

/** @throws UsageError */
function parseSetting(text: string): { device: string; option: string; value: unknown; text: string } {
  const [, device, option, value] = /^([\w-]+)\.(\w+)=(.*)$/s.exec(text) ?? [];
  if (device === undefined || option === undefined || value === undefined)
    throw new UsageError(`--device-set ${text}: expected device.option=value`, {
      hint: 'Write, for example, --device-set libemg.lossPercent=5.',
    });
  return { device, option, value: jsonOrText(value), text };
}
