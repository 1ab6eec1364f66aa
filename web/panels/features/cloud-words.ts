import { percent } from '../../data/format.js';
import { cloudTexts } from '../../texts/feature-cloud.js';
import type { PlotAxis } from './feature-axes.js';
import type { ClassCount } from './window-filter.js';

/** An axis by its name, with its share or its unit. */
export function axisName(axis: PlotAxis): string {
  const t = cloudTexts();
  if (axis.kind !== 'feature')
    return (axis.kind === 'pca' ? t.pcaAxis : t.ldaAxis)(axis.number, percent(axis.share));
  const { channel, feature, unit } = axis;
  if (unit === undefined) return t.ownAxis(channel, feature);
  return t.featureAxis(channel, feature, unit || t.number);
}

/** The same where there is little room. */
export function shortAxisName(axis: PlotAxis): string {
  if (axis.kind === 'feature') return axisName(axis);
  return `${axis.kind === 'pca' ? 'PC' : 'LD'} ${axis.number}, ${percent(axis.share)}`;
}

/** What the plot shows, for those who do not see it. */
export function cloudSummary(
  axes: readonly PlotAxis[],
  counts: readonly ClassCount[],
  nameOf: (id: string) => string,
): string {
  const t = cloudTexts();
  if (axes.length === 0) return t.collecting;
  const classes = counts.map(({ label, windows, right, wrong, takenFor }) =>
    t.classSummary(nameOf(label), windows, right, wrong, takenFor === undefined ? '' : nameOf(takenFor)),
  );
  return [t.axesSummary(axes.map(axisName).join('; ')), ...classes].join(' ');
}
