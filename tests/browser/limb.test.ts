import { beforeAll, describe, expect, it } from 'vitest';
import type { Page as Shown } from '../../web/data/page.js';
import { findChromium } from '../support/chromium.js';
import { opened } from './opened.js';

type App = Element & { readonly page: Shown };

describe.runIf(findChromium())('a limb that is touched', () => {
  const open = opened('transfemoral-surface');

  /** A value of the scenario in force, by its dotted path. */
  const now = (path: string): Promise<number> =>
    open.page.evaluate((dotted) => {
      const app = document.querySelector('myo-app') as App;
      let value: unknown = app.page.store.info?.scenario;
      value = app.page.store.scenario ?? value;
      for (const key of dotted.split('.')) value = (value as Record<string, unknown>)[key];
      return value as number;
    }, path);

  /** Largest voltage of the picked motor unit on any channel, in µV. */
  const peakUv = (): Promise<number> =>
    open.page.evaluate(() => {
      const { muap } = (document.querySelector('myo-app') as App).page.store;
      return 1e6 * Math.max(...(muap?.channels ?? [[0]]).flat().map(Math.abs));
    });

  /** Press at a point and let go some pixels farther. */
  async function drag([x, y]: readonly [number, number], byX: number, byY: number): Promise<void> {
    await open.page.mouse.move(x, y);
    await open.page.mouse.down();
    await open.page.mouse.move(x + byX, y + byY, { steps: 6 });
    await open.page.mouse.up();
  }

  /** A point of an element: its middle, or that far outwards in a direction (0° is up). */
  async function pointOf(testId: string, outwards = 0, deg = 0): Promise<[number, number]> {
    const box = await open.page.getByTestId(testId).first().boundingBox();
    if (!box) throw new Error(`${testId} is not there`);
    const [reach, turn] = [(outwards * box.width) / 2, (deg * Math.PI) / 180];
    return [box.x + box.width / 2 + reach * Math.sin(turn), box.y + box.height / 2 - reach * Math.cos(turn)];
  }

  beforeAll(async () => {
    await open.page
      .locator('myo-status[data-phase="running"]')
      .waitFor({ state: 'attached', timeout: 60_000 });
    await open.page.getByTestId('skin-grip').waitFor();
  });

  it('gets more fat by its skin, and the spark of a motor unit dims', async () => {
    await open.page.getByLabel('Motor unit, in order of recruitment').fill('100');
    await expect.poll(peakUv, { timeout: 20_000 }).toBeGreaterThan(1);
    const [fat, spark] = [await now('limb.fatThicknessMm'), await peakUv()];
    // Between two electrodes.
    await drag(await pointOf('skin-grip', 0.95, 24), 6, -14);
    await expect.poll(() => now('limb.fatThicknessMm'), { timeout: 20_000 }).toBeGreaterThan(fat + 1);
    await expect.poll(peakUv, { timeout: 30_000 }).toBeLessThan(0.95 * spark);
  });

  it('has its electrodes moved around and along by the arrow keys', async () => {
    const electrode = open.page.getByRole('slider', { name: /Electrode S1/u });
    const [around, along] = [
      await now('electrodes.positions.0.angleDeg'),
      await now('electrodes.positions.0.axialMm'),
    ];
    await electrode.focus();
    await electrode.press('ArrowRight');
    await expect.poll(() => now('electrodes.positions.0.angleDeg')).toBeCloseTo(around + 2);
    await electrode.press('ArrowDown');
    await expect.poll(() => now('electrodes.positions.0.axialMm')).toBeCloseTo(along + 2);
  });

  it('has a muscle sutured elsewhere by its suture, and shows what all electrodes hear again', async () => {
    const muscle = Number(await open.page.locator('myo-limb select').first().inputValue());
    const before = await now(`muscles.${muscle}.reattachedAngleDeg`);
    await drag(await pointOf('suture'), 24, 6);
    await expect.poll(() => now(`muscles.${muscle}.reattachedAngleDeg`)).not.toBe(before);
    await open.page.getByTestId('all-muscles').click();
    await open.page.getByTestId('share-arc').first().waitFor({ state: 'attached' });
  });

  it('has a suture tightened along the limb by hand and by keys, on the bone that ends there', async () => {
    const muscle = 1;
    await open.page.locator('myo-limb select').first().selectOption(String(muscle));
    await open.page.getByTestId('larger').click();
    await open.page.getByTestId('passage').waitFor({ state: 'attached' });
    const knot = open.page.getByTestId('along-suture');
    await knot.scrollIntoViewIfNeeded();
    const before = await now(`muscles.${muscle}.tension`);
    await drag(await pointOf('along-suture'), 0, 12);
    await expect.poll(() => now(`muscles.${muscle}.tension`)).toBeGreaterThan(before + 0.05);
    const dragged = await now(`muscles.${muscle}.tension`);
    await knot.press('-');
    await expect.poll(() => now(`muscles.${muscle}.tension`)).toBeCloseTo(dragged - 0.02);
    expect(await knot.getAttribute('aria-valuetext')).toMatch(/tension \d\.\d\d × length at rest/u);
    await open.page.getByTestId('larger').click();
  });

  it('raised no error on the way', () => {
    expect(open.problems).toEqual([]);
  });
});
