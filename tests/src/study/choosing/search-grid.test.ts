import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../../../src/decoder/classifiers/create-classifier.js';
import { classifierKinds, type ModelOptions } from '../../../../src/decoder/model-fields.js';
import { RandomStream } from '../../../../src/ground/signal/random.js';
import { candidatesOf, searchable, steadies } from '../../../../src/study/choosing/search-grid.js';
import { recordedDecoder } from '../../../../src/study/recorded-decoder.js';

const names = (grid: Record<string, readonly unknown[]>): string[] =>
  candidatesOf(recordedDecoder, 'lda', grid).map(({ name }) => name);

describe('candidates of a grid', () => {
  it('are all combinations, the default first, each once', () => {
    expect(names({ windowMs: [100, 200], 'smoothing.majorityVotes': [3, 5] })).toEqual([
      'default',
      'windowMs=100',
      'windowMs=100 majorityVotes=5',
      'majorityVotes=5',
    ]);
  });

  it('are one where their classifier does not read what differs', () => {
    expect(names({ classifier: ['lda', 'knn'], neighbours: [1, 3], shrinkage: [0, 0.2] })).toEqual([
      'default',
      'shrinkage=0.2',
      'classifier=knn neighbours=1',
      'classifier=knn neighbours=3',
    ]);
    // LibEMG's counts know no thresholds.
    expect(names({ thresholdRestMultiple: [0, 1] })).toEqual(['default']);
    expect(names({ thresholds: ['libemg', 'rest'], thresholdRestMultiple: [0, 1] })).toHaveLength(3);
  });

  it('carry modules of one’s own, which read no options of ours', () => {
    const mine = { name: './mine.js', module: '/mine.js' };
    const [, one, ...more] = candidatesOf(recordedDecoder, 'lda', { classifier: [mine], neighbours: [1, 3] });
    expect([one?.name, one?.classifier, more]).toEqual(['classifier=./mine.js', mine, []]);
  });

  it.each([
    [{ neighbors: [1] }, /got field neighbors/, /Did you mean neighbours/],
    [{ trimStartMs: [0] }, /got field trimStartMs, expected one of features, classifier/, /./],
    [{ neighbours: [0] }, /neighbours.*0/, /./],
    [{ classifier: ['lad'] }, /lad/, /lda/],
    [{}, /nothing to search over/, /neighbours=1,5,15/],
    [
      { windowMs: Array.from({ length: 501 }, (_, n) => 20 + n) },
      /got 501 combinations, expected 1 to 500/,
      /./,
    ],
  ] as const)('refuse %j', (grid, message, hint) => {
    expect(() => candidatesOf(recordedDecoder, 'lda', grid)).toThrow(
      expect.objectContaining({ message: expect.stringMatching(message), hint: expect.stringMatching(hint) }),
    );
  });

  it('say whether decisions are steadied', () => {
    expect([steadies({ neighbours: [1] }), steadies({ 'decoder.smoothing.fusionWindows': [1] })]).toEqual([
      false,
      true,
    ]);
  });
});

it('says of every classifier which options it reads', () => {
  const random = new RandomStream(2, 'tests/search-grid');
  const labels = Array.from({ length: 90 }, (_, i) => 'abc'[i % 3] ?? '');
  const x = labels.map((label) =>
    Array.from({ length: 3 }, (_, d) => ('abc'.indexOf(label) === d ? 1 : 0) + random.normal()),
  );
  const answers = (kind: string, options: Partial<ModelOptions>): string => {
    const model = createClassifier(kind, {
      ...recordedDecoder.modelOptions,
      trees: 4,
      epochs: 2,
      hiddenUnits: 4,
      ...options,
    });
    // Unlike shares of the classes, so that priors count.
    return JSON.stringify(
      model.fit(x.slice(0, 80), labels.slice(0, 80)).posterior([0.3, 0.2, 0.1]),
      (_, v: unknown) => v,
    );
  };
  const other: Partial<ModelOptions> = {
    ...{ shrinkage: 0.5, priors: 'uniform', neighbours: 9, cost: 0.01 },
    ...{ trees: 7, treeDepth: 1, hiddenUnits: 7, epochs: 3 },
  };
  for (const kind of classifierKinds)
    for (const [option, value] of Object.entries(other)) {
      const reads = answers(kind, {}) !== answers(kind, { [option]: value });
      const values = [recordedDecoder.modelOptions[option as keyof ModelOptions], value];
      const base = { ...recordedDecoder, classifier: kind };
      expect(candidatesOf(base, kind, { [option]: values }).length, `${kind} ${option}`).toBe(reads ? 2 : 1);
      expect(searchable).toContain(option);
    }
});
