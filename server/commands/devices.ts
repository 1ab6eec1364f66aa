import { resolve } from 'node:path';
import { Command } from 'commander';
import type { CommandContext } from '../cli/context.js';
import { addDataOptions, addPartOptions, type DataFlags } from '../cli/data-flags.js';
import { addDecoderOptions, decoderPatch, type DecoderFlags } from '../cli/decoder-flags.js';
import { dataFlagNames, refuseFlags, refuseTwice } from '../cli/decoder-of-data.js';
import { addScenarioOptions, type ScenarioFlags } from '../cli/options.js';
import { resolveScenario } from '../cli/resolve-scenario.js';
import { stopped } from '../cli/stopped.js';
import { DeviceRoom } from '../devices/device-room.js';
import { deviceHost } from '../devices/host.js';
import { deviceKinds } from '../devices/registry.js';
import type { SessionPlan } from '../sessions/session-plan.js';
import { createLog } from '../logs/pino-log.js';
import { logDevices } from '../logs/device-log.js';
import { logSessions } from '../logs/session-log.js';
import { SHARED_ID } from '../sessions/session-registry.js';
import { UsageError } from '../errors.js';
import { ThreadedSessions } from '../sessions/threaded-sessions.js';
import {
  addDeviceOptions,
  askedDevices,
  openAskedDevices,
  type AskedDevice,
  type DeviceFlags,
} from './device-flags.js';
import { devicesText, showDevices } from './device-table.js';
import { addLogOptions, type LogFlags } from './log-flags.js';
import { replayPlan } from './replay-plan.js';
import { tellOnTerminal } from './tell-on-terminal.js';

interface Flags extends DeviceFlags, LogFlags, DecoderFlags, DataFlags, ScenarioFlags {
  readonly testTrials?: string[];
  readonly decoder?: string;
  readonly recordings: string;
  readonly json?: boolean;
}

/** `myodesis devices`: a patient or a recording for the programs that read devices, without a page. */
export function devicesCommand(context: CommandContext): Command {
  const command = new Command('devices')
    .description('Appear to other programs as devices: a simulated patient, or a recording that is played.')
    .argument('[path]', 'a labelled recording, or a folder of them; without it, a simulated patient')
    .option('--decoder <file>', 'decide by this decoder, as train wrote it')
    .option('--recordings <folder>', 'where recordings would be kept', 'recordings');
  addDecoderOptions(addScenarioOptions(addPartOptions(addDataOptions(command))));
  return addLogOptions(addDeviceOptions(command))
    .addHelpText(
      'after',
      `
Without a device it tells which there are, with their options. While it runs it shows who is connected and what is lost.

Examples:
  myodesis devices
  myodesis devices --lsl --trigno
  myodesis devices --myo --device-set myo.lossPercent=5 --preset transradial-armband
  myodesis devices --trigno session.edf --rate 2000`,
    )
    .action(async (path: string | undefined, flags: Flags) => {
      const { terminal } = context;
      const asked = askedDevices(flags);
      if (asked.length === 0) {
        if (path !== undefined)
          throw new UsageError(`devices ${path}: no device was asked for`, {
            hint: `Add one, such as --lsl; there are ${deviceKinds.map(({ device }) => `--${device}`).join(', ')}.`,
          });
        terminal.out(flags.json ? `${JSON.stringify(deviceKinds)}\n` : devicesText(deviceKinds));
        return;
      }
      const plan = await planOf(path, flags, command, context);
      await appear(plan, asked, flags, context);
    });
}

async function planOf(
  path: string | undefined,
  flags: Flags,
  command: Command,
  context: CommandContext,
): Promise<SessionPlan> {
  if (path !== undefined) return replayPlan(path, flags, 'devices', context);
  refuseFlags(
    command,
    dataFlagNames,
    'says how a recording is read, and there is none',
    'Name a recording, or leave it out.',
  );
  refuseTwice(flags.set, flags);
  return {
    kind: 'patient',
    clock: 'real',
    recordingsFolder: resolve(flags.recordings),
    scenario: await resolveScenario(flags, decoderPatch(flags)),
    ...(flags.decoder !== undefined && { decoderFile: resolve(flags.decoder) }),
  };
}

async function appear(
  plan: SessionPlan,
  asked: readonly AskedDevice[],
  flags: Flags,
  context: CommandContext,
): Promise<void> {
  const { terminal, stop } = context;
  const note = (text: string): void => terminal.err(`note: ${text}\n`);
  const log = createLog(flags.logLevel, terminal);
  const sessions = await ThreadedSessions.start(plan, { maxSessions: 0, idleMinutes: 1 }, note, log);
  const host = deviceHost(flags.deviceHost, (err) => log.error({ err }, 'a device has failed'));
  const room = new DeviceRoom(sessions.shared, deviceKinds, host);
  const logged = logSessions(sessions, log);
  logDevices(room.messages$, SHARED_ID, log);
  const told = tellOnTerminal(sessions.shared, terminal);
  try {
    await openAskedDevices(room, asked, flags, context);
    told.add(showDevices(room, terminal, flags.json === true));
    await stopped(stop);
  } finally {
    told.unsubscribe();
    logged.unsubscribe();
    await room.close();
    await sessions.close();
  }
}
