import { describe, expect, it } from 'vitest';
import { CommandReader } from '../../../../src/devices/trigno/command-reader.js';
import { GREETING, TrignoBase } from '../../../../src/devices/trigno/trigno-base.js';
import { encodeFloats, restingAux } from '../../../../src/devices/trigno/trigno-frame.js';

const base = (rate: '2000' | '1925.93' | '1111.11' = '2000'): TrignoBase => {
  const made = new TrignoBase(rate);
  for (const sensor of [1, 2, 5]) made.paired.add(sensor);
  return made;
};

describe('the command port of a Trigno base station', () => {
  it('greets with its protocol', () => {
    expect(GREETING).toBe('Delsys Trigno System Digital Protocol Version 3.6.0\r\n\r\n');
  });

  it.each([
    ['START', 'OK'],
    ['STOP', 'OK'],
    ['QUIT', 'OK'],
    ['DANCE', 'INVALID COMMAND'],
    ['', 'INVALID COMMAND'],
    ['BACKWARDS COMPATIBILITY?', 'YES'],
    ['BACKWARDS COMPATIBILITY OFF', 'OK'],
    ['UPSAMPLING?', 'UPSAMPLING ON'],
    ['UPSAMPLE OFF', 'OK'],
    ['FRAME INTERVAL?', '0.0135'],
    ['MAX SAMPLES EMG?', '27'],
    ['MAX SAMPLES AUX?', '2'],
    ['ENDIANNESS?', 'LITTLE'],
    ['ENDIAN BIG', 'OK'],
    ['TRIGGER START OFF', 'OK'],
    ['TRIGGER STOP OFF', 'OK'],
    ['TRIGGER START ON', 'INVALID COMMAND'],
    ['SENSOR 1 PAIRED?', 'YES'],
    ['SENSOR 3 PAIRED?', 'NO'],
    ['SENSOR 0 PAIRED?', 'INVALID COMMAND'],
    ['SENSOR 17 PAIRED?', 'INVALID COMMAND'],
    ['SENSOR one PAIRED?', 'INVALID COMMAND'],
    ['SENSOR 5 MODE?', '0'],
    ['SENSOR 5 SETMODE 12', 'OK'],
    ['SENSOR 5 SETMODE', 'INVALID COMMAND'],
    ['SENSOR 5 STARTINDEX?', '5'],
    ['SENSOR 5 CHANNELCOUNT?', '10'],
    ['SENSOR 5 EMGCHANNELCOUNT?', '1'],
    ['SENSOR 3 EMGCHANNELCOUNT?', '0'],
    ['SENSOR 5 AUXCHANNELCOUNT?', '9'],
    ['SENSOR 5 CHANNEL 1 RATE?', '2000'],
    ['SENSOR 5 CHANNEL 1 SAMPLES?', '27'],
    ['SENSOR 5 CHANNEL 1 UNITS?', 'V'],
    ['SENSOR 5 CHANNEL 2 RATE?', '148.15'],
    ['SENSOR 5 CHANNEL 2 UNITS?', 'g'],
    ['SENSOR 5 CHANNEL 10 SAMPLES?', '2'],
    ['SENSOR 5 CHANNEL 11 RATE?', 'INVALID COMMAND'],
    ['SENSOR 3 CHANNEL 1 RATE?', 'INVALID COMMAND'],
  ])('answers %s with %s', (command, reply) => {
    expect(base().answer(command)).toBe(reply);
  });

  it.each([
    ['2000', '27', '2000'],
    ['1925.93', '26', '1925.93'],
    ['1111.11', '15', '1111.11'],
  ] as const)('at %s Hz has frames of %s samples', (rate, samples, hz) => {
    expect(base(rate).answer('MAX SAMPLES EMG?')).toBe(samples);
    expect(base(rate).answer('SENSOR 1 CHANNEL 1 RATE?')).toBe(hz);
  });

  it('remembers what it was told', () => {
    const told = base();
    for (const command of [
      'UPSAMPLE OFF',
      'ENDIAN BIG',
      'SENSOR 3 PAIR',
      'SENSOR 1 SETMODE 7',
      'BACKWARDS COMPATIBILITY OFF',
    ])
      expect(told.answer(command)).toBe('OK');
    expect(
      [
        'UPSAMPLING?',
        'MAX SAMPLES EMG?',
        'ENDIANNESS?',
        'SENSOR 3 PAIRED?',
        'SENSOR 1 MODE?',
        'BACKWARDS COMPATIBILITY?',
      ].map((query) => told.answer(query)),
    ).toEqual(['UPSAMPLING OFF', '26', 'BIG', 'YES', '7', 'NO']);
  });
});

describe('a reader of commands', () => {
  it('finds them wherever the network cuts', () => {
    const reader = new CommandReader();
    expect(reader.push('STA')).toEqual([]);
    expect(reader.push('RT\r\n\r')).toEqual([]);
    expect(reader.push('\nSTOP\r\n\r\nQ')).toEqual(['START', 'STOP']);
    expect(reader.push('UIT\r\n\r\n')).toEqual(['QUIT']);
  });
  it('gives up on one that never ends', () => {
    const reader = new CommandReader();
    expect(reader.push('x'.repeat(5000))).toEqual(['']);
    expect(reader.push('START\r\n\r\n')).toEqual(['START']);
  });
});

describe('bytes of a frame', () => {
  it('are float32 of one instant after the other, in the order of bytes that was asked for', () => {
    expect(Buffer.from(encodeFloats([1, -2.5e-5], true)).toString('hex')).toBe('0000803f17b7d1b7');
    expect(Buffer.from(encodeFloats([1, -2.5e-5], false)).toString('hex')).toBe('3f800000b7d1b717');
  });
  it('have 1 g along z for every paired sensor', () => {
    const aux = restingAux(new Set([2]), 9);
    expect(aux.length).toBe(2 * 16 * 9);
    expect([...aux].flatMap((v, k) => (v === 0 ? [] : [k]))).toEqual([9 + 2, 144 + 9 + 2]);
    expect(restingAux(new Set([1]), 3).length).toBe(2 * 16 * 3);
  });
});
