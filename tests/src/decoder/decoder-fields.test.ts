import { describe, expect, it } from 'vitest';
import { calibrationFields } from '../../../src/decoder/calibration/calibration-fields.js';
import { decoderFields } from '../../../src/decoder/decoder-fields.js';
import { featureNames } from '../../../src/decoder/features/extract-features.js';
import { filterSpecs } from '../../../src/decoder/filters/filter-fields.js';
import { FilterChain } from '../../../src/decoder/filters/filter-chain.js';
import { prosthesisFields } from '../../../src/decoder/prosthesis/prosthesis-fields.js';
import type { Field, FieldGroup } from '../../../src/ground/signal/field.js';
import { defaultsOf } from '../../../src/ground/signal/parse-fields.js';

function leaves(fields: FieldGroup, path: string): [string, Field][] {
  return Object.entries(fields).flatMap(([name, field]): [string, Field][] => {
    const at = `${path}.${name}`;
    if (field.kind === 'group') return leaves(field.fields, at);
    if (field.kind === 'list' && field.item.kind === 'group')
      return [[at, field], ...leaves(field.item.fields, at)];
    return [[at, field]];
  });
}

const all = [
  ...leaves(decoderFields, 'decoder'),
  ...leaves(calibrationFields, 'calibration'),
  ...leaves(prosthesisFields, 'prosthesis'),
];

describe('field descriptions', () => {
  it.each(all)('%s explains itself and says what a change costs', (_, field) => {
    expect(field.explain).toMatch(/\.$/);
    expect(field.explain.length).toBeLessThan(140);
    expect(field.live).toMatch(/^(block|decoder)$/);
  });

  it('has defaults that its own code accepts', () => {
    const { filters, features } = defaultsOf(decoderFields);
    const { specs, skipped } = filterSpecs(filters, 2000);
    expect(specs.map(({ kind }) => kind)).toEqual(['highpass', 'lowpass', 'notch']);
    expect(skipped).toEqual([]);
    expect(new FilterChain(specs, 2000, 2).groupDelaySamples()).toBeGreaterThan(0);
    expect(featureNames(features, 2).length).toBe(8);
    expect(defaultsOf(calibrationFields).movements).toContain('rest');
    expect(defaultsOf(prosthesisFields).joints.hand.maxPercent).toBe(100);
  });
});

describe('filterSpecs', () => {
  const stage = (patch: object) => ({
    ...{ kind: 'highpass' as const, order: 4, cutoffHz: 20, highCutoffHz: 450, q: 30, harmonics: 1 },
    ...patch,
  });

  it('leaves out what lies beyond the signal', () => {
    const { specs, skipped } = filterSpecs(
      [
        stage({ kind: 'bandpass' }),
        stage({ kind: 'notch', cutoffHz: 50, harmonics: 5 }),
        stage({ kind: 'notch', cutoffHz: 150 }),
        stage({ kind: 'lowpass', cutoffHz: 100 }),
      ],
      200,
    );
    expect(specs).toEqual([
      { kind: 'highpass', order: 4, cutoffHz: 20 },
      { kind: 'notch', cutoffHz: 50, q: 30, harmonics: 1 },
    ]);
    expect(skipped.length).toBe(3);
    expect(() => new FilterChain(specs, 200, 1)).not.toThrow();
  });

  it('keeps the band-pass of a fast signal', () => {
    expect(filterSpecs([stage({ kind: 'bandpass' })], 2000).specs).toEqual([
      { kind: 'bandpass', order: 4, cutoffHz: [20, 450] },
    ]);
  });
});
