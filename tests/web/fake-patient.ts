import { createPage, type Page } from '../../web/data/page.js';
import type { ServerInfo } from '../../web/data/store.js';
import type { Transport } from '../../web/data/transport.js';
import { encodeFrame } from '../../src/protocol/frame.js';
import type { Request } from '../../src/protocol/requests.js';
import type { ServerMessage } from '../../src/protocol/server-messages.js';
import type { StreamName } from '../../src/protocol/stream-kind.js';
import { decisionRows, truthRows } from '../../src/protocol/stream-rows.js';

const channels = ['E1', 'E2'];
const classes = ['rest', 'hand-open', 'hand-close'];

/** What a patient says first: 1000 Hz, two channels, windows of 200 samples every 50. */
export function greeting(changes: Partial<ServerInfo> = {}): ServerInfo {
  const signal = { rows: channels, rateHz: 1000, samplesPerColumn: 1, unit: 'V' };
  const column = { rateHz: 20, samplesPerColumn: 50, windowSamples: 200, unit: '1' };
  return {
    op: 'serverInfo',
    protocol: 'myodesis.v1',
    version: '0.0.0',
    capabilities: ['intent', 'scenario'],
    scenario: { preset: 'arm', limb: { fatThicknessMm: 3 }, electrodes: { positions: [{ angleDeg: 10 }] } },
    recordedFormats: ['csv'],
    source: 'simulation',
    sampleRateHz: 1000,
    channels,
    classes,
    movements: classes,
    ownMovements: [],
    muscles: ['Biceps'],
    joints: [],
    limb: 'arm',
    geometry: null,
    streams: {
      raw: signal,
      features: { ...column, rows: ['E1.MAV', 'E2.MAV'] },
      decisions: {
        ...column,
        rows: decisionRows.names({ posterior: classes, step: ['predicted', 'voted'] }),
      },
      truth: {
        rows: truthRows.names({ excitation: ['Biceps'], force: ['Biceps'] }),
        rateHz: 100,
        samplesPerColumn: 10,
        unit: '1',
      },
    },
    calibration: null,
    presets: [{ name: 'arm', title: 'An arm', description: '' }],
    index: 0,
    ...changes,
  };
}

/** A page on a transport of which a test holds the other end. */
export class FakePatient {
  readonly asked: Request[] = [];
  opened = 0;
  readonly transport: Transport = {
    onmessage: () => undefined,
    onclose: () => undefined,
    open: () => void this.opened++,
    send: (text) => {
      this.asked.push(JSON.parse(text));
      return true;
    },
    close: () => undefined,
  };
  readonly page: Page = createPage({ transport: this.transport });

  /** Open the page's connection and greet it; done when the page has understood. */
  async greet(changes?: Partial<ServerInfo>): Promise<this> {
    const { connection, store } = this.page;
    connection.open();
    this.say(greeting(changes));
    while (connection.state !== 'open') {
      await new Promise<void>((resolve) => {
        const stop = store.on(['connection'], () => {
          stop();
          resolve();
        });
      });
    }
    return this;
  }

  say(message: ServerMessage): void {
    this.transport.onmessage(JSON.stringify(message));
  }

  /** Send one frame of rows with one column or many. */
  frame(stream: StreamName, index: number, rows: readonly (readonly number[])[]): void {
    const length = rows[0]?.length ?? 0;
    const block = { channels: rows.length, length, index, data: Float32Array.from(rows.flat()) };
    this.transport.onmessage(Uint8Array.from(encodeFrame(stream, block, Date.now())).buffer);
  }
}
