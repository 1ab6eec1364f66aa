import { ConfigError } from '../../ground/signal/errors.js';
import { closest } from '../../ground/signal/parse-fields.js';
import { act } from './amplitude/act.js';
import { dasdv } from './amplitude/dasdv.js';
import { iav } from './amplitude/iav.js';
import { isd } from './amplitude/isd.js';
import { ld } from './amplitude/ld.js';
import { ls } from './amplitude/ls.js';
import { mav } from './amplitude/mav.js';
import { mavfd } from './amplitude/mavfd.js';
import { mavslp } from './amplitude/mavslp.js';
import { mdiff } from './amplitude/mdiff.js';
import { mfl } from './amplitude/mfl.js';
import { mlk } from './amplitude/mlk.js';
import { mpk } from './amplitude/mpk.js';
import { msr } from './amplitude/msr.js';
import { mzp } from './amplitude/mzp.js';
import { pap } from './amplitude/pap.js';
import { rms } from './amplitude/rms.js';
import { tm } from './amplitude/tm.js';
import { variance } from './amplitude/var.js';
import { wl } from './amplitude/wl.js';
import { card } from './counts/card.js';
import { hist } from './counts/hist.js';
import { ssc } from './counts/ssc.js';
import { wamp } from './counts/wamp.js';
import { zc } from './counts/zc.js';
import { comp } from './shape/comp.js';
import { cor } from './shape/cor.js';
import { kurt } from './shape/kurt.js';
import { mob } from './shape/mob.js';
import { skew } from './shape/skew.js';
import { dftr } from './spectral/dftr.js';
import { mdf } from './spectral/mdf.js';
import { mnf } from './spectral/mnf.js';
import { mnp } from './spectral/mnp.js';
import { sm } from './spectral/sm.js';
import { irf } from './tdpsd/irf.js';
import { m0 } from './tdpsd/m0.js';
import { m2 } from './tdpsd/m2.js';
import { m4 } from './tdpsd/m4.js';
import { sparsi } from './tdpsd/sparsi.js';
import { wlf } from './tdpsd/wlf.js';
import { ar } from './model/ar.js';
import { cc } from './model/cc.js';
import { fuzzyen } from './entropy/fuzzyen.js';
import { sampen } from './entropy/sampen.js';
import { weng } from './wavelet/weng.js';
import { went } from './wavelet/went.js';
import { wv } from './wavelet/wv.js';
import { wwl } from './wavelet/wwl.js';
import { rmsphasor } from './spatial/rmsphasor.js';
import { wlphasor } from './spatial/wlphasor.js';
import type { FeatureDefinition } from './feature.js';
import type { ResolvedOptions } from './feature-options.js';
import { featureSets } from './feature-sets.js';
import { definitionOf, type Feature } from './own-feature.js';

/** Every feature, by field. */
export const features: readonly FeatureDefinition[] = [
  act,
  dasdv,
  iav,
  isd,
  ld,
  ls,
  mav,
  mavfd,
  mavslp,
  mdiff,
  mfl,
  mlk,
  mpk,
  msr,
  mzp,
  pap,
  rms,
  tm,
  variance,
  wl,
  card,
  hist,
  ssc,
  wamp,
  zc,
  comp,
  cor,
  kurt,
  mob,
  skew,
  dftr,
  mdf,
  mnf,
  mnp,
  sm,
  irf,
  m0,
  m2,
  m4,
  sparsi,
  wlf,
  ar,
  cc,
  fuzzyen,
  sampen,
  weng,
  went,
  wv,
  wwl,
  rmsphasor,
  wlphasor,
];

/** Features as people ask for them: the name of a set or feature, or several, beside features of their own. */
export type FeatureList = string | readonly (string | Feature)[];

/** A feature as asked for: its definition, the order in force, and the name its columns carry. */
export interface RequestedFeature {
  readonly feature: FeatureDefinition;
  readonly order: number;
  readonly label: string;
}

/**
 * Look up features by name. A name may be a feature (MAV), a feature with its order (AR9) or a set (HTD); what is
 * asked for twice is taken once.
 * @throws ConfigError for an unknown name, with the one most likely meant
 */
export function requestFeatures(names: FeatureList, options: ResolvedOptions): RequestedFeature[] {
  const requested = new Map<string, RequestedFeature>();
  const listed = typeof names === 'string' ? [names] : names;
  const flat = listed.flatMap((one): readonly (string | Feature)[] =>
    typeof one === 'string' ? (featureSets[one] ?? [one]) : [one],
  );
  if (flat.length === 0)
    throw new ConfigError('features: got none, expected at least one', { hint: "For example ['HTD']." });
  for (const one of flat) {
    const request = typeof one === 'string' ? lookUp(one, options) : ownRequest(one);
    const clash = requested.get(request.label);
    if (clash && clash.order !== request.order)
      throw new ConfigError(
        `features: got ${request.feature.name} with orders ${clash.order} and ${request.order}, expected one`,
        { hint: 'Their columns would carry the same names; ask for the higher order alone.' },
      );
    requested.set(request.label, request);
  }
  return [...requested.values()];
}

function ownRequest(own: Feature): RequestedFeature {
  const feature = definitionOf(own);
  if (byName.has(own.name) || own.name in featureSets)
    throw new ConfigError(
      `feature: got ${own.name} as the name of your own, expected one that is not taken`,
      {
        field: 'features',
        hint: `Call it MY${own.name}, for example.`,
      },
    );
  return { feature, order: 0, label: own.name };
}

const byName = new Map(features.map((feature) => [feature.name, feature]));

function lookUp(name: string, options: ResolvedOptions): RequestedFeature {
  const plain = byName.get(name);
  if (plain) return { feature: plain, order: plain.order?.default(options) ?? 0, label: name };
  const [, stem = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(name) ?? [];
  const feature = byName.get(stem);
  if (!feature?.order) throw unknownFeature(name);
  const order = Number(digits);
  const { min, max } = feature.order;
  if (order < min || order > max)
    throw new ConfigError(
      `feature ${name}: got order ${order}, expected an integer within [${min}, ${max}]`,
      {
        hint: `For example ${stem}${Math.max(min, 4)}.`,
      },
    );
  // Columns of a feature that has several are numbered, which leaves no room for the order in the name.
  const numbered = feature.kind === 'channel' && feature.columns !== undefined;
  return { feature, order, label: numbered ? stem : name };
}

function unknownFeature(name: string): ConfigError {
  const known = [...Object.keys(featureSets), ...byName.keys()];
  const guess = closest(name, known);
  return new ConfigError(`feature: got ${name}, expected one of ${[...byName.keys()].join(', ')}`, {
    field: 'features',
    hint: guess ? `Did you mean ${guess}?` : `Sets of features: ${Object.keys(featureSets).join(', ')}.`,
  });
}
