import { prosthesisTexts } from '../../texts/prosthesis.js';
import type { World } from './figure-scene.js';

/** A number of the score with its word. */
export interface ScoreItem {
  readonly name: string;
  readonly value: string;
  readonly text: string;
}

/** What can go wrong at each task; what can not is not counted. */
const mishaps = {
  none: [],
  cup: ['dropped', 'slipped', 'spilled', 'crushed'],
  blocks: ['dropped', 'slipped'],
  'chair-exercise': ['missed'],
  'sit-to-stand': ['overloaded'],
} as const;

/** What a task has come to: what was done, what went wrong, and the time. */
export function scoreItems({ task, score }: Pick<World, 'task' | 'score'>): readonly ScoreItem[] {
  const t = prosthesisTexts().score;
  const items = [{ name: 'done', value: String(score.done), text: t.done }];
  for (const name of mishaps[task]) items.push({ name, value: String(score[name]), text: t[name] });
  items.push(
    score.secondsLeft === null
      ? { name: 'seconds', value: score.seconds.toFixed(0), text: t.seconds }
      : { name: 'seconds', value: score.secondsLeft.toFixed(0), text: t.left },
  );
  if (score.best !== null) items.push({ name: 'best', value: String(score.best), text: t.best });
  return items;
}
