import { describe, expect, it } from 'vitest';
import { resolveAnatomy } from '../../../src/body/anatomy/resolve-anatomy.js';
import { journeyFields } from '../../../src/scenario/journey-fields.js';
import { journeySeconds, scenarioOfStage, stageAt } from '../../../src/scenario/journey.js';
import { patientJourney } from '../../../src/scenario/presets/patient-journey.js';
import { parseScenario } from '../../../src/scenario/scenario.js';
import { rms } from '../../../src/ground/math/statistics.js';
import { defaultsOf, parseFields } from '../../../src/ground/signal/parse-fields.js';
import { Synthesizer } from '../../../src/body/synthesis/synthesizer.js';

const { journey, ...rest } = patientJourney.scenario;
const scenario = { ...parseScenario(rest), journey: parseFields(journeyFields, journey) };
const titles = scenario.journey.stages.map(({ title }) => title);

describe('the patient journey', () => {
  it('has the six stages, one after the other, and starts over', () => {
    expect(titles).toEqual(['before surgery', 'nerve block', 'day 2', 'week 6', 'month 6', 'year 1']);
    const whole = journeySeconds(scenario);
    let from = 0;
    for (const [number, { durationS, title }] of scenario.journey.stages.entries()) {
      for (const seconds of [from, from + durationS - 1e-6, whole + from]) {
        const place = stageAt(scenario, seconds);
        expect(place?.stage.title).toBe(title);
        expect(place?.number).toBe(number);
      }
      expect(stageAt(scenario, from)).toMatchObject({ from, until: from + durationS });
      from += durationS;
    }
    expect(stageAt(scenario, -5)?.stage.title).toBe('before surgery');
  });

  it('is absent from a scenario without stages', () => {
    expect(stageAt({ journey: defaultsOf(journeyFields) }, 10)).toBeUndefined();
  });

  it('makes scenarios that are valid and do not touch the one they come from', () => {
    const untouched = structuredClone(scenario);
    for (const stage of scenario.journey.stages) {
      const { journey: stages, ...body } = scenarioOfStage(scenario, stage);
      expect(stages).toBe(scenario.journey);
      expect(() => resolveAnatomy(parseScenario(body))).not.toThrow();
    }
    expect(scenario).toEqual(untouched);
  });

  it('ends with more signal than it began, and has none under the block', () => {
    const levels = scenario.journey.stages.map((stage) => {
      const synthesizer = new Synthesizer(scenarioOfStage(scenario, stage));
      synthesizer.intend([{ movement: 'knee-extension', strength: 0.5 }]);
      synthesizer.next(1000);
      return rms(synthesizer.next(4000).truth.clean);
    });
    const [before, block, , week6, month6, year1] = levels;
    expect(block).toBe(0);
    expect(week6).toBeGreaterThan(levels[2]);
    expect(month6).toBeGreaterThan(week6);
    // Pairs as wide as the preset's lose less to the fat that is taken away than narrow ones.
    expect(year1).toBeGreaterThan(before * 1.3);
  });
});
