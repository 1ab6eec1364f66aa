import { closeSync, constants, fstatSync, openSync } from 'node:fs';
import { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { isatty, ReadStream } from 'node:tty';
import { InputOutputError } from '../../../src/ground/signal/errors.js';

/**
 * A port as the file that it is on Linux and macOS, at the speed that it has; a named pipe too.
 * @throws InputOutputError where it is not there, or no device
 */
export function openDeviceFile(path: string): Readable {
  const fd = openedFd(path);
  try {
    if (isatty(fd)) {
      const port = new ReadStream(fd);
      // No echo, no lines, no signals: bytes as they come.
      port.setRawMode(true);
      return port;
    }
    if (fstatSync(fd).isFIFO()) return new Socket({ fd, readable: true, writable: false });
  } catch (error) {
    closeSync(fd);
    throw unusable(path, error);
  }
  closeSync(fd);
  throw new InputOutputError(`serial port ${path}: this is no serial port`, {
    hint: 'A table in a file is piped in with --stdin.',
  });
}

function openedFd(path: string): number {
  const { O_RDWR, O_NONBLOCK, O_NOCTTY } = constants;
  try {
    // Not waiting for somebody at the other end, and not left without one: a pipe without a writer would be at its end.
    return openSync(path, O_RDWR | O_NONBLOCK | O_NOCTTY);
  } catch (error) {
    throw unusable(path, error);
  }
}

function unusable(path: string, cause: unknown): InputOutputError {
  return InputOutputError.from(cause, `serial port ${path}`, {
    hint: 'Check that it is plugged in and that you may read it.',
  });
}
