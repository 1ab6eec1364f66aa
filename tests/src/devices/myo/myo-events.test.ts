import { describe, expect, it } from 'vitest';
import { Battery } from '../../../../src/devices/battery.js';
import { myoCommand, myoMessage, poseOf } from '../../../../src/devices/myo/myo-events.js';

describe('messages of Myo Connect', () => {
  it('are events of armband 0 with their time in µs, as text', () => {
    expect(JSON.stringify(myoMessage({ type: 'pose', pose: 'fist' }, 1_700_000_000.5))).toBe(
      '["event",{"type":"pose","myo":0,"timestamp":"1700000000500000","pose":"fist"}]',
    );
  });
  it('have a pose for the classes that the armband knows, and rest for all others', () => {
    expect(['hand-close', 'wrist-flexion', 'hand-open', 'elbow-flexion', 'toString'].map(poseOf)).toEqual([
      'fist',
      'wave_in',
      'fingers_spread',
      'rest',
      'rest',
    ]);
  });
  it('understand commands, and nothing else', () => {
    expect(myoCommand('["command",{"command":"set_stream_emg","myo":0,"type":"enabled"}]')).toEqual({
      command: 'set_stream_emg',
      type: 'enabled',
    });
    for (const nonsense of [
      '',
      '{',
      'null',
      '[]',
      '["command"]',
      '["command",null]',
      '["command",{"command":1}]',
      '["event",{}]',
    ])
      expect(myoCommand(nonsense), nonsense).toBeUndefined();
  });
});

describe('a battery', () => {
  it('runs down, and can be charged', () => {
    const battery = new Battery(50, 10, 0);
    expect(battery.level(0)).toBe(50);
    expect(battery.level(3600)).toBe(40);
    expect(battery.level(1e6)).toBe(0);
    battery.set(50, 10, 3600);
    expect(battery.level(3600)).toBe(40);
    battery.set(80, 10, 3600);
    expect(battery.level(3600)).toBe(80);
  });
});
