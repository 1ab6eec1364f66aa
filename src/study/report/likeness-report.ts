import type { Comparison } from '../likeness/compare.js';
import type { Spread } from '../likeness/people.js';
import { isSpectral, statisticInfos } from '../likeness/statistic-names.js';
import { correlationsOf, nearness, spectrumOf } from '../likeness/summaries.js';
import { curvePlot } from './curve-plot.js';
import { mapPlot } from './map-plot.js';
import type { ReportFacts } from './matrix-report.js';
import { figures, htmlTable, page, type Section } from './page.js';
import { percent1 } from './svg.js';

/** Traits shown of the forest; the others tell little. */
const MOST_TRAITS = 10;

/** The report of a comparison: statistics, spectra, correlations, forest, training on one and testing on the other. */
export function likenessReport(comparison: Comparison, { title, facts, footer }: ReportFacts): string {
  const sections = [
    statisticsSection(comparison),
    ...signalSections(comparison),
    ...forestSection(comparison),
    ...trainingSection(comparison),
    ...notesSection(comparison),
  ];
  return page(title, facts, sections, footer);
}

function statisticsSection(comparison: Comparison): Section {
  const { compared, within1, within2 } = nearness(comparison);
  const { rows } = comparison;
  const zOf = rows.find((row) => row.zOf !== null)?.zOf;
  const spread =
    zOf === undefined
      ? 'One person on each side: how much people differ is not known, so differences have no z.'
      : `z is the difference in standard deviations between the ${zOf} people; of ${compared} statistics ${within1} lie within 1, ${within2} within 2.`;
  return {
    title: 'Statistics',
    text: `Mean ± SD between people. ${spread}`,
    content: htmlTable(
      ['statistic', 'what it is', 'unit', 'real', 'simulated', 'difference', 'z', 'SD ratio', ''],
      rows.map(({ name, real, simulated, difference, z, sdRatio, reason }) => [
        name,
        statisticInfos[name].explain + (isSpectral(name) ? ' *' : ''),
        statisticInfos[name].unit,
        spreadText(real),
        spreadText(simulated),
        signed(difference),
        signed(z, 1),
        sdRatio === null ? '' : sdRatio.toFixed(2),
        reason ?? '',
      ]),
      (row) => (Math.abs(rows[row]?.z ?? Infinity) <= 1 ? 'best' : ''),
    ),
  };
}

function signalSections({ real, simulated }: Comparison): Section[] {
  const sides = [real, simulated].filter(({ portraits }) => portraits.length > 0);
  if (sides.length === 0) return [];
  const named = (side: (typeof sides)[number]): string => (side === real ? 'real' : 'simulated');
  return [
    {
      title: 'Spectra',
      text: 'Of the stronger half of recordings and channels, in dB of the power in the band per Hz; the median over people.',
      content: curvePlot(
        sides.flatMap((side) => {
          const spectrum = spectrumOf(side);
          if (!spectrum) return [];
          const { frequency, decibel } = spectrum;
          return [{ name: named(side), x: frequency, y: decibel, reference: side === real }];
        }),
        { title: 'Spectra', x: 'frequency (Hz)', y: 'dB/Hz' },
      ),
    },
    {
      title: 'Correlation between channels',
      text: 'Of the raw signals without sign, white 0 and dark 1; the median over recordings and people.',
      content: figures(
        sides.flatMap((side) => {
          const map = correlationsOf(side);
          return map ? [[mapPlot(named(side), map), named(side)] as const] : [];
        }),
      ),
    },
  ];
}

function forestSection({ twoSample }: Comparison): Section[] {
  if (!twoSample) return [];
  const { auc, sd, parts, splitBy, windows, telling } = twoSample;
  return [
    {
      title: 'Can they be told apart?',
      text:
        `A random forest tells simulated windows of 250 ms (${windows.simulated}) from real ones (${windows.real}) with ` +
        `an area under the ROC of ${auc.toFixed(3)} ± ${sd.toFixed(3)} over ${parts} parts, tested on what it had not seen ` +
        `of any ${splitBy}: 0.5 is chance, 1 is always. Two real people differ too, and more of them than of one are needed to tell the kinds apart.`,
      content: htmlTable(
        ['what tells most', 'share', 'real (median)', 'simulated (median)'],
        telling
          .slice(0, MOST_TRAITS)
          .map((trait) => [
            trait.name,
            percent1(trait.importance),
            trait.real.toPrecision(3),
            trait.simulated.toPrecision(3),
          ]),
      ),
    },
  ];
}

function trainingSection({ transfer }: Comparison): Section[] {
  if (!transfer || transfer.rows.length === 0) return [];
  return [
    {
      title: 'Train on one, test on the other',
      text: 'Right decisions on windows of people, or repetitions, that were not learned from: mean ± SD over the people tested.',
      content: htmlTable(
        ['from, to', 'features', 'classifier', 'accuracy', 'SD', 'people'],
        transfer.rows.map(({ direction, features, classifier, accuracy, sd, perPerson }) => [
          direction,
          features.join(' + '),
          classifier,
          percent1(accuracy),
          sd === null ? '' : percent1(sd),
          perPerson.length,
        ]),
      ),
    },
  ];
}

function notesSection({ notes, transfer }: Comparison): Section[] {
  const lines = [...notes, ...(transfer?.failures ?? [])];
  if (lines.length === 0) return [];
  return [
    {
      title: 'Notes',
      content: htmlTable(
        ['note'],
        lines.map((line) => [line]),
      ),
    },
  ];
}

/** Mean ± SD with three digits; a dash where there is none. */
export function spreadText(spread: Spread | null): string {
  if (!spread) return '–';
  return spread.sd === null ? digits(spread.mean) : `${digits(spread.mean)} ± ${digits(spread.sd)}`;
}

function signed(value: number | null, decimals?: number): string {
  if (value === null) return '';
  const text = decimals === undefined ? digits(value) : value.toFixed(decimals);
  return value > 0 ? `+${text}` : text;
}

function digits(value: number): string {
  const size = Math.abs(value);
  return value.toFixed(size >= 1000 ? 0 : size >= 100 ? 1 : size >= 0.995 ? 2 : 3);
}
