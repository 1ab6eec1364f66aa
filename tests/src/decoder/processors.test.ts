import { directControlFields } from '../../../src/decoder/direct-control/direct-control-fields.js';
import { TwoSiteControl } from '../../../src/decoder/direct-control/two-site-control.js';
import { FeatureExtractor } from '../../../src/decoder/features/feature-extractor.js';
import { BayesianFusion } from '../../../src/decoder/smoothing/bayesian-fusion.js';
import { Debounce } from '../../../src/decoder/smoothing/debounce.js';
import { DecisionSmoother } from '../../../src/decoder/smoothing/decision-smoother.js';
import { MajorityVote } from '../../../src/decoder/smoothing/majority-vote.js';
import { OneEuroFilter } from '../../../src/decoder/smoothing/one-euro-filter.js';
import { smoothingFields } from '../../../src/decoder/smoothing/smoothing-fields.js';
import { VelocityRamp } from '../../../src/decoder/smoothing/velocity-ramp.js';
import { Windower, type Window } from '../../../src/decoder/window.js';
import { defaultsOf, parseFields } from '../../../src/ground/signal/parse-fields.js';
import type { SampleBlock } from '../../../src/ground/signal/sample-block.js';
import { Envelope } from '../../../src/patient/envelope.js';
import { conformsAsConsumer, conformsAsMemory } from '../../support/processor-suite.js';
import { trained } from '../../support/trained-decoders.js';
import { recording } from '../../support/training-recordings.js';

function windower<Out>(of: (window: Window) => Out) {
  const inner = new Windower({ windowMs: 200, stepMs: 70 }, 1000, 3);
  return {
    push(block: SampleBlock): Out[] {
      const came: Out[] = [];
      inner.push(block, (window) => came.push(of(window)));
      return came;
    },
    reset: () => inner.reset(),
  };
}

conformsAsConsumer('Windower', () => windower((window) => ({ ...window, data: window.data.slice() })));
conformsAsConsumer('FeatureExtractor', () => {
  const extractor = new FeatureExtractor('TDAR', { channels: 3, length: 200, sampleRateHz: 1000 });
  return windower((window) => {
    const values = new Float64Array(extractor.size);
    extractor.extract(window, values);
    return values;
  });
});
conformsAsConsumer('Envelope', () => {
  let envelope = new Envelope(3, 1000);
  return {
    // Column by column, because a block gives all that it completes in one piece.
    push(block) {
      const frame = envelope.push(block);
      if (!frame) return [];
      const { index, channels, length, data } = frame;
      return Array.from({ length }, (_, k) => ({
        index: index + k * envelope.column,
        values: Array.from({ length: channels }, (__, row) => data[row * length + k]),
      }));
    },
    reset: () => (envelope = new Envelope(3, 1000)),
  };
});

const classes = ['rest', 'hand-open', 'hand-close'];
const decisions = [0, 0, 1, 1, 2, 1, 1, 1, 0, 2, 2, 0, 0];
const posteriors = decisions.map((decision) =>
  Float64Array.from(classes, (_, k) => (k === decision ? 0.6 : 0.2)),
);
conformsAsMemory('MajorityVote', () => new MajorityVote(3, 3), decisions);
conformsAsMemory('Debounce', () => new Debounce(2, 0), decisions);
conformsAsMemory('VelocityRamp', () => new VelocityRamp(4, 2, 3), decisions);
conformsAsMemory(
  'BayesianFusion',
  () => {
    const fusion = new BayesianFusion(3, 3);
    return {
      push(posterior: Float64Array) {
        const fused = new Float64Array(3);
        fusion.push(posterior, fused);
        return fused;
      },
      reset: () => fusion.reset(),
    };
  },
  posteriors,
);
conformsAsMemory(
  'OneEuroFilter',
  () => {
    const filter = new OneEuroFilter(1, 0.5);
    return { push: (value: number) => filter.push(value, 0.05), reset: () => filter.reset() };
  },
  decisions,
);
conformsAsMemory(
  'DecisionSmoother',
  () => {
    const smoothing = {
      ...defaultsOf(smoothingFields),
      fusionWindows: 2,
      debounceDecisions: 2,
      rampDecisions: 3,
    };
    const smoother = new DecisionSmoother({ smoothing, classes, restAmplitude: { mean: 0, sd: 0 }, own: [] });
    return { push: (posterior: Float64Array) => smoother.push(posterior, 1), reset: () => smoother.reset() };
  },
  posteriors,
);
conformsAsMemory(
  'TwoSiteControl',
  () => {
    const control = new TwoSiteControl(parseFields(directControlFields, { joints: ['hand', 'elbow'] }));
    return {
      push: ([a, b]: readonly [number, number]) => control.push(a, b, 100),
      reset: () => control.reset(),
    };
  },
  [
    [0, 0],
    [0.8, 0],
    [0.9, 0.9],
    [0.9, 0.9],
    [0.9, 0.9],
    [0, 0],
    [0.8, 0],
    [0, 0.7],
  ],
);

const kinds = ['classification', 'regression', 'direct'];
for (const control of kinds) {
  const decoder = trained({ control, direct: { joints: ['hand', 'elbow'] } });
  const windows: Window[] = [];
  new Windower(decoder.spec, 1000, 4).push(recording('hand-close', 9, { seconds: 1 }).signal, (window) =>
    windows.push({ ...window, data: window.data.slice() }),
  );
  conformsAsMemory(
    `Decoding by ${control}`,
    () => decoder.decoding(),
    windows.map((window) => decoder.classify(decoder.observe(window))),
  );
  conformsAsMemory(
    `Decoder in ${control}`,
    () => {
      decoder.reset();
      return { push: (window: Window) => decoder.decide(window), reset: () => decoder.reset() };
    },
    windows,
  );
}
