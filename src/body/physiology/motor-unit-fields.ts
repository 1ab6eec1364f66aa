import { choice, flag, number, type GroupValue } from '../../ground/signal/field.js';

/** Properties that the motor-unit pools of all muscles share; number and recruitment are those of each muscle. */
export const motorUnitFields = {
  rateLaw: choice({
    options: ['fuglevand', 'de-luca'],
    default: 'fuglevand',
    explain:
      'How discharge rates follow excitation. fuglevand: straight up to a peak rate. de-luca: by an equation fitted to ' +
      'decomposed contractions, in which early units are fast from the start and late ones slow throughout (onion skin).',
    source: ['fuglevand-1993', 'de-luca-2010'],
    live: 'body',
  }),
  spectrumMuscle: choice({
    options: ['vastus-lateralis', 'tibialis-anterior', 'first-dorsal-interosseous'],
    default: 'vastus-lateralis',
    explain: 'Muscle whose constants De Luca’s equation takes; only rateLaw de-luca reads it.',
    source: 'de-luca-2010',
    assumption: true,
    live: 'body',
  }),
  rateScatterPercent: number({
    unit: '%',
    default: 28,
    min: 0,
    max: 50,
    explain:
      'Spread (SD) of the units’ rates about what their thresholds say, at all forces. With the fall from first to last ' +
      'unit, 28 % gives the 27 to 32 % seen at MVC. A unit that discharges slowly contracts slowly in proportion.',
    source: 'bellemare-1983',
    live: 'body',
  }),
  rateGain: number({
    unit: '1/s per unit of excitation',
    default: 1,
    min: 0.3,
    max: 3,
    step: 0.05,
    explain:
      'How steeply a unit’s discharge rate rises with excitation above its threshold (rateLaw fuglevand).',
    source: 'fuglevand-1993',
    live: 'body',
  }),
  minimumRateHz: number({
    unit: 'Hz',
    default: 8,
    min: 3,
    max: 15,
    step: 0.5,
    explain: 'Discharge rate at recruitment in a muscle whose peakRateHz is 32; in others it goes with that.',
    source: 'fuglevand-1993',
    live: 'body',
  }),
  peakRateFirstHz: number({
    unit: 'Hz',
    default: 35,
    min: 16,
    max: 60,
    explain:
      'Highest discharge rate of the first unit in a muscle whose peakRateHz is 32. Above that of the last: De Luca’s ' +
      'order; below: the reverse.',
    source: 'fuglevand-1993',
    live: 'body',
  }),
  peakRateLastHz: number({
    unit: 'Hz',
    default: 25,
    min: 16,
    max: 60,
    explain: 'Highest discharge rate of the last unit recruited in a muscle whose peakRateHz is 32.',
    source: 'fuglevand-1993',
    live: 'body',
  }),
  intervalDistribution: choice({
    options: ['normal', 'gamma'],
    default: 'normal',
    explain: 'Distribution of the intervals between one unit’s discharges.',
    source: 'fuglevand-1993',
    live: 'body',
  }),
  intervalCv: number({
    unit: '1',
    default: 0.13,
    min: 0.05,
    max: 0.3,
    step: 0.01,
    explain: 'Coefficient of variation of a unit’s intervals in an effort well above its threshold.',
    source: 'moritz-2005',
    live: 'body',
  }),
  recruitmentCv: number({
    unit: '1',
    default: 0.3,
    min: 0.05,
    max: 0.35,
    step: 0.01,
    explain:
      'The same at recruitment, where synaptic noise decides when a unit discharges; it falls exponentially to ' +
      'intervalCv as effort rises, by 63 % within a tenth of maximal excitation (assumption).',
    source: 'moritz-2005',
    live: 'body',
  }),
  refractoryMs: number({
    unit: 'ms',
    default: 10,
    min: 2,
    max: 15,
    step: 0.5,
    explain: 'No interval between two discharges of a unit is shorter than this, doublets excepted.',
    assumption: true,
    live: 'body',
  }),
  persistentInwardHz: number({
    unit: 'Hz',
    default: 0,
    min: 0,
    max: 8,
    step: 0.1,
    explain:
      'Hysteresis by persistent inward currents: a unit goes on until excitation has fallen below its threshold by what ' +
      'changes rates by this much (ΔF), slowing down; 3 is typical. 0: it stops where it started. While effort falls, ' +
      'force stays above what is asked for.',
    source: 'soleus-pic-2019',
    live: 'block',
  }),
  doubletPercent: number({
    unit: '%',
    default: 0,
    min: 0,
    max: 100,
    explain:
      'Share of units whose first discharge is a doublet when recruited by a ballistic effort: 5 before and 33 after training.',
    source: 'van-cutsem-1998',
    live: 'block',
  }),
  doubletMs: number({
    unit: 'ms',
    default: 5,
    min: 2,
    max: 10,
    step: 0.5,
    explain:
      'Interval between the two discharges of a doublet; from unit to unit it varies by half either way.',
    source: 'van-cutsem-1998',
    live: 'block',
  }),
  commonDrivePercent: number({
    unit: '% of excitation',
    default: 1.2,
    min: 0,
    max: 10,
    step: 0.05,
    explain:
      'Slow fluctuation (SD) of excitation that all units of a muscle share, in proportion to it. In large pools it rules ' +
      'the variability of force above the lowest forces; below, the units’ own intervals do. 1.2 was fitted so that it ' +
      'alone varies force by 1.5 %, the plateau above 15 % MVC; the proportion is assumed.',
    source: ['dideriksen-2012', 'taylor-2003', 'moritz-2005'],
    assumption: true,
    live: 'block',
  }),
  commonDriveHz: number({
    unit: 'Hz',
    default: 2.5,
    min: 0.5,
    max: 5,
    step: 0.1,
    explain: 'Upper frequency of the fluctuation that all units of a muscle share.',
    source: 'dideriksen-2012',
    live: 'body',
  }),
  twitchForceRange: number({
    unit: '1',
    default: 100,
    min: 5,
    max: 300,
    explain: 'Twitch force of the strongest unit over that of the weakest.',
    source: 'fuglevand-1993',
    live: 'body',
  }),
  contractionTimeMs: number({
    unit: 'ms',
    default: 90,
    min: 40,
    max: 150,
    explain:
      'Time to peak of the slowest unit’s twitch in a muscle whose peakRateHz is 32, without scatter of rates.',
    source: 'fuglevand-1993',
    live: 'body',
  }),
  contractionTimeRange: number({
    unit: '1',
    default: 3,
    min: 1.2,
    max: 5,
    step: 0.1,
    explain: 'Contraction time of the slowest unit over that of the fastest.',
    source: 'fuglevand-1993',
    live: 'body',
  }),
  smallestUnitFibres: number({
    unit: '1',
    default: 21,
    min: 5,
    max: 200,
    integer: true,
    explain: 'Muscle fibres of the smallest motor unit.',
    source: 'enoka-2001',
    live: 'body',
  }),
  innervationRange: number({
    unit: '1',
    default: 84,
    min: 2,
    max: 200,
    explain: 'Fibres of the largest unit over those of the smallest; numbers in between grow exponentially.',
    source: 'enoka-2001',
    live: 'body',
  }),
  velocityMeanMPerS: number({
    unit: 'm/s',
    default: 3.7,
    min: 3,
    max: 4.5,
    step: 0.05,
    explain:
      'Mean conduction velocity of the units’ fibres; single units lie between 2.6 and 5.3 m/s at 3.7.',
    source: 'andreassen-1987',
    live: 'body',
  }),
  velocityForceCorrelation: number({
    unit: '1',
    default: 0.87,
    min: 0,
    max: 1,
    step: 0.01,
    explain: 'Correlation between a unit’s conduction velocity and its rank by twitch force.',
    source: 'andreassen-1987',
    live: 'body',
  }),
  territoryAreaMm2: number({
    unit: 'mm²',
    default: 26.7,
    min: 1,
    max: 100,
    step: 0.1,
    explain:
      'Mean area of the cross-section over which the fibres of a unit are scattered, among those of others; it goes with ' +
      'the cube root of a unit’s fibres. 26.7 mm² are 5.8 mm across.',
    source: 'birkbeck-2020',
    live: 'templates',
  }),
  spikeLengthMm: number({
    unit: 'mm',
    default: 2.07,
    min: 1,
    max: 6,
    step: 0.01,
    explain:
      'Length of the action potential’s spike along a fibre, at half its height: short spikes reach to higher frequencies. ' +
      '2.07 is 768 z³ exp(−2z) mV, z in mm; 4.13 is Rosenfalck’s 96 z³ exp(−z), too long for single-fibre recordings.',
    source: ['nandedkar-1983', 'gath-1975'],
    live: 'templates',
  }),
  fatigue: flag({
    default: false,
    explain:
      'Let units tire and recover: force, rate, contraction time and conduction velocity change with use.',
    source: 'potvin-2017',
    live: 'block',
  }),
  fatigabilityRange: number({
    unit: '1',
    default: 180,
    min: 1,
    max: 500,
    explain: 'How much faster the most fatigable unit loses force than the least fatigable.',
    source: 'potvin-2017',
    live: 'block',
  }),
  fatigueFactor: number({
    unit: '1/s',
    default: 0.0225,
    min: 0,
    max: 0.2,
    step: 0.0005,
    explain: 'Fraction of its force the most fatigable unit loses per second of full activity.',
    source: 'potvin-2017',
    live: 'block',
  }),
  rateAdaptation: number({
    unit: '1',
    default: 0.67,
    min: 0,
    max: 1,
    step: 0.01,
    explain: 'How far the discharge rate of a unit sags while it stays active.',
    source: 'potvin-2017',
    live: 'block',
  }),
  rateAdaptationTimeS: number({
    unit: 's',
    default: 22,
    min: 2,
    max: 120,
    explain: 'Time constant of that sag.',
    source: 'potvin-2017',
    live: 'block',
  }),
  contractionSlowing: number({
    unit: '1',
    default: 0.379,
    min: 0,
    max: 1,
    step: 0.001,
    explain: 'How much a unit’s contraction time grows by the time all its force is lost.',
    source: 'potvin-2017',
    live: 'block',
  }),
  recoveryTimeS: number({
    unit: 's',
    default: 120,
    min: 5,
    max: 1800,
    explain: 'Time constant with which a resting unit regains its force.',
    assumption: true,
    live: 'block',
  }),
  velocityDeclinePercent: number({
    unit: '%',
    default: 53,
    min: 0,
    max: 70,
    explain:
      'How far conduction velocity falls in the largest units when driven fully for minutes; 40 % of that in the smallest. ' +
      '53 was fitted to a fall by 33 % in a minute at 50 % MVC, as in half of people; 5 gives the 3 % of the others. The ' +
      'mean frequency falls by 23 % here, less than theirs.',
    source: 'naeije-1982',
    assumption: true,
    live: 'block',
  }),
  spikeWideningPercent: number({
    unit: '%',
    default: 45,
    min: 0,
    max: 200,
    step: 5,
    explain:
      'How much longer along the fibre the action potential gets when its muscle is driven fully for minutes. 45 was fitted ' +
      'to an amplitude that rises by 60 % of its start at 50 % MVC. The spectrum hardly feels it, since tissue filters ' +
      'more: why frequencies fall in people whose velocity does not is open.',
    source: 'lind-1979',
    assumption: true,
    live: 'block',
  }),
  velocityDeclineTimeS: number({
    unit: 's',
    default: 25,
    min: 5,
    max: 600,
    explain: 'Time constant of that fall in a fully driven unit.',
    assumption: true,
    live: 'block',
  }),
} as const;

/** Values of {@link motorUnitFields}. */
export type MotorUnitSpec = GroupValue<typeof motorUnitFields>;
