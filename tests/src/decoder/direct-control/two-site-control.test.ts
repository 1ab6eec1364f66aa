import { describe, expect, it } from 'vitest';
import { directControlFields } from '../../../../src/decoder/direct-control/direct-control-fields.js';
import { TwoSiteControl } from '../../../../src/decoder/direct-control/two-site-control.js';
import { parseFields } from '../../../../src/ground/signal/parse-fields.js';

const spec = parseFields(directControlFields, { joints: ['hand', 'elbow'], onPercent: 30, offPercent: 10 });
const push = (control: TwoSiteControl, a: number, b: number) => control.push(a, b, 50);

describe('TwoSiteControl', () => {
  it('drives by the stronger site, with hysteresis', () => {
    const control = new TwoSiteControl(spec);
    expect(push(control, 0.2, 0).direction).toBe(0);
    const half = push(control, 0.55, 0);
    expect(half).toMatchObject({ joint: 'hand', direction: 1, switched: false });
    expect(half.speed).toBeCloseTo(0.5, 12);
    expect(push(control, 0.2, 0).direction).toBe(1);
    expect(push(control, 0.05, 0).direction).toBe(0);
    expect(push(control, 0.2, 0).direction).toBe(0);
    expect(push(control, 0.1, 1)).toMatchObject({ direction: -1, speed: 1 });
  });

  it('switches the joint on co-contraction, then waits for both to relax', () => {
    const control = new TwoSiteControl(spec);
    expect(push(control, 0.8, 0.7).direction).toBe(0);
    expect(push(control, 0.8, 0.7).switched).toBe(false);
    const third = push(control, 0.8, 0.7);
    expect(third.switched).toBe(true);
    expect(third.joint).toBe('elbow');
    expect(push(control, 0.8, 0).direction).toBe(0);
    expect(push(control, 0, 0).direction).toBe(0);
    expect(push(control, 0.8, 0)).toMatchObject({ joint: 'elbow', direction: 1 });
    for (let n = 0; n < 4; n++) push(control, 0.8, 0.7);
    expect(control.joint).toBe('hand');
    control.reset();
    expect(control.joint).toBe('hand');
  });

  it('takes a brief co-contraction for none', () => {
    const control = new TwoSiteControl(spec);
    push(control, 0.8, 0.8);
    push(control, 0.8, 0.1);
    push(control, 0.8, 0.8);
    expect(push(control, 0.8, 0.1)).toMatchObject({ joint: 'hand', direction: 1 });
  });
});
