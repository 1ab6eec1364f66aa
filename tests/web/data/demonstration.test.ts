import { describe, expect, it } from 'vitest';
import { clickerWish } from '../../../web/data/clicker.js';
import { DemoPlayer } from '../../../web/data/demo-player.js';
import { isKiosk, Kiosk, kioskIdleMs } from '../../../web/data/kiosk.js';

const free = { typing: false, presses: false, moves: false };
const key = (name: string) => ({ key: name, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false });

/** A story of three stops that writes down what happens to it. */
function played() {
  const log: string[] = [];
  let at = 0;
  const story = {
    isReady: true,
    ready: () => story.isReady,
    pace: () => 1,
    act: () => void log.push(`act ${at}`),
    forward: () => {
      if (at === 2) return false;
      log.push(`to ${++at}`);
      return true;
    },
    start: () => {
      at = 0;
      log.push('start');
    },
  };
  const player = new DemoPlayer(story);
  player.seconds = 10;
  const pass = (seconds: number): void => {
    for (let ms = 0; ms < 1000 * seconds; ms += 250) player.tick(250);
  };
  return { log, story, player, pass };
}

describe('a demonstration that runs itself', () => {
  it('shows what there is to show, goes on, and begins anew after the last', () => {
    const { log, player, pass } = played();
    pass(60);
    expect(log).toEqual([]);
    player.play();
    pass(34);
    expect(log).toEqual([
      ...['act 0', 'act 0', 'to 1', 'act 1', 'act 1', 'to 2', 'act 2', 'act 2', 'start'],
      'act 0',
    ]);
  });

  it('ends after the last where it does not begin anew', () => {
    const { log, player, pass } = played();
    player.loop = false;
    player.play();
    pass(60);
    expect(log.filter((line) => line.startsWith('to'))).toEqual(['to 1', 'to 2']);
    expect(player.playing).toBe(false);
  });

  it('waits for a patient, but not for ever', () => {
    const { log, story, player, pass } = played();
    player.play();
    pass(2);
    story.isReady = false;
    pass(50);
    expect(log).toEqual([]);
    pass(30);
    expect(log).toContain('to 1');
  });

  it('gives a stop its whole time where somebody went there by hand', () => {
    const { log, player, pass } = played();
    player.play();
    pass(9);
    player.begun();
    pass(9);
    expect(log).not.toContain('to 1');
  });
});

describe('a clicker', () => {
  it.each([
    ['PageDown', 'forward'],
    ['ArrowRight', 'forward'],
    [' ', 'forward'],
    ['PageUp', 'back'],
    ['ArrowLeft', 'back'],
    ['Home', 'start'],
    ['End', 'end'],
    ['p', 'play'],
    ['x', undefined],
    ['toString', undefined],
  ])('asks by %j for %s', (name, wish) => {
    expect(clickerWish(key(name), free)).toBe(wish);
  });

  it('leaves keys to what needs them', () => {
    expect(clickerWish(key('PageDown'), { ...free, typing: true })).toBeUndefined();
    expect(clickerWish(key('ArrowRight'), { ...free, moves: true })).toBeUndefined();
    expect(clickerWish(key(' '), { ...free, presses: true })).toBeUndefined();
    expect(clickerWish(key('PageDown'), { ...free, presses: true })).toBe('forward');
    expect(clickerWish({ ...key('End'), ctrlKey: true }, free)).toBeUndefined();
  });
});

describe('a kiosk', () => {
  const well = {
    connected: true,
    running: true,
    failed: false,
    get heard() {
      return {};
    },
  };

  it('begins at the start', () => {
    const kiosk = new Kiosk(0);
    expect(kiosk.due(1000, { ...well, running: false })).toBeUndefined();
    expect(kiosk.due(2000, well)).toBe('restart');
    expect(kiosk.due(3000, well)).toBeUndefined();
  });

  it('goes back to the start when it is left alone, once', () => {
    const kiosk = new Kiosk(0);
    kiosk.due(0, well);
    expect(kiosk.due(500_000, well)).toBeUndefined();
    kiosk.touched(500_000);
    expect(kiosk.due(530_000, well)).toBeUndefined();
    kiosk.touched(540_000);
    expect(kiosk.due(580_000, well)).toBeUndefined();
    expect(kiosk.due(600_000, well)).toBe('restart');
    expect(kiosk.due(900_000, well)).toBeUndefined();
  });

  it('begins anew when the server is back', () => {
    const kiosk = new Kiosk(0);
    kiosk.due(0, well);
    expect(kiosk.due(1000, { ...well, connected: false, running: false })).toBeUndefined();
    expect(kiosk.due(2000, { ...well, running: false })).toBeUndefined();
    expect(kiosk.due(9000, well)).toBe('restart');
    expect(kiosk.due(10_000, well)).toBeUndefined();
  });

  it('brings another patient for one who failed or does not come, and then begins wholly anew', () => {
    const kiosk = new Kiosk(0);
    const due = (now: number, failed: boolean) => kiosk.due(now, { ...well, running: false, failed });
    expect(due(3000, true)).toBeUndefined();
    expect(due(4000, true)).toBe('mend');
    expect(due(5000, false)).toBeUndefined();
    expect(due(49_000, false)).toBe('mend');
    expect(due(53_000, true)).toBe('mend');
    expect(due(57_000, true)).toBe('reload');
  });

  it('begins wholly anew where somebody is there and says nothing any more', () => {
    const kiosk = new Kiosk(0);
    kiosk.due(0, well);
    const silent = { ...well, heard: 'the same' };
    expect(kiosk.due(1000, silent)).toBeUndefined();
    expect(kiosk.due(20_000, silent)).toBeUndefined();
    expect(kiosk.due(21_000, silent)).toBe('reload');
    expect(kiosk.due(22_000, silent)).toBeUndefined();
    expect(kiosk.due(41_000, silent)).toBe('reload');
    // Nobody hears anything of a service that is gone.
    expect(kiosk.due(90_000, { ...silent, connected: false })).toBeUndefined();
    expect(kiosk.due(91_000, silent)).toBe('restart');
  });

  it.each([
    ['?kiosk', 60],
    ['?kiosk=90', 90],
    ['?kiosk=0.1', 3],
    ['?kiosk=1e9', 3600],
    ['?kiosk=soon', 60],
  ])('%s waits for %d seconds', (query, seconds) => {
    expect(kioskIdleMs(`http://here/${query}#demo`)).toBe(1000 * seconds);
  });

  it('goes back sooner where its address says so', () => {
    const kiosk = new Kiosk(0, 5000);
    kiosk.due(0, well);
    kiosk.touched(1000);
    expect(kiosk.due(5999, well)).toBeUndefined();
    expect(kiosk.due(6000, well)).toBe('restart');
  });

  it('is asked for by the address', () => {
    expect(isKiosk('http://here/?kiosk#demo')).toBe(true);
    expect(isKiosk('http://here/?lang=de#demo&kiosk')).toBe(false);
  });
});
