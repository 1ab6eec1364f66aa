import { median } from '../../../src/ground/math/statistics.js';
import type { ChannelMeasured, MeasuredChain } from './measured-chain.js';

/** What a verdict rests on; which of them, depends on the cause. */
export interface Numbers {
  readonly channels?: readonly string[];
  readonly value?: number;
  readonly against?: number;
  readonly movement?: string;
  readonly decided?: string;
  readonly hz?: number;
}

/** Whether a cause fits what is measured now; `unknown` where too little was seen. */
export interface Verdict extends Numbers {
  readonly state: 'fits' | 'no' | 'unknown';
}

type Judge = (m: MeasuredChain) => Verdict;

/*
 * Bounds of our own, in terms that do not depend on the limb: against rest, against other channels, against the
 * calibration. They are wide, so that what fits can also be seen in the traces.
 */
/** Hum or slow waves that rest, as decoded, does not hide. */
const HUM_OVER_REST = 1;
const HUM_UV = 4;
const SLOW_OVER_REST = 3;
const SLOW_UV = 15;
/** Rest is loud where it is more than this part of the strongest movement. */
const LOUD_REST = 1 / 3;
/** Less than this is heard beside no movement. */
const HEARD_REST = 0.15;
/** A muscle is not at rest that is driven by more than this part of its maximum. */
const TONE = 0.1;
/** Wet contacts have 1 to 5 µV; a rest beyond this is louder than they are. */
const LOUD_UV = 8;
/** One channel apart from the median of the others. */
const NOISY = 2.5;
const QUIET = 0.15;
/** A channel that hears this much more in movement than at rest is alive, however quiet. */
const ALIVE = 3;
const RAIL = 0.002;
const LOST = 0.002;
/** Neighbours on the skin share a good deal; more than this is one signal twice. */
const ALIKE = 0.95;
const MOVED = 0.05;
const CONFUSED = 0.4;
const FELL = 0.1;
const POOR = 0.8;
const STRONGER = 2.5;
/** Movement over rest on the best channel: none at all, and too little to tell movements apart by. */
const NO_EFFORT = 1.7;
const WEAK = 4;
/** Delay at which people begin to wait for the hand. */
const LATE_MS = 300;
const BEATS = { least: 0.7, most: 2.4 };
const ENOUGH = { restS: 1.5, heartS: 3, windows: 30 };

const middle = (values: readonly number[]): number => median(values.filter(Number.isFinite));
const decide = (fits: boolean, numbers: Numbers): Verdict => ({ ...numbers, state: fits ? 'fits' : 'no' });
const unknown: Verdict = { state: 'unknown' };
const rested = (m: MeasuredChain): boolean => m.restSeconds >= ENOUGH.restS;
const moved = (m: MeasuredChain): boolean => m.activeSeconds >= ENOUGH.restS;

function most(m: MeasuredChain, of: (channel: ChannelMeasured) => number): ChannelMeasured | undefined {
  return m.channels.reduce<ChannelMeasured | undefined>(
    (best, next) => (best && !(of(next) > of(best)) ? best : next),
    undefined,
  );
}

const namesOf = (m: MeasuredChain, so: (channel: ChannelMeasured) => boolean): string[] =>
  m.channels.filter(so).map(({ name }) => name);

/** Rest against the strongest movement, in the middle of the channels. */
const restOverActive = (m: MeasuredChain): number =>
  middle(m.channels.map(({ restUv, activeUv }) => restUv / activeUv));
const overRest = (m: MeasuredChain): number =>
  Math.max(...m.channels.map(({ restUv, activeUv }) => activeUv / restUv).filter(Number.isFinite));
const restOf = (m: MeasuredChain): number => middle(m.channels.map(({ restUv }) => restUv));

const hum: Judge = (m) => {
  if (!rested(m)) return unknown;
  const hums = ({ humUv, restUv }: ChannelMeasured): boolean =>
    humUv > HUM_UV && humUv > HUM_OVER_REST * (restUv || 0);
  const worst = most(m, ({ humUv }) => humUv);
  return decide(m.channels.some(hums), {
    channels: namesOf(m, hums),
    value: worst?.humUv ?? 0,
    against: worst?.restUv ?? NaN,
    hz: worst?.humHz ?? 50,
  });
};

const contactNoise: Judge = (m) => {
  if (!rested(m) || !moved(m)) return unknown;
  const numbers = { value: restOf(m), against: 100 * restOverActive(m) };
  // Where it hums, that is what makes rest loud.
  if (restOverActive(m) < LOUD_REST || restOf(m) < LOUD_UV || hum(m).state === 'fits')
    return decide(false, numbers);
  // Noise and a muscle that does not rest sound alike: where nobody knows what the muscles do, they cannot be told apart.
  if (m.restExcitation === undefined) return unknown;
  return decide(m.restExcitation < TONE, numbers);
};

/** What the complaint of a loud rest is about, whatever makes it so. */
const loudRest: Judge = (m) =>
  !rested(m) || !moved(m)
    ? unknown
    : decide(restOverActive(m) >= LOUD_REST, { value: restOf(m), against: 100 * restOverActive(m) });

const tone: Judge = (m) => {
  if (!rested(m) || m.restExcitation === undefined) return unknown;
  const heard = !(restOverActive(m) < HEARD_REST);
  return decide(heard && m.restExcitation >= TONE, { value: 100 * m.restExcitation });
};

const heart: Judge = (m) =>
  m.restSeconds < ENOUGH.heartS
    ? unknown
    : decide(m.ticksPerSecond >= BEATS.least && m.ticksPerSecond <= BEATS.most, {
        value: 60 * m.ticksPerSecond,
      });

const slow: Judge = (m) => {
  if (!rested(m)) return unknown;
  const wanders = ({ slowUv, restUv, railShare, constant }: ChannelMeasured): boolean =>
    !constant && railShare < RAIL && slowUv > SLOW_UV && slowUv > SLOW_OVER_REST * restUv;
  const worst = most(m, ({ slowUv, railShare }) => (railShare < RAIL ? slowUv : -1));
  return decide(m.channels.some(wanders), {
    channels: namesOf(m, wanders),
    value: worst?.slowUv ?? 0,
    against: worst?.restUv ?? NaN,
  });
};

/** A channel against the median of the others. */
function apart(
  m: MeasuredChain,
  of: (channel: ChannelMeasured) => number,
  so: (own: number, others: number) => boolean,
): { channel: ChannelMeasured; others: number }[] {
  return m.channels.flatMap((channel, c) => {
    const others = middle(m.channels.filter((_, i) => i !== c).map(of));
    return so(of(channel), others) ? [{ channel, others }] : [];
  });
}

const oneNoisy: Judge = (m) => {
  if (!rested(m) || m.channels.length < 3) return unknown;
  const noisy = apart(
    m,
    ({ restUv }) => restUv,
    (own, others) => own > NOISY * others,
  ).filter(({ channel }) => channel.railShare < RAIL);
  const worst = noisy.sort((a, b) => b.channel.restUv - a.channel.restUv)[0];
  const loudest = most(m, ({ restUv }) => restUv);
  return decide(worst !== undefined, {
    channels: noisy.map(({ channel }) => channel.name),
    value: worst?.channel.restUv ?? loudest?.restUv ?? NaN,
    against: worst?.others ?? restOf(m),
  });
};

const flat: Judge = (m) => {
  const still = namesOf(m, ({ constant }) => constant);
  if (still.length > 0) return decide(true, { channels: still, value: 0, against: restOf(m) });
  if (!rested(m) || m.channels.length < 3) return unknown;
  const [quietest] = apart(
    m,
    ({ restUv }) => restUv,
    (own, others) => own < QUIET * others,
  ).filter(({ channel: { activeUv, restUv } }) => !(activeUv > ALIVE * restUv));
  const least = most(m, ({ restUv }) => -restUv);
  return decide(quietest !== undefined, {
    channels: quietest ? [quietest.channel.name] : [],
    value: (quietest?.channel ?? least)?.restUv ?? NaN,
    against: quietest?.others ?? restOf(m),
  });
};

const rail: Judge = (m) => {
  const worst = most(m, ({ railShare }) => railShare);
  return decide((worst?.railShare ?? 0) > RAIL, {
    channels: namesOf(m, ({ railShare }) => railShare > RAIL),
    value: 100 * (worst?.railShare ?? 0),
  });
};

const lost: Judge = (m) => {
  const worst = most(m, ({ lostShare }) => lostShare);
  return decide((worst?.lostShare ?? 0) > LOST, { value: 100 * (worst?.lostShare ?? 0) });
};

const alike: Judge = (m) =>
  !m.alike ? unknown : decide(m.alike.r > ALIKE, { channels: m.alike.names, value: m.alike.r });

const restMoves: Judge = (m) =>
  m.restWindows < ENOUGH.windows || !m.restMoved
    ? unknown
    : decide(m.restMoved.share > MOVED, { value: 100 * m.restMoved.share, decided: m.restMoved.decided });

const confused: Judge = (m) =>
  m.windows < ENOUGH.windows || !m.confused
    ? unknown
    : decide(m.confused.share > CONFUSED, {
        value: 100 * m.confused.share,
        movement: m.confused.truth,
        decided: m.confused.decided,
      });

const worse: Judge = (m) =>
  m.windows < ENOUGH.windows || m.calibratedAccuracy === undefined
    ? unknown
    : decide(m.calibratedAccuracy - m.accuracy > FELL, {
        value: 100 * m.accuracy,
        against: 100 * m.calibratedAccuracy,
      });

const otherStrength: Judge = (m) => {
  if (!m.strength || !rested(m) || !moved(m)) return unknown;
  const { movement, now, then } = m.strength;
  // Against a rest that has become louder every movement looks weaker.
  const louder = [hum, contactNoise, tone, oneNoisy].some((judge) => judge(m).state === 'fits');
  return decide(now / then > STRONGER || (then / now > STRONGER && !louder), {
    movement,
    value: now,
    against: then,
  });
};

const taughtPoorly: Judge = (m) =>
  m.calibratedAccuracy === undefined
    ? unknown
    : decide(m.calibratedAccuracy < POOR, { value: 100 * m.calibratedAccuracy });

/** Beside a loud rest nobody knows whether a muscle answers. */
const noEffort: Judge = (m) =>
  !rested(m) || !moved(m)
    ? unknown
    : decide(overRest(m) < NO_EFFORT && restOf(m) < LOUD_UV, { value: overRest(m) });

const weak: Judge = (m) =>
  !rested(m) || !moved(m)
    ? unknown
    : decide(overRest(m) < WEAK && noEffort(m).state !== 'fits', { value: overRest(m) });

const late: Judge = (m) =>
  m.delayMs === undefined ? unknown : decide(m.delayMs > LATE_MS, { value: m.delayMs });

/** Causes that show directly in what is measured. */
const signs = {
  hum,
  contactNoise,
  tone,
  heart,
  slow,
  oneNoisy,
  flat,
  rail,
  lost,
  otherStrength,
  noEffort,
  weak,
} as const;

/** Of what has moved there is no direct sign: it is what is left where decoding got worse and nothing else did. */
const patternsMoved: Judge = (m) => {
  const fell = worse(m);
  if (fell.state !== 'fits') return fell;
  return decide(!Object.values(signs).some((judge) => judge(m).state === 'fits'), fell);
};

const judges = {
  ...signs,
  loudRest,
  alike,
  restMoves,
  confused,
  worse,
  patternsMoved,
  taughtPoorly,
  late,
} as const;

/** Something that can be wrong. */
export type CauseId = keyof typeof judges;

/** Whether a cause fits what is measured. */
export function verdictOn(cause: CauseId, measured: MeasuredChain): Verdict {
  return judges[cause](measured);
}

/** Where to go with a cause: the dial that makes it here, and the tool that shows it. */
export const placesOf: Readonly<
  Partial<
    Record<CauseId, { readonly dial?: string; readonly tool?: 'spectrum' | 'decision' | 'calibration' }>
  >
> = {
  hum: { dial: 'disturbances.mainsUv', tool: 'spectrum' },
  contactNoise: { dial: 'disturbances.noiseUv', tool: 'spectrum' },
  tone: { dial: 'intent.restingTonePercent', tool: 'calibration' },
  heart: { dial: 'disturbances.ecgUv' },
  slow: { dial: 'disturbances.baselineUv', tool: 'spectrum' },
  oneNoisy: { dial: 'disturbances.noiseSpreadDb', tool: 'spectrum' },
  flat: { dial: 'disturbances.liftOffPerMin' },
  rail: { dial: 'disturbances.rangeMv' },
  lost: { dial: 'disturbances.packetLossPercent' },
  alike: { dial: 'disturbances.bridgePercent' },
  otherStrength: { dial: 'intent.strengthPercent', tool: 'calibration' },
  patternsMoved: { dial: 'electrodes.shiftAroundMm', tool: 'calibration' },
  taughtPoorly: { tool: 'calibration' },
  noEffort: { dial: 'surgery.nerveBlock' },
  weak: { dial: 'limb.fatThicknessMm' },
  late: { dial: 'decoder.windowMs', tool: 'decision' },
};
