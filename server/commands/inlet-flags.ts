import { InvalidArgumentError, Option, type Command } from 'commander';
import { unitArgument } from '../cli/data-flags.js';
import { integerArgument, nameListArgument, positiveArgument } from '../cli/options.js';
import { UsageError } from '../errors.js';
import type { Declared, OpenFeed } from '../inlets/arrival.js';
import { boardHelp, boardOf } from '../inlets/brainflow/board.js';
import { brainFlow } from '../inlets/brainflow/open-brainflow.js';
import { stdinText } from '../inlets/open-stdin.js';
import { udpText } from '../inlets/open-udp.js';
import { serialText } from '../inlets/serial/open-serial.js';
import { socketAddress, type SocketAddress } from '../inlets/udp-socket.js';

/** Where a signal comes in, and what it does not say of itself. */
export interface InletFlags {
  readonly udp?: SocketAddress;
  readonly stdin?: boolean;
  readonly serial?: string;
  readonly baud: number;
  readonly brainflowStream?: SocketAddress;
  readonly board: string;
  readonly rate?: number;
  /** Volts per number. */
  readonly unit?: number;
  readonly channels?: number | readonly string[];
}

const BAUD = 115_200;
const BOARD = 'gforce-pro';

/** Add the flags of {@link InletFlags}. */
export function addInletOptions(command: Command): Command {
  return command
    .option(
      '--udp <address>',
      'datagrams of text at [address:]port: JSON as the OpenBCI GUI sends it, or rows of numbers',
      addressArgument,
    )
    .option(
      '--stdin',
      'lines of text from the standard input: rows of numbers, with or without names, or JSON',
    )
    .option('--serial <port>', 'lines of text from a serial port, such as /dev/ttyUSB0 or COM3')
    .option('--baud <n>', 'speed of the serial port', integerArgument(50, 10_000_000), BAUD)
    .option(
      '--brainflow-stream <address>',
      'what a BrainFlow streamer sends to address:port, such as 225.1.1.1:6677',
      addressArgument,
    )
    .option('--board <board>', `board whose packages a BrainFlow streamer sends: ${boardHelp}`, BOARD)
    .option(
      '--rate <hz>',
      'samples per second, where the sender does not say and it should not be measured',
      positiveArgument,
    )
    .addOption(
      new Option(
        '--unit <unit>',
        'unit of the numbers, where the sender does not say: V, mV, uV (default), or one step of a converter such as 0.0223uV',
      ).argParser(unitArgument),
    )
    .option(
      '--channels <n>',
      'how many channels come, such as 8, or which of them to take, such as 1-4 or biceps,triceps',
      channelsArgument,
    );
}

/**
 * What the flags say is listened to.
 * @throws UsageError where they name no source, or several
 */
export function feedOf(flags: InletFlags, input: NodeJS.ReadStream = process.stdin): OpenFeed {
  const declared = declaredOf(flags);
  const { udp, stdin, serial, baud, brainflowStream, board } = flags;
  const asked: readonly (OpenFeed | undefined | false)[] = [
    udp && udpText(udp, declared),
    stdin === true && stdinText(input, declared),
    serial !== undefined && serialText(serial, baud, declared),
    brainflowStream && brainFlow(brainflowStream, boardOf(board)),
  ];
  const feeds = asked.filter((feed): feed is OpenFeed => feed !== undefined && feed !== false);
  const [feed] = feeds;
  if (feed && feeds.length === 1) return feed;
  throw new UsageError(`listen: got ${feeds.length === 0 ? 'nothing' : 'several sources'} to listen to`, {
    hint: 'Write one of --udp 12345, --stdin, --serial /dev/ttyUSB0 and --brainflow-stream 225.1.1.1:6677.',
  });
}

/** What the flags say of the signal. */
export function declaredOf({ rate, unit, channels }: InletFlags): Declared {
  return {
    ...(rate !== undefined && { sampleRateHz: rate }),
    ...(unit !== undefined && { unitVolts: unit }),
    ...(channels !== undefined && { channels }),
  };
}

function addressArgument(text: string): SocketAddress {
  const found = socketAddress(text);
  if (found) return found;
  throw new InvalidArgumentError(
    'Expected a port, or an address of this machine and a port: 127.0.0.1:12345.',
  );
}

/** A number alone is how many there are; anything else says which. */
function channelsArgument(text: string): number | string[] {
  return /^\s*\d+\s*$/.test(text) ? integerArgument(1, 4096)(text) : nameListArgument(text);
}
