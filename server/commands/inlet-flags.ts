import { isIPv4 } from 'node:net';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { unitArgument } from '../cli/data-flags.js';
import { integerArgument, nameListArgument, positiveArgument } from '../cli/options.js';
import { UsageError } from '../errors.js';
import type { Declared, OpenFeed } from '../inlets/arrival.js';
import { boardHelp, boardOf } from '../inlets/brainflow/board.js';
import { brainFlow } from '../inlets/brainflow/open-brainflow.js';
import { lslStream } from '../inlets/lsl/open-lsl.js';
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
  readonly lslStream?: string;
  readonly lslMarkers?: string;
  readonly lslPeer: SocketAddress;
  readonly rate?: number;
  /** Volts per number. */
  readonly unit?: number;
  readonly channels?: number | readonly string[];
}

const BAUD = 115_200;
const BOARD = 'gforce-pro';
/** Port that searches for streams go to. */
const LSL_PORT = 16_571;

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
      '--lsl-stream <stream>',
      "a stream of Lab Streaming Layer, by its name or as its programs search for it: type='EMG'",
    )
    .option('--lsl-markers <stream>', 'a stream of texts of Lab Streaming Layer that come along')
    .addOption(
      new Option('--lsl-peer <address>', 'machine that sends the streams of Lab Streaming Layer')
        .argParser(peerArgument)
        .default({ address: '127.0.0.1', port: LSL_PORT }, '127.0.0.1'),
    )
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
    lslStreamOf(flags, declared),
  ];
  const feeds = asked.filter((feed): feed is OpenFeed => feed !== undefined && feed !== false);
  const [feed] = feeds;
  if (feed && feeds.length === 1) return feed;
  throw new UsageError(`listen: got ${feeds.length === 0 ? 'nothing' : 'several sources'} to listen to`, {
    hint: 'Write one of --udp 12345, --stdin, --serial /dev/ttyUSB0, --brainflow-stream 225.1.1.1:6677 and --lsl-stream NAME.',
  });
}

/** @throws UsageError for markers of no stream */
function lslStreamOf(
  { lslStream: stream, lslMarkers: markers, lslPeer }: InletFlags,
  declared: Declared,
): OpenFeed | undefined {
  if (stream !== undefined)
    return lslStream({ stream, peer: lslPeer.address, port: lslPeer.port, markers }, declared);
  if (markers === undefined) return undefined;
  throw new UsageError(`--lsl-markers ${markers}: got markers without the signal that they belong to`, {
    hint: 'Add --lsl-stream, such as --lsl-stream "type=\'EMG\'".',
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

/** An address of IPv4, with or without the port that searches go to. */
function peerArgument(text: string): SocketAddress {
  const found = socketAddress(isIPv4(text.trim()) ? `${text.trim()}:${LSL_PORT}` : text);
  if (found && isIPv4(found.address)) return found;
  throw new InvalidArgumentError('Expected an IPv4 address, such as 192.168.1.5.');
}

/** A number alone is how many there are; anything else says which. */
function channelsArgument(text: string): number | string[] {
  return /^\s*\d+\s*$/.test(text) ? integerArgument(1, 4096)(text) : nameListArgument(text);
}
