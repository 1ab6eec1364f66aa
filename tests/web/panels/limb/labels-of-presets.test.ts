import { afterEach, describe, expect, it } from 'vitest';
import { gridPositions } from '../../../../src/body/anatomy/electrodes.js';
import { limbGeometry } from '../../../../src/patient/limb-geometry.js';
import type { LimbGeometry } from '../../../../src/protocol/server-messages.js';
import { presetByName, presets } from '../../../../src/scenario/presets/index.js';
import { setLanguage } from '../../../../web/data/language.js';
import { shortNames } from '../../../../web/data/short-names.js';
import { alongNames } from '../../../../web/panels/limb/along-names.js';
import { electrodeLabels } from '../../../../web/panels/limb/label-places.js';
import { outsideLabels } from '../../../../web/panels/limb/outside-labels.js';
import { overlap } from '../../../../web/ui/label-box.js';
import { labelLines, middleDeg } from '../../../../web/panels/limb/sector-path.js';
import { loadPhrases, phrase } from '../../../../web/texts/phrase.js';

const own = 'Site over the long head, number';
const long = (count: number) => ({
  electrodes: {
    positions: Array.from({ length: count }, (_, i) => ({
      name: `${own} ${i + 1}`,
      angleDeg: (360 * i) / count,
      axialMm: 0,
    })),
  },
});
const grid = { electrodes: { positions: gridPositions(8, 8, { pitchDeg: 40 }) } };

/** Every preset, some with 64 electrodes and with long names of one's own. */
const limbs: readonly (readonly [name: string, patch: object])[] = [
  ...presets.map(({ name }) => [name, {}] as const),
  ['transhumeral-surface-tmr', long(16)],
  ['transradial-armband', long(32)],
  ['transfemoral-surface', grid],
];

const placesOf = ({ electrodes }: LimbGeometry) =>
  electrodes.map(({ contacts }) => ({
    angle: middleDeg(contacts.map(({ angleDeg }) => angleDeg)),
    z: contacts.reduce((sum, { axialMm }) => sum + axialMm, 0) / contacts.length,
  }));

function expectApart(boxes: readonly Parameters<typeof overlap>[0][]): void {
  boxes.forEach((a, i) => {
    for (const b of boxes.slice(i + 1)) expect(overlap(a, b)).toBe(false);
  });
}

afterEach(() => setLanguage('en'));

describe.each(['en', 'de'] as const)('names in %s', (language) => {
  it.each(limbs)('stay apart, and different, on %s %#', async (name, patch) => {
    setLanguage(language);
    await loadPhrases();
    const geometry = limbGeometry(presetByName(name, patch));
    const electrodes = geometry.electrodes.map((electrode) => phrase(electrode.name));
    const labels = electrodeLabels(electrodes);
    expect(new Set(labels).size).toBe(new Set(electrodes).size);
    const muscles = geometry.muscles.map((muscle) => phrase(muscle.name));
    for (const longest of [9, 14, 16])
      expect(new Set(shortNames(muscles, longest)).size).toBe(new Set(muscles).size);
    expect(new Set(muscles.map((muscle) => labelLines(muscle).join(' '))).size).toBe(new Set(muscles).size);

    const outer = Math.max(...geometry.layers.map(({ outerRadiusMm }) => outerRadiusMm));
    const zoom = (outer * 1.14 + 1.5) / 50;
    const texts = placesOf(geometry).map(({ angle }, i) => ({
      angleDeg: angle,
      halfWidth: 0.98 * zoom * (labels[i]?.length ?? 0),
      halfHeight: 1.9 * zoom,
    }));
    const around = outsideLabels(texts, outer + 1.9 * zoom).flatMap((at, i) => {
      const text = texts[i];
      return at && text ? [{ ...text, ...at }] : [];
    });
    expectApart(around);
    for (const { x, y, halfWidth, halfHeight } of around)
      expect(
        Math.hypot(Math.max(0, Math.abs(x) - halfWidth), Math.max(0, Math.abs(y) - halfHeight)),
      ).toBeGreaterThan(outer);
    // Where there are few, each finds its place.
    if (labels.length <= 12) expect(around).toHaveLength(labels.length);

    const wide = 2 * Math.PI * outer;
    // From a phone to a wall.
    for (const px of [300, 520, 1100]) {
      const { texts: along } = alongNames(geometry, placesOf(geometry), {
        wide,
        mmPerPx: (wide + 2 * outer) / px,
      });
      expectApart(along);
      for (const { x, halfWidth } of along)
        expect(Math.abs(x) + halfWidth).toBeLessThanOrEqual(wide / 2 + 1e-6);
    }
  });
});
