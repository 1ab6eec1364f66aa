import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Presented, PresenterWish } from '../../../../web/data/presenter/presented.js';
import { PresenterEnd, WallEnd } from '../../../../web/data/presenter/presenter-line.js';

const shown: Presented = {
  language: 'en',
  patient: 'Arm',
  count: 'Step 1 of 9',
  title: 'A limb',
  text: ['It is held.'],
  notes: [],
  facts: [{ part: 'Limb', label: 'Fat', value: '3 mm', explain: 'Fat.', source: '', assumed: true }],
  next: null,
  acts: [{ wish: 'act', label: 'Begin' }],
  playing: false,
  titles: ['A limb'],
  at: 0,
  began: 1,
  since: 2,
};

/** Channels that meet at once, in place of the browser's. */
class Channel {
  static readonly all = new Set<Channel>();
  onmessage: ((event: { data: unknown }) => void) | null = null;
  constructor(readonly name: string) {
    Channel.all.add(this);
  }
  postMessage(data: unknown): void {
    for (const other of Channel.all)
      if (other !== this && other.name === this.name) other.onmessage?.({ data: structuredClone(data) });
  }
  close(): void {
    Channel.all.delete(this);
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('BroadcastChannel', Channel);
});
afterEach(() => {
  Channel.all.clear();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** A wall whose title can be changed, and what its presenter wished. */
function wall(id = 'here') {
  const state = { title: shown.title };
  const wishes: PresenterWish[] = [];
  const end = new WallEnd(
    id,
    () => ({ ...shown, title: state.title }),
    (wish) => wishes.push(wish),
  );
  return { state, wishes, end };
}

function presenter(id = 'here') {
  const seen: (string | undefined)[] = [];
  return { seen, end: new PresenterEnd(id, (now) => seen.push(now?.title)) };
}

it('lets a presenter see what is shown, whichever window came first', () => {
  const early = presenter();
  const { state, end } = wall();
  expect(early.seen).toEqual(['A limb']);
  const late = presenter();
  expect(late.seen).toEqual(['A limb']);
  early.seen.length = 0;
  state.title = 'Muscles';
  end.tell();
  end.tell();
  expect(early.seen).toEqual(['Muscles']);
});

it('does what a presenter wishes, and nothing else that comes that way', () => {
  const { wishes } = wall();
  const { end } = presenter();
  end.wish('forward');
  end.wish({ to: 3 });
  const stranger = new Channel('myodesis.presenter.here');
  for (const data of ['forward', null, { kind: 'wish', wish: 'explode' }, { kind: 'wish', wish: { to: -1 } }])
    stranger.postMessage(data);
  expect(wishes).toEqual(['forward', { to: 3 }]);
});

it('keeps presentations apart', () => {
  const { wishes } = wall('one');
  const other = presenter('other');
  other.end.wish('forward');
  expect(wishes).toEqual([]);
  expect(other.seen).toEqual([]);
});

it('says when the story leaves the screen, and when it is back', () => {
  const { seen } = presenter();
  const first = wall();
  first.end.close();
  expect(seen).toEqual(['A limb', undefined]);
  wall();
  expect(seen.at(-1)).toBe('A limb');
});

it('misses a wall that is gone without a word', () => {
  const { end } = wall();
  const { seen } = presenter();
  vi.spyOn(end, 'tell').mockReturnValue();
  seen.length = 0;
  vi.advanceTimersByTime(5000);
  expect(seen).toEqual([]);
  vi.advanceTimersByTime(5000);
  expect(seen).toContain(undefined);
});

it('knows whether a presenter looks', () => {
  const { end } = wall();
  expect(end.watched).toBe(false);
  const window = presenter();
  expect(end.watched).toBe(true);
  vi.advanceTimersByTime(60_000);
  expect(end.watched).toBe(true);
  window.end.close();
  expect(end.watched).toBe(false);
});
