import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { operationScenes } from '../../../../src/scenario/operation-scenes.js';
import { presetByName } from '../../../../src/scenario/presets/index.js';
import { drawnAt, drawnOf, type Drawn } from '../../../../web/panels/operation/drawn-state.js';
import { labelsOf } from '../../../../web/panels/operation/operation-labels.js';
import { sceneBodies } from '../../../../web/panels/operation/scene-body.js';
import { sceneChanges } from '../../../../web/panels/operation/scene-changes.js';
import { SceneScrub } from '../../../../web/panels/operation/scene-scrub.js';
import { HALF_WIDE, stumpPath, tallOf } from '../../../../web/panels/operation/stump-shape.js';
import { operationEnglish } from '../../../../web/texts/operation-english.js';
import { operationGerman } from '../../../../web/texts/operation-german.js';
import { phrases } from '../../../../web/texts/german/index.js';

const scenario = presetByName('operation');
const { stages } = scenario.journey;
const bodies = sceneBodies(scenario);
const drawings: readonly Drawn[] = operationScenes.map((scene, i) => drawnOf(scene, bodies[i]));
const numberOf = (scene: (typeof operationScenes)[number]): number => operationScenes.indexOf(scene);

describe('the drawing', () => {
  it('has the widths of the body that lives in each scene', () => {
    const [before] = bodies;
    expect(before).toMatchObject({ boneMm: 14, stemMm: 8, muscleMm: 62, skinMm: 1.5 });
    expect(bodies[numberOf('incision')]?.fatMm).toBeCloseTo(13);
    expect(bodies[numberOf('thinning')]?.fatMm).toBeCloseTo(7);
    expect(bodies[numberOf('loading')]?.swellingMm).toBeGreaterThan(5);
  });

  it('goes over from scene to scene without a jump, and is a scene where it rests', () => {
    for (const [i, drawn] of drawings.entries()) expect(drawnAt(drawings, i)).toEqual(drawn);
    const half = drawnAt(drawings, numberOf('stem') - 0.5);
    expect(half?.stem).toBeCloseTo(0.5);
    expect(drawnAt(drawings, -3)).toEqual(drawings[0]);
    expect(drawnAt(drawings, 99)).toEqual(drawings.at(-1));
    expect(drawnAt([], 0)).toBeUndefined();
    let was: Drawn | undefined = drawings[0];
    for (let position = 0; position <= 11; position += 0.02) {
      const is = drawnAt(drawings, position);
      expect(Math.abs((is?.stem ?? 0) - (was?.stem ?? 0))).toBeLessThan(0.05);
      was = is;
    }
  });

  it('keeps the order: no stem before it is pressed in, no thread, muscles sewn before', () => {
    for (const [i, { stem, sutures, reamed, knots, adapter }] of drawings.entries()) {
      expect(stem).toBe(i >= numberOf('stem') ? 1 : 0);
      expect(reamed).toBe(i >= numberOf('reaming') ? 1 : 0);
      expect(sutures).toBe(i >= numberOf('myodesis') ? 1 : 0);
      expect(knots).toBe(i < numberOf('neuromas') ? 1 : 0);
      expect(adapter).toBe(i >= numberOf('stoma') ? 1 : 0);
    }
  });

  it('points at things that are within it, and names lie apart', () => {
    for (const [i, scene] of operationScenes.entries()) {
      const drawn = drawings[i];
      if (!drawn) continue;
      const places = labelsOf(scene, drawn);
      expect(places.length).toBeGreaterThan(1);
      for (const { to } of places) {
        expect(Math.abs(to[0])).toBeLessThan(HALF_WIDE);
        expect(to[1]).toBeGreaterThanOrEqual(0);
        expect(to[1]).toBeLessThan(tallOf(drawn));
      }
      for (const side of [-1, 1]) {
        const heights = places.filter((place) => place.side === side).map(({ y }) => y);
        heights.sort((a, b) => a - b);
        for (const [n, y] of heights.slice(1).entries()) expect(y - (heights[n] ?? 0)).toBeGreaterThan(24);
      }
    }
  });

  it('outlines a stump that is as wide and as long as asked', () => {
    expect(stumpPath(70, 200)).toMatch(/^M-70\.00 0V133\.50C-70\.00 .* 0 200\.00S70\.00/u);
  });
});

describe('what a scene changes', () => {
  const of = (scene: (typeof operationScenes)[number]) => sceneChanges(stages, bodies, numberOf(scene));

  it('is read from the stages', () => {
    expect(of('before').changes).toEqual([]);
    expect(of('anaesthesia').changes).toEqual([{ kind: 'numbed' }]);
    expect(of('thinning').changes).toEqual([{ kind: 'fat', from: '13.0', to: '7.0' }]);
    expect(of('stem').changes).toEqual([{ kind: 'stem' }]);
    expect(of('loading').changes.map(({ kind }) => kind)).toEqual(['awake', 'fat', 'load', 'days']);
  });

  it('is nothing where only the drawing tells it, and unheard under the block', () => {
    expect(of('incision').changes).toEqual([]);
    expect(of('reaming').changes).toEqual([]);
    expect(of('neuromas').heard).toBe(false);
    expect(of('stoma').heard).toBe(true);
    expect(of('loading').heard).toBe(true);
  });
});

describe('scrubbing', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const scrubbed = () => {
    const asked: number[] = [];
    const scrub = new SceneScrub(
      () => 11,
      (scene) => asked.push(scene) > 0,
    );
    return { asked, scrub };
  };

  it('moves the drawing at once, and asks for the patient once, when the finger rests', () => {
    const { asked, scrub } = scrubbed();
    for (let position = 0; position <= 5.3; position += 0.1) {
      scrub.move(position);
      vi.advanceTimersByTime(16);
      expect(scrub.position).toBe(position);
    }
    expect(asked).toEqual([]);
    vi.advanceTimersByTime(300);
    expect(asked).toEqual([5]);
    expect(scrub.ahead).toBe(true);
    expect(scrub.reached(5)).toBe(false);
    expect(scrub.ahead).toBe(false);
  });

  it('does not snap back to a stage that is told while it is ahead, and follows others when it rests', () => {
    const { scrub } = scrubbed();
    scrub.move(4);
    expect(scrub.reached(0)).toBe(false);
    vi.advanceTimersByTime(300);
    expect(scrub.reached(1)).toBe(false);
    expect(scrub.position).toBe(4);
    scrub.reached(4);
    expect(scrub.reached(7)).toBe(true);
    expect(scrub.position).toBe(7);
  });

  it('asks again once somebody hears', () => {
    let hears = false;
    const asked: number[] = [];
    const scrub = new SceneScrub(
      () => 11,
      (scene) => {
        if (hears) asked.push(scene);
        return hears;
      },
    );
    scrub.move(6);
    vi.advanceTimersByTime(300);
    expect(scrub.reached(0)).toBe(false);
    hears = true;
    scrub.retry();
    scrub.retry();
    expect(asked).toEqual([6]);
    expect(scrub.position).toBe(6);
  });

  it('stays within the scenes, and is not ahead of a patient who does not hear', () => {
    const scrub = new SceneScrub(
      () => 11,
      () => false,
    );
    scrub.move(40);
    expect(scrub.scene).toBe(11);
    vi.advanceTimersByTime(300);
    expect(scrub.ahead).toBe(false);
  });
});

describe('the words', () => {
  it('are there for every scene in both languages, without what must not be said', () => {
    for (const scene of operationScenes)
      for (const { mores } of [operationEnglish, operationGerman])
        expect(mores[scene].join(' ').length).toBeGreaterThan(100);
    const all = JSON.stringify([operationEnglish, operationGerman, stages.map(({ text }) => text)]);
    expect(all).not.toMatch(/denture|mouth|Zahn|< ?2 ?%|antimicrobial|titanium|mind control|!/iu);
    for (const { title, text } of stages) {
      expect(phrases[title]).toBeDefined();
      expect(phrases[text]).toBeDefined();
    }
  });
});
