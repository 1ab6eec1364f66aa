import { Readable } from 'node:stream';
import { InputOutputError } from '../../../src/ground/signal/errors.js';

/** Opens a port by the package `serialport`. */
export type OpenByPackage = (path: string, baudRate: number) => Promise<Readable>;

/** Loads a package by name, as `import` does. */
export type Load = (name: string) => Promise<unknown>;

/** The package `serialport`, where it is installed and runs here; it alone sets the speed of a port. */
export async function serialPackage(load: Load): Promise<OpenByPackage | undefined> {
  let loaded: unknown;
  try {
    loaded = await load('serialport');
  } catch {
    return undefined;
  }
  const SerialPort = property(loaded, 'SerialPort') ?? property(property(loaded, 'default'), 'SerialPort');
  if (typeof SerialPort !== 'function') return undefined;
  return (path, baudRate) =>
    new Promise((resolve, reject) => {
      const opened = (error: unknown): void => {
        if (error) reject(unusable(path, error));
        else if (port instanceof Readable) resolve(port);
      };
      const port: unknown = Reflect.construct(SerialPort, [{ path, baudRate }, opened]);
    });
}

function unusable(path: string, cause: unknown): InputOutputError {
  return InputOutputError.from(cause, `serial port ${path}`, {
    hint: 'Check that it is plugged in, that no other program has it, and that you may read it.',
  });
}

function property(value: unknown, key: string): unknown {
  return (typeof value === 'object' || typeof value === 'function') && value !== null
    ? Reflect.get(value, key)
    : undefined;
}
