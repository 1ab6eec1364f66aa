import { statisticInfos } from '../likeness/statistic-names.js';
import { twinChanges, twinNearness, twinRows, unmatched } from '../twin/twin-summaries.js';
import type { Twin } from '../twin/twin.js';
import { curvePlot } from './curve-plot.js';
import { mapPlot } from './map-plot.js';
import type { ReportFacts } from './matrix-report.js';
import { figures, htmlTable, page, type Section } from './page.js';

/** The report of a twin: how near it came, who it is, and what could not be matched. */
export function twinReport(twin: Twin, { title, facts, footer }: ReportFacts): string {
  const { target, portrait, history } = twin;
  const { compared, within1, within1Before, patternDb, patternDbBefore, yardstick } = twinNearness(twin);
  const rows = twinRows(twin);
  const sections: Section[] = [
    {
      title: 'How near the twin came',
      text:
        `In a session that the search has not seen. Of ${compared} statistics ${within1} lie within 1 SD between people ` +
        `(set ${yardstick}) of the recording, ${within1Before} of the preset before; levels by movement and channel ` +
        `differ by ${patternDb.toFixed(1)} dB, ${patternDbBefore.toFixed(1)} before.`,
      content: htmlTable(
        ['statistic', 'what it is', 'unit', 'recorded', 'twin', 'z before', 'z'],
        rows.map(({ name, recorded, twin: own, before, after }) => [
          name,
          statisticInfos[name].explain,
          statisticInfos[name].unit,
          number(recorded),
          number(own),
          number(before, 1),
          number(after, 1),
        ]),
        (row) => (Math.abs(rows[row]?.after ?? Infinity) <= 1 ? 'best' : ''),
      ),
    },
    {
      title: 'What could not be matched',
      text:
        'More than 2 SD between people away, or not there to be compared. The gain of the recording, its onsets and its ' +
        'artefacts are no part of a twin.',
      content: htmlTable(
        ['statistic'],
        unmatched(twin).map((line) => [line]),
      ),
    },
    {
      title: 'Spectra',
      text: 'In dB of the power in the band per Hz.',
      content: curvePlot(
        [
          { name: 'recorded', x: target.spectrum.frequency, y: target.spectrum.decibel, reference: true },
          { name: 'twin', x: portrait.spectrum.frequency, y: portrait.spectrum.decibel },
        ],
        { title: 'Spectra', x: 'frequency (Hz)', y: 'dB/Hz' },
      ),
    },
    {
      title: 'Correlation between channels',
      content: figures([
        [mapPlot('recorded', target.correlations), 'recorded'],
        [mapPlot('twin', portrait.correlations), 'twin'],
      ]),
    },
    {
      title: 'Who the twin is',
      text: 'Many people make much the same signals: these are one of them.',
      content: htmlTable(
        ['field', 'unit', 'preset', 'twin'],
        twinChanges(twin).map(({ path, unit, from, to }) => [path, unit, number(from), number(to)]),
      ),
    },
    {
      title: 'Muscles and their drives',
      text: 'By which the levels come about: they follow the recording, not anatomy. Angles in degrees.',
      content: htmlTable(
        ['muscle', 'angle, preset', 'angle, twin', ...twin.scenario.intent.movements],
        twin.scenario.muscles.map(({ name, angleDeg, drives }, m) => [
          name,
          (twin.base.muscles[m]?.angleDeg ?? NaN).toFixed(1),
          angleDeg.toFixed(1),
          ...twin.scenario.intent.movements.map((movement) => (drives[movement] ?? 0).toFixed(2)),
        ]),
      ),
    },
    {
      title: 'The search',
      text: `Least distance after each of ${history.length} generations.`,
      content: curvePlot([{ name: 'distance', x: history.map((_, n) => n + 1), y: history }], {
        title: 'The search',
        x: 'generation',
        y: 'distance',
      }),
    },
  ];
  return page(title, facts, sections, footer);
}

function number(value: number | null, decimals = 3): string {
  if (value === null) return '–';
  return decimals === 1
    ? `${value > 0 ? '+' : ''}${value.toFixed(1)}`
    : Number(value.toPrecision(decimals)).toString();
}
