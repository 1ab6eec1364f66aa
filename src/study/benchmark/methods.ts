import type { DecoderSpec } from '../../decoder/decoder-fields.js';
import type { Scenario } from '../../scenario/scenario.js';
import { peopleOfRun, type BenchmarkRun } from './benchmark.js';
import { specIn, type BenchmarkDecoder } from './benchmark-decoder.js';
import { trainingText, type OutsidePart } from './outside-part.js';
import { scenarioOfPerson } from './suite-people.js';
import { suiteHash, type Suite } from './suite.js';

/**
 * The methods of a paper in one paragraph: who, electrodes, filters, normalisation, windows, split, statistics, all from
 * the data of the suite.
 * @param version of the product
 */
export function methodsText(
  suite: Suite,
  decoder: BenchmarkDecoder,
  run: Pick<BenchmarkRun, 'split' | 'quick'>,
  version: string,
): string {
  const people = peopleOfRun(suite, run);
  const bodies = [...new Set(people.map(({ body }) => body))].map((body) => {
    const own = people.filter((person) => person.body === body);
    return { n: own.length, scenario: scenarioOfPerson(own[0]) };
  });
  const [first] = bodies;
  const spec = specIn(first.scenario, decoder.patch);
  const { prompts, living, restSeconds, briefMs } = suite;
  return [
    `Decoders were measured with ${suite.name} (hash ${suiteHash(suite)}; myodesis ${version}) on ${people.length} simulated people ` +
      `(${run.quick ? 'a quick look, not the whole suite' : `the ${run.split} split of ${Object.values(suite.people).flat().length}`}):`,
    `${bodies.map(({ n, scenario }) => `${n} of ${bodyText(scenario)}`).join('; ')}.`,
    `Signals were filtered (${[...new Set(bodies.map(({ scenario }) => filtersText(specIn(scenario, decoder.patch))))].join('; or ')}), causally, and cut into windows of ${spec.windowMs} ms every ${spec.stepMs} ms.`,
    featuresText(decoder, spec),
    `${trainedWords(decoder.outside)} tested in other sessions, whose contractions, noise and timing are new: prompts of ${prompts.holdMs} ms, ${prompts.repetitions} of each movement, ` +
      `${suite.conditions.map(({ title }) => `${title.charAt(0).toLowerCase()}${title.slice(1)}`).join('; ')}; the last ${briefMs} ms of the first repetition as the only calibration${briefWords(decoder.outside)}; and ` +
      `a script of daily living (${living.repetitions} episodes of each movement) with ${restSeconds} s of rest at its end.`,
    `Accuracy is the mean over classes, rest among them, of the share of windows with the right command after ${spec.smoothing.majorityVotes} votes; windows in which the intent changed are left out. The score is the mean of the eight abilities. ` +
      'A false activation is a movement out of rest while rest was intended, per hour of standing still (Poisson interval). Recovery is the time from the end of a disturbance until commands are those of the undisturbed session, at most 3 s. ' +
      'Online, a simulated user who sees the prosthesis and corrects it reached postures (Target Achievement Control).' +
      (decoder.outside
        ? ' Time waited for answers of the decoder there, and each held from the next 20 ms on.'
        : ''),
    'Intervals are 95 % of the mean over people (Student’s t). Decoders are told apart by two-sided paired permutation tests over people; over several baselines p is adjusted after Holm.',
  ].join(' ');
}

function bodyText({ name, electrodes, sampleRateHz, calibration }: Scenario): string {
  const { positions, type, configuration, contactDiameterMm, interElectrodeMm } = electrodes;
  const pairs = configuration === 'monopolar' ? '' : `, ${interElectrodeMm} mm apart`;
  return (
    `“${name}” (${positions.length} ${type} channels, ${configuration}, contacts of ${contactDiameterMm} mm${pairs}; ${sampleRateHz} Hz; ` +
    `${calibration.movements.length} classes, ${calibration.repetitions} repetitions at ${calibration.strengthPercent} % MVC)`
  );
}

function filtersText({ filters }: DecoderSpec): string {
  const texts = filters.map(({ kind, order, cutoffHz, highCutoffHz, q }) => {
    if (kind === 'notch') return `notch at ${cutoffHz} Hz, Q ${q}`;
    const band = kind === 'bandpass' ? `${cutoffHz} to ${highCutoffHz}` : `${cutoffHz}`;
    return `${kind} of order ${order} at ${band} Hz`;
  });
  return texts.join(', ') || 'no filter';
}

function featuresText({ name, outside }: BenchmarkDecoder, spec: DecoderSpec): string {
  if (outside?.input === 'window')
    return `The decoder, ${name}, was given the filtered samples of each window.`;
  if (spec.control === 'direct') return `The decoder, ${name}, compares the amplitudes of two sites.`;
  const counts =
    spec.thresholds === 'rest'
      ? `crossings and turns counted above ${spec.thresholdRestMultiple} × the noise of rest`
      : spec.thresholds === 'fixed'
        ? `crossings and turns counted above ${spec.thresholdUv} µV`
        : 'crossings and turns counted as LibEMG does';
  return `Features were ${spec.features.join(', ')} of each channel (${counts}), ${spec.standardize && outside?.input !== 'raw-features' ? 'standardised by mean and SD of the calibration' : 'not standardised'}; the decoder was ${name}.`;
}

/** What the decoder learned from; a sentence whose end is to come. */
function trainedWords(outside: OutsidePart | undefined): string {
  if (!outside)
    return 'In each person the decoder was trained on that person’s own calibration and on nothing else, and';
  const { name } = outside;
  if (outside.learns)
    return `${name} is a process outside myodesis: in each person it was given the samples of that person’s own calibration to learn from, with nothing to tell what else it knew; it was`;
  const scaled = outside.input === 'features' ? ' but mean and SD of its features in each person' : '';
  return (
    `${name} is ${trainingText(outside)}: nothing of it was trained here${scaled}, and on what it was trained is not known here. ` +
    'The baselines were trained in each person on that person’s own calibration and on nothing else. All were'
  );
}

function briefWords(outside: OutsidePart | undefined): string {
  if (!outside || outside.learns) return '';
  if (outside.file?.includes('{calibration}')) return ', for which it is another model';
  return outside.input === 'features'
    ? ', of which it takes mean and SD alone'
    : ', of which it takes nothing';
}
