import { describe, expect, it } from 'vitest';
import { limbGeometry } from '../../../../src/patient/limb-geometry.js';
import { presetByName, presets } from '../../../../src/scenario/presets/index.js';
import { endPath, endRadius, stitches } from '../../../../web/panels/limb/muscle-end.js';
import { fixationIn } from '../../../../web/panels/limb/suture-dials.js';
import { stumpLengths } from '../../../../web/panels/limb/stump-lengths.js';

describe.each(presets.map(({ name }) => name))('the limb of %s', (name) => {
  const scenario = presetByName(name);
  const geometry = limbGeometry(scenario);
  const radius = (of: string): number =>
    geometry.layers.find((layer) => layer.name === of)?.outerRadiusMm ?? 0;

  it('has every muscle that is sewn to the bone lie on it', () => {
    geometry.muscles.forEach((muscle, i) => {
      const fixation = fixationIn(scenario, i);
      if (fixation === undefined) return;
      const sewn = { ...muscle, fixation };
      expect(fixation).toBeGreaterThan(0);
      expect(endRadius(sewn, radius('bone'))).toBe(radius('bone'));
      const d = endPath(sewn, radius('bone'));
      // Either the end reaches the bone, or the belly lies on it.
      expect(
        d ? d.includes(`A${radius('bone').toFixed(2)} `) : muscle.innerRadiusMm <= radius('bone') + 0.3,
      ).toBe(true);
      expect(stitches(sewn, radius('bone'), 3)).not.toBe('');
    });
  });

  it('shows a stem, and what passes through the skin, only where there is one', () => {
    const { boneEndMm, stem, passage } = stumpLengths(scenario, geometry);
    expect(stem !== undefined).toBe(radius('stem') > 0 && boneEndMm !== undefined);
    if (scenario.limb.level === 'forearm') expect(boneEndMm).toBeUndefined();
    if (scenario.surgery.anchor === 'socket') expect(passage).toBe(false);
    else expect(passage).toBe(stem !== undefined);
  });
});

it('a muscle that is not sewn hangs free', () => {
  const loose = { angleDeg: 0, widthDeg: 30, innerRadiusMm: 24, fixation: 0 };
  expect(endRadius(loose, 12)).toBe(18);
  expect(stitches(loose, 12, 3)).toBe('');
});

it('an end of the bone does not move with the tension of a muscle', () => {
  const name = 'transhumeral-tmr';
  const taut = presetByName(name, {
    muscles: presetByName(name).muscles.map((m) => ({ ...m, tension: 1.4 })),
  });
  const [rest, pulled] = [presetByName(name), taut].map(
    (one) => stumpLengths(one, limbGeometry(one)).boneEndMm,
  );
  expect(pulled).toBe(rest);
});
