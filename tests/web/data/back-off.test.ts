import { describe, expect, it } from 'vitest';
import { backOffMs } from '../../../web/data/back-off.js';

describe('waiting before a reconnection', () => {
  it('grows to a bound', () => {
    expect(backOffMs(0)).toBe(300);
    expect(backOffMs(3)).toBe(2400);
    expect(backOffMs(500)).toBe(8000);
    expect(backOffMs(3, 1)).toBe(1600);
  });
});
