import { capabilities } from '../../src/protocol/capabilities.js';
import { requests } from '../../src/protocol/requests.js';
import { serverMessages } from '../../src/protocol/server-messages.js';
import { streamColumns, streamKinds, streamNames, type StreamName } from '../../src/protocol/stream-kind.js';
import {
  commandRows,
  decisionRows,
  dischargeRows,
  envelopeRows,
  prosthesisRows,
  truthRows,
} from '../../src/protocol/stream-rows.js';

const [channel, muscle, dof] = ['CHANNEL', 'MUSCLE', 'JOINT'].map((name) => [name]);
const rows: Record<StreamName, readonly string[]> = {
  raw: channel,
  filtered: channel,
  clean: channel,
  envelope: envelopeRows(channel),
  features: ['CHANNEL.FEATURE'],
  decisions: decisionRows.names({ posterior: ['CLASS'], step: ['STEP'] }),
  command: commandRows.names({ velocity: dof }),
  prosthesis: prosthesisRows.names({ position: dof, velocity: dof, finger: ['FINGER'] }),
  truth: truthRows.names({ excitation: muscle, force: muscle }),
  discharges: dischargeRows.names({}),
};

const code = (text: string): string => `\`${text}\``;

function table(heads: readonly string[], lines: readonly (readonly string[])[]): string {
  return [heads, heads.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** The protocol as the tables of its document, by name. */
export const wireTables: Readonly<Record<string, string>> = {
  streams: table(
    ['kind', 'stream', 'rows', 'a column is'],
    streamNames.map((name) => [
      String(streamKinds[name]),
      code(name),
      rows[name].map(code).join(', '),
      streamColumns[name],
    ]),
  ),
  requests: table(
    ['example', 'needs', 'viewers', 'does'],
    Object.values(requests).map(({ example, needs, reads, explain }) => [
      code(example),
      needs === 'nothing' ? '' : code(needs),
      reads ? 'may' : '',
      explain,
    ]),
  ),
  capabilities: table(
    ['capability', 'the session can'],
    Object.entries(capabilities).map(([name, can]) => [code(name), can]),
  ),
  messages: table(
    ['op', 'says'],
    Object.entries(serverMessages).map(([op, { explain }]) => [code(op), explain]),
  ),
};
