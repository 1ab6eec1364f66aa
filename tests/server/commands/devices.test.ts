import { describe, expect, it } from 'vitest';
import { deviceKinds } from '../../../server/devices/registry.js';
import { run } from '../../../server/program.js';
import { TcpReader } from '../devices/tcp-reader.js';
import { runCommand } from './run-command.js';

const END = '\r\n\r\n';

describe('myodesis devices', () => {
  it('tells which devices there are, with their options', async () => {
    const { code, out } = await runCommand('devices');
    expect(code).toBe(0);
    for (const { device, options } of deviceKinds) {
      expect(out).toContain(`--${device}  `);
      for (const name of Object.keys(options)) expect(out).toContain(`    ${name}: `);
    }
    const json: unknown = JSON.parse((await runCommand('devices', '--json')).out);
    expect(json).toMatchObject(deviceKinds.map(({ device }) => ({ device })));
  });

  it.each([
    [['recording.csv'], 'no device was asked for', '--lsl'],
    [['--trigno', '--device-set', 'trigno.loss=5'], 'unknown field devices.trigno.loss', 'lossPercent'],
    [['--trigno', '--device-set', 'myo.lossPercent=5'], 'myo is not among the devices asked for', '--myo'],
    [['--trigno', '--device-set', 'lossPercent=5'], 'expected device.option=value', 'libemg.lossPercent=5'],
    [['--trigno', '--rate', '1000'], '--rate: says how a recording is read', 'Name a recording'],
    [['--libemg', '--device-set', 'libemg.address=192.0.2.1'], 'is another machine', '--device-host'],
    [['--lsl', 'nowhere.edf'], 'nowhere.edf', ''],
  ])('refuses %j and says what to write', async (flags, message, hint) => {
    const { code, err } = await runCommand('devices', ...flags);
    expect(code).toBeGreaterThanOrEqual(2);
    expect(code).toBeLessThanOrEqual(4);
    expect(err).toContain(message);
    expect(err).toContain(hint);
    expect(err).not.toContain('    at ');
  });

  it('is a device until it is told to stop, and shows who is connected', async () => {
    const stop = new AbortController();
    let err = '';
    const terminal = { out: () => undefined, err: (text: string) => void (err += text), interactive: false };
    const ended = run(['devices', '--trigno', '--device-set', 'trigno.port=0'], terminal, stop.signal);
    await expect.poll(() => err, { timeout: 50_000 }).toContain('trigno: tcp 127.0.0.1:');
    const ports = [...err.matchAll(/tcp 127\.0\.0\.1:(\d+)/g)].map(([, port]) => Number(port));
    const [control, emg] = [await TcpReader.connect(ports[0] ?? 0), await TcpReader.connect(ports[3] ?? 0)];
    await control.line(END);
    control.socket.write(`START${END}`);
    expect(await control.line(END)).toBe('OK');
    const bytes = await emg.take(64 * 270);
    const volts = Array.from({ length: 270 }, (_, k) => bytes.readFloatLE(64 * k));
    expect(new Set(volts).size).toBeGreaterThan(20);
    await expect.poll(() => err, { timeout: 10_000 }).toMatch(/trigno {2,}2 +2000/);
    stop.abort();
    expect(await ended).toBe(0);
    await emg.end();
    control.close();
  });
});
