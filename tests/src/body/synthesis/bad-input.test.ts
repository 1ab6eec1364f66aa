import { afterEach, describe, expect, it, vi } from 'vitest';
import { TemplateDeriver } from '../../../../src/body/conductor/derive-templates.js';
import { ConfigError } from '../../../../src/ground/signal/errors.js';
import type { Field, FieldGroup, NumberField } from '../../../../src/ground/signal/field.js';
import { bodyFields, type BodyScenario } from '../../../../src/body/synthesis/body-scenario.js';
import { Synthesizer } from '../../../../src/body/synthesis/synthesizer.js';
import { dialBody, withAnything, type Patch } from './dials/dial-body.js';

const derive = vi.spyOn(TemplateDeriver.prototype, 'derive');
afterEach(() => derive.mockClear());

/** The error that a body is refused with, before anything was derived. */
function refusal(body: unknown): ConfigError {
  derive.mockClear();
  let caught: unknown;
  try {
    // As it comes from a file: unchecked.
    new Synthesizer(body as BodyScenario);
  } catch (error) {
    caught = error;
  }
  expect(derive).not.toHaveBeenCalled();
  expect(caught).toBeInstanceOf(ConfigError);
  return caught as ConfigError;
}

function expectHelpful({ message, hint, field }: ConfigError, expectedField: string, got: string): void {
  expect(field).toBe(expectedField);
  expect(message).toMatch(/got .*expected /);
  expect(message).toContain(got);
  expect(hint.length).toBeGreaterThan(10);
}

const muscle = (part: Patch): Patch => ({ muscles: [{ name: 'a', ...part }] });
const limb = (part: Patch): Patch => ({ limb: part });
const electrodes = (part: Patch): Patch => ({ electrodes: part });

describe('an impossible limb is refused before any work starts', () => {
  it.each<[string, Patch, string, string]>([
    ['a muscle that overlaps bone', muscle({ innerDepthMm: 40 }), 'muscles.0.innerDepthMm', '40'],
    ['a muscle pushed into bone', muscle({ reattachedDepthMm: 25 }), 'muscles.0.innerDepthMm', '45'],
    ['a muscle out of the limb', muscle({ reattachedDepthMm: -5 }), 'muscles.0.outerDepthMm', '-5'],
    ['a muscle inside out', muscle({ outerDepthMm: 30 }), 'muscles.0.innerDepthMm', '20'],
    ['a muscle without units', muscle({ unitCount: 0 }), 'muscles.0.unitCount', '0'],
    ['half a motor unit', muscle({ unitCount: 10.5 }), 'muscles.0.unitCount', '10.5'],
    ['a muscle without width', muscle({ widthDeg: 0 }), 'muscles.0.widthDeg', '0'],
    ['no muscle', { muscles: [] }, 'muscles', '[]'],
    ['bone as wide as the limb', limb({ boneRadiusMm: 30, muscleRadiusMm: 25 }), 'limb.boneRadiusMm', '30'],
    ['a stem wider than its bone', limb({ stemRadiusMm: 12 }), 'limb.stemRadiusMm', '12'],
    ['fat of negative thickness', limb({ fatThicknessMm: -1 }), 'limb.fatThicknessMm', '-1'],
    ['skin of negative thickness', limb({ skinThicknessMm: -0.1 }), 'limb.skinThicknessMm', '-0.1'],
    ['swelling of negative thickness', { surgery: { swellingMm: -2 } }, 'surgery.swellingMm', '-2'],
    ['spacing below contact size', electrodes({ interElectrodeMm: 6 }), 'electrodes.interElectrodeMm', '6'],
    ['a contact without size', electrodes({ contactDiameterMm: 0 }), 'electrodes.contactDiameterMm', '0'],
    [
      'an electrode in the bone',
      electrodes({ type: 'intramuscular', contactDiameterMm: 1, depthMm: 35 }),
      'electrodes.depthMm',
      '35',
    ],
    [
      'an electrode above its muscle',
      electrodes({ type: 'intramuscular', contactDiameterMm: 1, depthMm: 0 }),
      'electrodes.depthMm',
      '0',
    ],
    ['no channel', electrodes({ positions: [] }), 'electrodes.positions', '[]'],
    ['a rate below that of any device', { sampleRateHz: 199 }, 'sampleRateHz', '199'],
    [
      'a rate above that of any device',
      { sampleRateHz: 10_001, ...electrodes({ type: 'epimysial' }) },
      'sampleRateHz',
      '10001',
    ],
    [
      'a drive above the maximum',
      muscle({ drives: { 'hand-close': 2 } }),
      'muscles.0.drives.hand-close',
      '2',
    ],
    [
      'a drive that is no number',
      muscle({ drives: { 'hand-close': NaN } }),
      'muscles.0.drives.hand-close',
      'NaN',
    ],
  ])('%s', (_, patch, field, got) => {
    expectHelpful(refusal({ ...dialBody(), ...nested(patch) }), field, got);
  });

  it('also while a stream runs, which goes on as before', () => {
    const [changed, kept] = [new Synthesizer(dialBody()), new Synthesizer(dialBody())];
    changed.next(100);
    kept.next(100);
    derive.mockClear();
    const wrong = { ...dialBody(), limb: { ...dialBody().limb, boneRadiusMm: 41 } };
    expect(() => changed.update(wrong)).toThrow(/muscles\.0\.innerDepthMm|limb\.boneRadiusMm/);
    expect(derive).not.toHaveBeenCalled();
    expect(changed.scenario).toEqual(dialBody());
    expect(changed.next(200)).toEqual(kept.next(200));
  });
});

/** Parts of the whole body with the patch in them, so that nothing but the patch is wrong. */
function nested(patch: Patch): Patch {
  const body: Patch = { ...dialBody() };
  return Object.fromEntries(
    Object.entries(patch).map(([part, value]) => {
      const whole = body[part];
      const group = typeof value === 'object' && value !== null && !Array.isArray(value);
      return [part, group && typeof whole === 'object' ? { ...whole, ...value } : value];
    }),
  );
}

/** Every number of the body with its path; the first item stands for a list of groups. */
function numbers(fields: FieldGroup, prefix = ''): [string, NumberField][] {
  return Object.entries(fields).flatMap(([name, field]) => numbersOf(field, `${prefix}${name}`));
}

function numbersOf(field: Field, path: string): [string, NumberField][] {
  if (field.kind === 'number') return [[path, field]];
  if (field.kind === 'group') return numbers(field.fields, `${path}.`);
  if (field.kind === 'list' && field.item.kind === 'group') return numbers(field.item.fields, `${path}.0.`);
  return [];
}

describe('no number of the body', () => {
  it.each(numbers(bodyFields))('%s is NaN, infinite, out of its limits or no number', (path, field) => {
    const beyond = (Math.abs(field.max - field.min) || 1) * 1.01;
    const wrong = [NaN, Infinity, -Infinity, field.min - beyond, field.max + beyond, '1', null];
    for (const value of wrong) {
      const error = refusal(withAnything(dialBody(), path, value));
      expect(error.field).toBe(path);
      expect(error.message).toContain(`expected a${field.integer ? 'n integer' : ' number'} within`);
      expect(error.message).toContain(`${field.min}, ${field.max}`);
      expect(error.hint).not.toBe('');
    }
  });
});
