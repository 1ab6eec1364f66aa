import { describe, expect, it } from 'vitest';
import { namesNoUnit, voltsPerUnit } from '../../../server/recordings/unit-scale.js';

/** What a reader of Latin-1 header fields sees of a text in another encoding. */
const asLatin1 = (...bytes: number[]): string => Buffer.from([...bytes, 0x56]).toString('latin1');

describe('voltsPerUnit', () => {
  it.each([
    ['V', 1],
    [' v ', 1],
    ['Volts', 1],
    ['[V]', 1],
    ['mV', 1e-3],
    ['MV', 1e-3],
    ['milli-volts', 1e-3],
    ['uV', 1e-6],
    ['UV', 1e-6],
    ['u V', 1e-6],
    ['uVolt', 1e-6],
    ['uVolts', 1e-6],
    ['mcV', 1e-6],
    ['(microvolts)', 1e-6],
    ['Micro Volt', 1e-6],
    ['\\muV', 1e-6],
    ['\u00b5V', 1e-6],
    ['\u03bcV', 1e-6],
    ['\u03bcVolts', 1e-6],
    ['\u33b6', 1e-6],
    ['\u33b7', 1e-3],
    ['\ufffdV', 1e-6],
    ['nV', 1e-9],
    ['nanovolts', 1e-9],
    ['kV', 1e3],
  ])('reads %j as %d V', (unit, volts) => expect(voltsPerUnit(unit)).toBe(volts));

  it.each([
    ['Latin-1', asLatin1(0xb5)],
    ['UTF-8, micro sign', asLatin1(0xc2, 0xb5)],
    ['UTF-8, Greek letter', asLatin1(0xce, 0xbc)],
    ['UTF-8 encoded twice', asLatin1(0xc3, 0x82, 0xc2, 0xb5)],
    ['Shift JIS', asLatin1(0x83, 0xca)],
    ['GBK and EUC-JP', asLatin1(0xa6, 0xcc)],
    ['EUC-KR', asLatin1(0xa5, 0xec)],
    ['Big5', asLatin1(0xa3, 0x67)],
    ['DOS', asLatin1(0xe6)],
    ['Greek', asLatin1(0xec)],
  ])('knows the micro of %s', (_, unit) => expect(voltsPerUnit(unit)).toBe(1e-6));

  it.each([
    '',
    'g',
    'degC',
    'Boolean',
    'rev',
    'Left V',
    'A',
    'm/s^2',
    'VA',
    'aV',
    'V/s',
    'constructor',
    '__proto__V',
  ])('takes %j for no voltage', (unit) => expect(voltsPerUnit(unit)).toBeUndefined());
});

describe('namesNoUnit', () => {
  it.each(['', ' ', '-', 'none', 'N/A', 'counts', 'ADC', 'a.u.', 'bits', 'Arbitrary Units'])(
    'is true of %j',
    (text) => expect(namesNoUnit(text)).toBe(true),
  );
  it.each(['uV', 'g', 'degC', 'Boolean', 'V', 'knots'])('is false of %j', (text) =>
    expect(namesNoUnit(text)).toBe(false),
  );
});
