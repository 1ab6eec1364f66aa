import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Visit } from '../../../../web/data/visit.js';
import { answerOf } from '../../../../web/views/learn/answer.js';
import type { Lesson } from '../../../../web/views/learn/lesson.js';
import { LessonRun } from '../../../../web/views/learn/lesson-run.js';
import { lessons } from '../../../../web/views/learn/lessons.js';
import { scaleOf } from '../../../../web/views/learn/picture.js';
import { LivingPage } from './living-page.js';

/** What every lesson claims is what the product shows: each is walked through on a real patient. */
describe('lessons on a living patient', () => {
  let living: LivingPage;

  beforeAll(async () => {
    living = new LivingPage('transhumeral-tmr');
    await living.until(() => living.page.store.status?.phase === 'running');
  }, 120_000);
  afterAll(() => living.close());

  /** Go through all settings as a person does, and leave. */
  async function walked(lesson: Lesson): Promise<LessonRun> {
    const { page } = living;
    const back = page.demand.add(lesson.streams);
    const run = new LessonRun(page, lesson, new Visit(page));
    expect(run.able).toBe(true);
    for (const { id } of lesson.settings) {
      run.choose(id);
      await living.until(() => {
        run.tick();
        return run.phase === 'idle';
      });
      expect(run.results.get(id)?.picture?.kind).toBe(lesson.picture);
    }
    run.leave();
    back();
    return run;
  }

  it.each(lessons)(
    '$id shows what it says, and puts the patient back',
    async (lesson: Lesson) => {
      const { store } = living.page;
      const before = JSON.stringify(store.scenario);
      const run = await walked(lesson);
      const numbers = run.numbers ?? [];
      expect(numbers).toHaveLength(lesson.settings.length);
      for (const { [lesson.shows.name]: shown } of numbers) expect(shown).toSatisfy(Number.isFinite);
      expect(answerOf(lesson, numbers, lesson.expected), JSON.stringify(numbers)).toEqual({
        right: true,
        shown: lesson.expected,
        usual: true,
      });
      const pictures = [...run.results.values()].flatMap(({ picture }) => picture ?? []);
      expect(scaleOf(pictures)).toBeGreaterThan(0);
      await living.until(
        () => store.status?.phase === 'running' && JSON.stringify(store.scenario) === before,
      );
      expect(living.page.intent.personal).toBe(false);
    },
    180_000,
  );
});
