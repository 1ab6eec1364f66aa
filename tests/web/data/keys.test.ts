import { describe, expect, it } from 'vitest';
import { keyOf, struck, type KeyStroke } from '../../../web/data/keys.js';

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const stroke = (key: string, beside: Partial<KeyStroke> = {}): KeyStroke => ({ key, ...none, ...beside });

describe('keys', () => {
  it('are told as they are declared', () => {
    expect(keyOf(stroke('M'))).toBe('m');
    expect(keyOf(stroke('Z', { ctrlKey: true, shiftKey: true }))).toBe('Mod+Shift+z');
    expect(keyOf(stroke('z', { metaKey: true }))).toBe('Mod+z');
    expect(keyOf(stroke('ArrowLeft', { shiftKey: true }))).toBe('Shift+ArrowLeft');
    // Shift makes another sign of these.
    expect(keyOf(stroke('?', { shiftKey: true }))).toBe('?');
    expect(keyOf(stroke('+', { shiftKey: true }))).toBe('+');
    expect(keyOf(stroke('m', { altKey: true }))).toBeUndefined();
  });

  it('do what they are declared for, and which of several it was', () => {
    const keys = { step: ['ArrowLeft', 'ArrowRight'], far: ['Shift+ArrowLeft'] } as const;
    expect(struck(keys, stroke('ArrowRight'))).toEqual({ action: 'step', nth: 1 });
    expect(struck(keys, stroke('ArrowLeft', { shiftKey: true }))).toEqual({ action: 'far', nth: 0 });
    expect(struck(keys, stroke('ArrowRight', { ctrlKey: true }))).toBeUndefined();
    expect(struck(keys, stroke('x'))).toBeUndefined();
  });
});
