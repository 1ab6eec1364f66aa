import type { Readable } from 'node:stream';
import type { Declared, Feed, FeedListener, OpenFeed } from '../arrival.js';
import { readLines } from '../text/read-lines.js';
import { openDeviceFile } from './device-file.js';
import { serialPackage, type Load } from './serial-package.js';

/** A port that has gone is looked for this often, in milliseconds. */
const AGAIN_MS = 1000;

/** Lines of text from a serial port. One that is pulled out is taken up again when it is back. */
export function serialText(
  path: string,
  baudRate: number,
  declared: Declared,
  load: Load = (name) => import(name),
): OpenFeed {
  return async (listener, now) => {
    const byPackage = await serialPackage(load);
    if (!byPackage)
      listener.note(
        `serial port ${path}: the package serialport is not installed, so its speed is what it is; ` +
          `"stty -F ${path} ${baudRate}" sets it`,
      );
    const open = (): Promise<Readable> =>
      byPackage ? byPackage(path, baudRate) : Promise.resolve().then(() => openDeviceFile(path));
    const port = new SerialFeed(path, open, listener, declared, now);
    port.use(await open());
    return port;
  };
}

class SerialFeed implements Feed {
  readonly name: string;
  private port: Readable | undefined;
  private again: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(
    path: string,
    private readonly open: () => Promise<Readable>,
    private readonly listener: FeedListener,
    private readonly declared: Declared,
    private readonly now: () => number,
  ) {
    this.name = `serial port ${path}`;
  }

  use(port: Readable): void {
    this.port = port;
    readLines(port, this.listener, this.declared, this.now);
    // Whichever way it goes, it closes in the end; an error without a listener would end the process.
    port.on('error', () => undefined);
    port.once('close', () => {
      if (!this.closed) this.lost();
    });
    port.once('end', () => port.destroy());
  }

  close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.again);
    this.port?.destroy();
    return Promise.resolve();
  }

  private lost(): void {
    this.listener.note(`${this.name}: it has gone; it is taken up again when it is back`);
    this.lookAgain();
  }

  private lookAgain(): void {
    this.again = setTimeout(() => {
      this.open().then(
        (port) => {
          if (this.closed) return void port.destroy();
          this.listener.note(`${this.name}: it is back`);
          this.use(port);
        },
        () => {
          if (!this.closed) this.lookAgain();
        },
      );
    }, AGAIN_MS);
  }
}
