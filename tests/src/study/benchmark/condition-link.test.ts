import { expect, it } from 'vitest';
import { reference } from '../../../../src/study/benchmark/baseline-decoders.js';
import { conditionLink } from '../../../../src/study/benchmark/condition-link.js';
import { mb1 } from '../../../../src/study/benchmark/mb1.js';
import { sessionUnder } from '../../../../src/study/benchmark/person-sessions.js';
import { scenarioOfPerson } from '../../../../src/study/benchmark/suite-people.js';
import { presetByName } from '../../../../src/scenario/presets/index.js';
import { decodeShared } from '../../../../web/data/share-link.js';
import { wholePatient } from '../../../../web/data/whole-patient.js';
import { merged } from '../../../../web/data/scenario-path.js';

it.each(mb1.conditions.map((condition) => [condition.name, condition] as const))(
  'a link to %s brings the page the person of that session',
  async (_, condition) => {
    const person = mb1.people.test[6];
    const { preset = '', patch } = await decodeShared(await conditionLink(mb1, person, condition, reference));
    const shown = await wholePatient(merged(presetByName(preset), patch) as Record<string, unknown>);
    const session = sessionUnder(mb1, scenarioOfPerson(person), condition);
    expect(shown).toEqual({ ...session?.scenario, decoder: shown.decoder });
    expect(shown.decoder).toMatchObject({ features: ['HTD'], classifier: 'lda' });
  },
);
