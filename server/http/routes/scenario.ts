import * as z from 'zod';
import { presetByName, presets } from '../../../src/scenario/presets/index.js';
import { readScenario } from '../../../src/scenario/read-scenario.js';
import { scenarioFields } from '../../../src/scenario/scenario.js';
import { inForce } from '../in-force.js';
import { anyObject, type Route } from '../route.js';

const example = { limb: { fatThicknessMm: 6 } };

/** Presets, the fields of scenarios, and the scenario of a session. */
export const scenarioRoutes: readonly Route[] = [
  {
    method: 'get',
    path: '/presets',
    summary: 'name, title and description of every preset',
    answer: z.array(z.object({ name: z.string(), title: z.string(), description: z.string() })),
    errors: [],
    handle: () => presets.map(({ name, title, description }) => ({ name, title, description })),
  },
  {
    method: 'get',
    path: '/presets/{name}',
    summary: 'the whole scenario of a preset',
    answer: anyObject,
    errors: [422],
    handle: ({ param }) => presetByName(param('name')),
  },
  {
    method: 'get',
    path: '/scenario/fields',
    summary: 'every field with unit, default, range, explanation, source',
    answer: anyObject,
    errors: [],
    handle: () => scenarioFields,
  },
  {
    method: 'get',
    path: '/scenario',
    summary: 'the scenario in force; null while a recording is replayed',
    ofSession: true,
    answer: z.union([anyObject, z.null()]),
    errors: [404],
    handle: ({ session }) => session().scenario(),
  },
  {
    method: 'patch',
    path: '/scenario',
    summary:
      'merge a partial scenario into it: objects field by field, lists whole; answered when it is in force',
    ofSession: true,
    body: anyObject,
    example,
    answer: anyObject,
    errors: [400, 404, 409, 413, 415, 422, 504],
    async handle({ session, body }) {
      await inForce(session().request({ op: 'patchScenario', patch: { ...body() }, wait: true }));
      return session().scenario();
    },
  },
  {
    method: 'put',
    path: '/scenario',
    summary:
      'a whole scenario; what it leaves out is that of the preset it names, else its default; answered when it is in force',
    ofSession: true,
    body: anyObject,
    example,
    answer: anyObject,
    errors: [400, 404, 409, 413, 415, 422, 504],
    async handle({ session, body }) {
      await inForce(session().request({ op: 'loadScenario', scenario: readScenario(body()), wait: true }));
      return session().scenario();
    },
  },
];
