import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Visit } from '../../../../web/data/visit.js';
import { LessonRun } from '../../../../web/views/learn/lesson-run.js';
import { attemptOf, carelessly, type Choices } from '../../../../web/views/learn/placing/attempt.js';
import { judged, type Point } from '../../../../web/views/learn/placing/judge.js';
import { LivingPage } from './living-page.js';

const well: Choices = { skin: 'gel', place: 'middle', gain: 'middle' };

describe('placing electrodes on a living arm', () => {
  let living: LivingPage;

  beforeAll(async () => {
    living = new LivingPage('transradial-armband');
    await living.until(() => living.page.store.status?.phase === 'running');
  }, 120_000);
  afterAll(() => living.close());

  /** Points that are wrong, by what is measured. */
  async function wrongOf(choices: Choices): Promise<Point[]> {
    const { page } = living;
    const run = new LessonRun(page, attemptOf(choices), new Visit(page));
    const back = page.demand.add(run.lesson.streams);
    for (const { id } of run.lesson.settings) {
      run.choose(id);
      await living.until(() => {
        run.tick();
        return run.phase === 'idle';
      });
    }
    back();
    const [rest = {}, hold = {}] = run.numbers ?? [];
    return judged(rest, hold).flatMap(({ point, good }) => (good ? [] : [point]));
  }

  it.each<readonly [Partial<Choices>, Point]>([
    [{ skin: 'dry' }, 'skin'],
    [{ skin: 'wiped' }, 'skin'],
    [{ place: 'up' }, 'place'],
    [{ place: 'down' }, 'place'],
    [{ gain: 'high' }, 'gain'],
    [{ gain: 'low' }, 'gain'],
  ])(
    'finds what is wrong with %o',
    async (choices, wrong) => {
      expect(await wrongOf({ ...well, ...choices })).toContain(wrong);
    },
    120_000,
  );

  it('lets pass what is well, and begins with what is not', async () => {
    expect(await wrongOf(well)).toEqual([]);
    expect(await wrongOf(carelessly)).not.toEqual([]);
  }, 120_000);
});
