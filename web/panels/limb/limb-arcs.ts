import { nothing, svg } from 'lit';
import type { LimbGeometry, ServerMessageOf } from '../../../src/protocol/server-messages.js';
import { middleDeg, polar } from './sector-path.js';
import type { SparkSpread } from './spark-spread.js';
import { sparks } from './touch.js';

const endsOf = ({ electrodes }: LimbGeometry): At[] =>
  electrodes.map(({ contacts }) =>
    polar(middleDeg(contacts.map(({ angleDeg }) => angleDeg)), contacts[0]?.radiusMm ?? 0),
  );

/**
 * The action potential of the picked unit as sparks from its territory to the electrodes.
 * @param full amplitude that is drawn brightest, V
 */
export function sparkArcs(geometry: LimbGeometry, muap: ServerMessageOf<'muap'>, full: number, zoom: number) {
  const place = muap.territories[muap.unit];
  if (!place) return nothing;
  const ends = endsOf(geometry);
  const from = polar(place.angleDeg, place.radiusMm);
  return sparks(muap.channels, full).map((spark, c) => {
    const to = ends[c];
    if (!to || spark < 0.02) return nothing;
    return svg`<path class="spark" data-testid="spark" data-spark=${spark.toFixed(3)} d=${bow(from, to)}
        stroke-width=${(0.3 + 1.7 * spark) * zoom} opacity=${(0.15 + 0.85 * spark).toFixed(2)}></path>
      <circle class="spark-end" cx=${to[0]} cy=${to[1]} r=${(0.8 + 3 * spark) * zoom}
        opacity=${(0.6 * spark).toFixed(2)}></circle>`;
  });
}

/**
 * How wide the spark lies on the skin: a band as wide as its energy is spread over the electrodes.
 * @param brightness 0 … 1, of its largest peak
 */
export function spreadBand(
  { electrodes }: LimbGeometry,
  { angleDeg, halfWidthDeg }: SparkSpread,
  brightness: number,
  zoom: number,
) {
  const contacts = electrodes.flatMap((electrode) => electrode.contacts.map((at) => at.radiusMm));
  const radius = Math.max(0, ...contacts) - 1.6 * zoom;
  const half = Math.min(179.5, Math.max(2, halfWidthDeg));
  const [[x1, y1], [x2, y2]] = [polar(angleDeg - half, radius), polar(angleDeg + half, radius)];
  return svg`<path class="spread" data-testid="spread" data-half-width=${half.toFixed(1)} stroke-width=${2.6 * zoom}
    opacity=${(0.15 + 0.5 * brightness).toFixed(2)}
    d="M${x1.toFixed(2)} ${y1.toFixed(2)}A${radius} ${radius} 0 ${half > 90 ? 1 : 0} 1 ${x2.toFixed(2)} ${y2.toFixed(2)}"></path>`;
}

/** What each electrode hears of each muscle: thick as its share. */
export function shareArcs(geometry: LimbGeometry, crosstalk: ServerMessageOf<'crosstalk'>, zoom: number) {
  const ends = endsOf(geometry);
  return crosstalk.channels.map(({ shares }, c) =>
    shares.map((share, m) => {
      const muscle = geometry.muscles[m];
      const to = ends[c];
      if (!muscle || !to || share < 0.08) return nothing;
      const from = polar(muscle.angleDeg, (muscle.innerRadiusMm + muscle.outerRadiusMm) / 2);
      return svg`<path class="share" data-testid="share-arc" d=${bow(from, to)} stroke-width=${1.8 * share * zoom}></path>`;
    }),
  );
}

type At = readonly [x: number, y: number];

/** An arc between two points that bows away from the axis of the limb. */
function bow([x1, y1]: At, [x2, y2]: At): string {
  const far = 1.15;
  return `M${x1.toFixed(2)} ${y1.toFixed(2)}Q${(((x1 + x2) / 2) * far).toFixed(2)} ${(((y1 + y2) / 2) * far).toFixed(2)} ${x2.toFixed(2)} ${y2.toFixed(2)}`;
}
