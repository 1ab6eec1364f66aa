import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { conformanceRows } from '../../../../src/conformance/rows/index.js';
import type { Field, FieldGroup } from '../../../../src/ground/signal/field.js';
import {
  citation,
  isAssumption,
  sourceIds,
  sources,
  type SourceId,
} from '../../../../src/ground/sources/index.js';
import { sourceStates } from '../../../../src/ground/sources/source.js';
import { scenarioFields } from '../../../../src/scenario/scenario.js';
import { filesOf, root } from '../../../support/source-tree.js';

const ids = Object.keys(sources) as SourceId[];
const entries = ids.map((id) => [id, sources[id]] as const);

/** Every field below a group, itself included, as path and field. */
function every(fields: FieldGroup, path = ''): [string, Field][] {
  return Object.entries(fields).flatMap(([name, field]) => below(`${path}${name}`, field));
}

function below(path: string, field: Field): [string, Field][] {
  const inside =
    field.kind === 'group'
      ? every(field.fields, `${path}.`)
      : field.kind === 'list'
        ? below(`${path}[]`, field.item)
        : field.kind === 'map'
          ? below(`${path}{}`, field.value)
          : [];
  return [[path, field], ...inside];
}

describe('the registry of sources', () => {
  it('has what every field and every row of the conformance table cites', () => {
    const cited = [...every(scenarioFields).map(([, field]) => field), ...conformanceRows].flatMap(
      ({ source }) => sourceIds(source),
    );
    expect(cited.length).toBeGreaterThan(80);
    expect(cited.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('has nothing that nobody cites', () => {
    const elsewhere = ['src', 'server', 'web']
      .flatMap((folder) => filesOf(folder))
      .filter((file) => !file.startsWith('src/ground/sources/'))
      .map((file) => readFileSync(join(root, file), 'utf8'))
      .join('\n');
    expect(ids.filter((id) => !new RegExp(`(?<![\\w-])${id}(?![\\w-])`).test(elsewhere))).toEqual([]);
  });

  it('knows what each source found, on how many, or why that is not said', () => {
    for (const [id, { reference, findings, state }] of entries) {
      expect(id).toMatch(/^[a-z]+(-[a-z0-9]+)+$/);
      expect(reference.length, id).toBeGreaterThan(10);
      expect(sourceStates, id).toContain(state);
      expect(findings.length, id).toBeGreaterThan(0);
      for (const { says, n } of findings) {
        expect(says.length, id).toBeGreaterThan(10);
        if (typeof n === 'number') expect(n, id).toBeGreaterThan(0);
        else expect(n.length, id).toBeGreaterThan(3);
      }
    }
  });

  it('gives the denominator of every percentage that is a change or a share of something', () => {
    const shares = entries.flatMap(([id, { findings }]) =>
      findings
        .filter(({ says, of }) => / %/.test(says) && of === undefined)
        .map(({ says }) => `${id}: ${says}`),
    );
    expect(shares.filter((line) => !/% MVC/.test(line))).toEqual([]);
  });

  it('has no two entries alike', () => {
    for (const key of ['reference', 'doi', 'pmid'] as const) {
      const values = entries.flatMap(([, source]) => source[key]?.toLowerCase() ?? []);
      expect(values.filter((value, i) => values.indexOf(value) !== i)).toEqual([]);
    }
  });

  it('writes identifiers as resolvers take them', () => {
    for (const [id, { doi, pmid }] of entries) {
      if (doi !== undefined) expect(doi, id).toMatch(/^10\.\d{4,}\/\S+$/);
      if (pmid !== undefined) expect(pmid, id).toMatch(/^\d{5,8}$/);
    }
  });
});

describe('an assumption', () => {
  it('is what says so, and what rests on a source that nobody has read', () => {
    expect(isAssumption({})).toBe(false);
    expect(isAssumption({ assumption: true, source: 'kuiken-2009' })).toBe(true);
    for (const [id, { state }] of entries) expect(isAssumption({ source: id }), id).toBe(state === 'memory');
  });

  it('is cited with the rest', () => {
    expect(citation(undefined)).toBe('');
    expect(citation(['bors-2012', 'by-definition'])).toBe(`${sources['bors-2012'].reference}; By definition`);
  });
});
