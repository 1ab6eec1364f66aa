import { WebSocket } from 'ws';
import { SUBPROTOCOL } from '../../src/protocol/stream-kind.js';
import { BIN_MS, BINS, type CrowdReport, type CrowdTask } from './crowd-task.js';

/** A process of clients that subscribe to the whole raw stream; told what to do by its argument, reports on its output. */
const task = JSON.parse(process.argv[2] ?? '{}') as CrowdTask;
const report: CrowdReport = {
  clients: 0,
  frames: 0,
  bytes: 0,
  missing: 0,
  told: 0,
  lost: 0,
  closed: 0,
  delays: new Array<number>(BINS).fill(0),
};
let counting = false;

const now = (): number => performance.timeOrigin + performance.now();

function join(): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${task.port}/stream`, SUBPROTOCOL);
    let next = NaN;
    let skipped = 0;
    socket.binaryType = 'nodebuffer';
    socket.on('message', (data: Buffer, isBinary: boolean) => {
      if (!isBinary) return hear(String(data));
      const index = data.readDoubleLE(8);
      if (counting) {
        report.frames++;
        report.bytes += data.length;
        const bin = Math.floor((now() - data.readDoubleLE(16)) / BIN_MS);
        const place = Math.min(BINS - 1, Math.max(0, bin));
        report.delays[place] = (report.delays[place] ?? 0) + 1;
        if (index !== next && !Number.isNaN(next)) report.missing += index - next - skipped;
      }
      skipped = 0;
      next = index + data.readUInt32LE(4);
    });
    const hear = (text: string): void => {
      const message = JSON.parse(text) as { op: string; samples: number; frames: number };
      if (message.op === 'gap') {
        skipped += message.samples;
        if (counting) report.told += message.samples;
      }
      if (message.op === 'lost' && counting) report.lost += message.frames;
    };
    socket.on('close', () => counting && report.closed++);
    socket.once('error', reject);
    socket.once('open', () => {
      socket.send(JSON.stringify({ op: 'subscribe', streams: ['raw'] }));
      if (task.paused) socket.pause();
      report.clients++;
      resolve(socket);
    });
  });
}

const sockets: WebSocket[] = [];
for (let n = 0; n < task.clients; n++) sockets.push(await join());
process.stdout.write('joined\n');
process.stdin.on('data', (told) => {
  if (String(told).startsWith('count')) counting = true;
  else {
    counting = false;
    process.stdout.write(`${JSON.stringify(report)}\n`, () => process.exit(0));
  }
});
