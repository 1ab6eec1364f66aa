import { perMovement } from '../../ground/movement/movement-fields.js';
import { choice, flag, group, list, number, text, type GroupValue } from '../../ground/signal/field.js';

/** One muscle as a sector of the limb's cross-section. All muscles share the axis and origin of the limb. */
export const muscleFields = {
  name: text({
    default: 'muscle',
    maxLength: 60,
    explain: 'Name, different for every muscle of a limb.',
    live: 'person',
  }),
  angleDeg: number({
    unit: 'deg',
    default: 0,
    min: -360,
    max: 360,
    explain: 'Direction of the middle of the muscle, around the limb from its front.',
    live: 'templates',
  }),
  widthDeg: number({
    unit: 'deg',
    default: 40,
    min: 2,
    max: 360,
    explain: 'Angular width of the muscle.',
    live: 'templates',
  }),
  outerDepthMm: number({
    unit: 'mm',
    default: 1,
    min: 0,
    max: 110,
    step: 0.5,
    explain: 'Depth of the superficial border below the surface of the muscle compartment.',
    live: 'templates',
  }),
  innerDepthMm: number({
    unit: 'mm',
    default: 20,
    min: 0.5,
    max: 115,
    step: 0.5,
    explain: 'Depth of the deep border below the surface of the muscle compartment.',
    live: 'templates',
  }),
  reattachedAngleDeg: number({
    unit: 'deg',
    default: 0,
    min: -90,
    max: 90,
    explain: 'How far around the limb the surgeon moved the muscle when suturing it to bone.',
    live: 'templates',
  }),
  reattachedDepthMm: number({
    unit: 'mm',
    default: 0,
    min: -30,
    max: 30,
    step: 0.5,
    explain: 'How much deeper the muscle came to lie when sutured to bone.',
    live: 'templates',
  }),
  fixation: number({
    unit: '1',
    default: 1,
    min: 0,
    max: 1,
    step: 0.01,
    explain: 'Quality of the suture to bone: an unfixed muscle retracts, wastes and pulls on nothing.',
    source: 'jaegers-1995',
    assumption: true,
  }),
  tension: number({
    unit: '1',
    default: 1,
    min: 0.5,
    max: 1.6,
    step: 0.01,
    explain: 'Length at which the muscle was sutured, relative to its natural rest length.',
    source: 'gordon-1966',
    assumption: true,
  }),
  cut: flag({
    default: true,
    explain:
      'The muscle was cut by the amputation. An intact one keeps its insertion and wastes half as much.',
    source: 'jaegers-1995',
  }),
  construct: choice({
    options: ['none', 'TMR', 'RPNI', 'AMI'],
    default: 'none',
    explain:
      'Nerve construct: targeted reinnervation (TMR), free graft on a nerve end (RPNI), linked opposing pair (AMI).',
    source: ['kuiken-2009', 'kapelner-2016', 'vu-2023', 'song-2024'],
    assumption: true,
  }),
  fibreLengthMm: number({
    unit: 'mm',
    default: 120,
    min: 20,
    max: 400,
    explain: 'Length of the fibres at rest, before retraction and tension.',
    live: 'templates',
  }),
  innervationZoneMm: number({
    unit: 'mm',
    default: -30,
    min: -200,
    max: 200,
    explain:
      'Place of the innervation zone along the limb, from the plane of the electrodes, distal positive.',
    live: 'templates',
  }),
  innervationZonePercent: number({
    unit: '%',
    default: 50,
    min: 10,
    max: 90,
    explain:
      'Where the innervation zone lies between the proximal (0) and the distal end (100) of the fibres.',
    live: 'templates',
  }),
  innervationSpreadMm: number({
    unit: 'mm',
    default: 4,
    min: 0,
    max: 40,
    step: 0.5,
    explain: 'Standard deviation of the end-plates of one unit along the limb.',
    source: 'farina-2004',
    live: 'templates',
  }),
  endSpreadMm: number({
    unit: 'mm',
    default: 5,
    min: 0,
    max: 40,
    step: 0.5,
    explain: 'Standard deviation of the fibre ends at tendon and suture.',
    source: 'farina-2004',
    live: 'templates',
  }),
  unitCount: number({
    unit: '1',
    default: 120,
    min: 1,
    max: 600,
    integer: true,
    explain: 'Motor units of the muscle before nerve loss.',
    source: 'fuglevand-1993',
  }),
  recruitmentRange: number({
    unit: '1',
    default: 30,
    min: 2,
    max: 120,
    explain:
      'Threshold of the last unit over that of the first: 7.3 ends recruitment at 22 % of maximal force, 17 at 41 %, ' +
      '30 at 62 %, 50 at 80 %. Small in the hand, large in the thigh.',
    source: 'fuglevand-1993',
  }),
  peakRateHz: number({
    unit: 'Hz',
    default: 32,
    min: 5,
    max: 60,
    step: 0.1,
    explain:
      'Mean discharge rate of the units in a maximal contraction: biceps 31.1, adductor pollicis 29.9, soleus 10.7. All ' +
      'rates of the muscle go with it, the least ones too (assumption), and contraction times against it.',
    source: 'bellemare-1983',
    live: 'body',
  }),
  drives: perMovement({
    value: number({
      unit: '1',
      default: 0,
      min: 0,
      max: 1,
      step: 0.01,
      explain: 'Share of this muscle’s maximal force that the movement asks for at full strength.',
    }),
    default: {},
    explain: 'Which intended movements drive this muscle and how strongly. A nerve transfer changes them.',
    assumption: true,
    live: 'block',
  }),
};

/** Values of {@link muscleFields}. */
export type MuscleSpec = GroupValue<typeof muscleFields>;

/** The muscles of a limb as a scenario field. */
export const musclesField = list({
  item: { ...group('A muscle of the residual limb.', muscleFields), live: 'body' as const },
  minItems: 1,
  maxItems: 24,
  default: [{}],
  explain: 'Muscles that can be read, as sectors of the cross-section.',
  live: 'person',
});
