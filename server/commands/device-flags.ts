import type { Command } from 'commander';
import { collectArgument } from '../cli/options.js';
import type { CommandContext } from '../cli/context.js';
import { jsonOrText } from '../cli/resolve-scenario.js';
import { UsageError } from '../errors.js';
import type { DeviceOptions } from '../devices/device.js';
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

/** A device that was asked for, with the options that were set. */
export interface AskedDevice {
  readonly device: string;
  readonly options: DeviceOptions;
}

/**
 * The devices that were asked for by their flags.
 * @throws UsageError for a setting of a device that was not asked for; ConfigError for an option that cannot be
 */
export function askedDevices(flags: DeviceFlags): readonly AskedDevice[] {
  const asked = deviceKinds.filter(({ device }) =>
    Object.entries(flags).some(([name, on]) => name === device && on === true),
  );
  const settings = (flags.deviceSet ?? []).map(parseSetting);
  for (const { device, text } of settings)
    if (!asked.some((kind) => kind.device === device))
      throw new UsageError(`--device-set ${text}: ${device} is not among the devices asked for`, {
        hint: deviceKinds.some((kind) => kind.device === device)
          ? `Add --${device}.`
          : `Devices: ${deviceKinds.map((kind) => kind.device).join(', ')}.`,
      });
  return asked.map((kind) => {
    const mine = settings.filter((setting) => setting.device === kind.device);
    const options = Object.fromEntries(mine.map(({ option, value }) => [option, value]));
    return { device: kind.device, options: kind.parse(options) };
  });
}

/**
 * Open devices, and say where they are.
 * @throws InputOutputError where a port cannot be had
 */
export async function openAskedDevices(
  room: DeviceRoom,
  asked: readonly AskedDevice[],
  { deviceHost }: DeviceFlags,
  { terminal }: Pick<CommandContext, 'terminal'>,
): Promise<void> {
  if (asked.length > 0 && !isLoopback(deviceHost))
    terminal.err(
      `note: devices are open to other machines at ${deviceHost}, and their protocols know no passwords\n`,
    );
  for (const { device, options } of asked)
    await room.request({ op: 'openDevice', device, options: { ...options } });
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
