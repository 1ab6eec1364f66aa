import { describe, expect, it } from 'vitest';
import { fingerFlexion, fingerNames } from '../../../../src/decoder/prosthesis/grip.js';
import { gripNames } from '../../../../src/ground/movement/grip-names.js';
import { natures } from '../../../../src/world/things.js';
import { HELD_PALM } from '../../../../web/panels/prosthesis/arm-pose.js';
import type { FingerShape } from '../../../../web/panels/prosthesis/finger-shape.js';
import { handFrame } from '../../../../web/panels/prosthesis/hand-solids.js';
import { handShape, type InHand } from '../../../../web/panels/prosthesis/hand-shape.js';
import { length, minus, place, type Frame, type Vec } from '../../../../web/panels/prosthesis/space.js';

/** A left hand that points along the table, thumb up, its palm to who looks from the side. */
const hand: Frame = { at: [0, 0, 0], along: [1, 0, 0], palm: [0, 0, 1], thumb: [0, 1, 0] };
const apart = (a: Vec, b: Vec): number => length(minus(a, b));

function fingersIn(grip: (typeof gripNames)[number], closed: number, inHand?: InHand) {
  const shape = handShape(hand, fingerFlexion(grip, closed), inHand);
  return (name: (typeof fingerNames)[number]): FingerShape => {
    const finger = shape.find((one) => one.finger === name);
    if (!finger) throw new Error(`no ${name}`);
    return finger;
  };
}

describe('shape of the hand', () => {
  it('has the same open hand before every grip', () => {
    const open = handShape(hand, fingerFlexion('power', 0));
    for (const grip of gripNames) expect(handShape(hand, fingerFlexion(grip, 0))).toEqual(open);
  });

  it('keeps every bone as long as it is, whatever the grip', () => {
    const lengths = (shape: readonly FingerShape[]): number[] =>
      shape.flatMap(({ bones, tip }) =>
        bones.map(({ frame }, i) => apart(frame.at, bones[i + 1]?.frame.at ?? tip)),
      );
    const open = lengths(handShape(hand, fingerFlexion('power', 0)));
    for (const grip of gripNames)
      for (const closed of [20, 55, 100])
        lengths(handShape(hand, fingerFlexion(grip, closed))).forEach((value, i) =>
          expect(value).toBeCloseTo(open[i] ?? NaN, 6),
        );
  });

  it('lets thumb and index finger meet in the pinch, pad to pad, and the others stay away', () => {
    const finger = fingersIn('pinch', 100);
    const gap = (name: (typeof fingerNames)[number]): number => apart(finger('thumb').tip, finger(name).tip);
    const pads = finger('thumb').tipRadius + finger('index').tipRadius;
    expect(gap('index')).toBeGreaterThan(pads - 3);
    expect(gap('index')).toBeLessThan(pads + 3);
    for (const name of ['middle', 'ring', 'little'] as const) expect(gap(name)).toBeGreaterThan(40);
  });

  it('lets three fingers meet in the tripod grip', () => {
    const finger = fingersIn('tripod', 100);
    for (const name of ['index', 'middle'] as const)
      expect(apart(finger('thumb').tip, finger(name).tip)).toBeLessThan(24);
    expect(apart(finger('thumb').tip, finger('little').tip)).toBeGreaterThan(40);
  });

  it('points with a straight index finger over a fist', () => {
    const finger = fingersIn('point', 100);
    expect(finger('index').tip[0]).toBeGreaterThan(180);
    for (const name of ['middle', 'ring', 'little'] as const) expect(finger(name).tip[0]).toBeLessThan(110);
  });

  it('lays the thumb on the side of the index finger in the lateral grip, above it', () => {
    const lateral = fingersIn('lateral', 100);
    const power = fingersIn('power', 100);
    const bone = lateral('index').bones[1];
    if (!bone) throw new Error('no bone');
    const touch = place(bone.frame, [0.65 * bone.length, 0, 0]);
    expect(apart(lateral('thumb').tip, touch)).toBeLessThan(bone.radius + lateral('thumb').tipRadius + 3);
    // The thumb's side is up in this hand.
    expect(lateral('thumb').tip[1]).toBeGreaterThan(power('thumb').tip[1] + 15);
  });

  it('closes around a cup of the world without going into it, from both sides', () => {
    const radius = natures.cup.widthMm / 2;
    const cup: InHand = { along: 95, palm: HELD_PALM, radius };
    const finger = fingersIn('power', 100, cup);
    const fromAxis = ([along, , palm]: Vec): number => Math.hypot(along - cup.along, palm - cup.palm);
    for (const name of fingerNames) {
      const { tip, tipRadius, bones } = finger(name);
      expect(fromAxis(tip)).toBeGreaterThan(radius);
      expect(fromAxis(tip)).toBeLessThan(radius + tipRadius + 12);
      for (const bone of bones.slice(1))
        expect(fromAxis(place(bone.frame, [bone.length / 2, 0, 0]))).toBeGreaterThan(radius + 4);
    }
    // Fingers reach beyond the cup's middle, the thumb lies on the other side of it.
    expect(finger('middle').tip[2]).toBeGreaterThan(cup.palm);
    expect(finger('thumb').tip[0]).toBeLessThan(cup.along);
    expect(finger('middle').tip[0]).toBeGreaterThan(cup.along);
    const free = fingersIn('power', 100);
    expect(apart(free('middle').tip, finger('middle').tip)).toBeGreaterThan(20);
  });

  it('goes with the wrist: turned by half a circle the thumb is on the other side', () => {
    const thumb = (positions: Record<string, number>): Vec => {
      const tip = handShape(handFrame(hand, positions), fingerFlexion('power', 0))[0]?.tip;
      if (!tip) throw new Error('no thumb');
      return tip;
    };
    const middle = (positions: Record<string, number>): Vec =>
      handShape(handFrame(hand, positions), fingerFlexion('power', 0))[2]?.tip ?? [NaN, NaN, NaN];
    expect(thumb({})[1]).toBeGreaterThan(60);
    expect(thumb({ 'wrist-rotation': 180 })[1]).toBeLessThan(-60);
    // Pronation brings the thumb to the middle of the body and the palm down; flexion goes to the palm; radial to the thumb.
    expect(thumb({ 'wrist-rotation': 90 })[2]).toBeGreaterThan(60);
    expect(handFrame(hand, { 'wrist-rotation': 90 }).palm[1]).toBeCloseTo(-1, 6);
    expect(middle({ 'wrist-flexion': 40 })[2]).toBeGreaterThan(60);
    expect(middle({ 'wrist-deviation': 20 })[1]).toBeGreaterThan(middle({})[1] + 30);
  });
});
