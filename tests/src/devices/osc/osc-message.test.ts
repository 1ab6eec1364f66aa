import { describe, expect, it } from 'vitest';
import { oscMessage, oscName } from '../../../../src/devices/osc/osc-message.js';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

describe('a message of Open Sound Control', () => {
  it('is the example of the standard, byte for byte', () => {
    // OSC 1.0, "OSC Message Examples": /oscillator/4/frequency with 440.0, and /foo with 1000, -1, "hello", 1.234, 5.678.
    expect(hex(oscMessage('/oscillator/4/frequency', [{ float: 440 }]))).toBe(
      '2f6f7363696c6c61746f722f342f6672657175656e637900' + '2c660000' + '43dc0000',
    );
    expect(
      hex(oscMessage('/foo', [{ int: 1000 }, { int: -1 }, 'hello', { float: 1.234 }, { float: 5.678 }])),
    ).toBe(
      '2f666f6f00000000' +
        '2c69697366660000' +
        '000003e8' +
        'ffffffff' +
        '68656c6c6f000000' +
        '3f9df3b6' +
        '40b5b22d',
    );
  });
  it('has room for the zero after a text of whole words', () => {
    expect(hex(oscMessage('/abc', ['abcd']))).toBe('2f61626300000000' + '2c730000' + '6162636400000000');
  });
  it('keeps what patterns are made of, blanks and other letters out of names', () => {
    expect(oscName('hand close/#1*[x]{ü}?')).toBe('hand_close__1__x_____');
    expect(oscName('wrist-flexion')).toBe('wrist-flexion');
  });
});
