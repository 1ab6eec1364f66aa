import type { ProportionalSpec } from '../proportional/proportional-fields.js';
import type { SmoothingSpec } from '../smoothing/smoothing-fields.js';
import type { FilterSpec } from '../filters/filter-spec.js';
import type { CSource, Work } from './c-source.js';
import type { ExportableDecoder } from './exportable.js';

/** What is told of where a decoder comes from. */
export interface ExportOptions {
  /** Name of the decoder, such as that of its file. */
  readonly name?: string;
  /** Version of the product that writes. */
  readonly version?: string;
}

/** What the head tells beside what the decoder says of itself. */
export interface HeadFacts {
  readonly filters: readonly FilterSpec[];
  /** Columns of a feature vector. */
  readonly features: number;
}

/** The top of the file: where it comes from, how it is used, what it costs; then the declarations. */
export function headText(
  { decoder, control, length, step }: ExportableDecoder,
  source: CSource,
  { filters, features }: HeadFacts,
  { name = 'a trained decoder', version }: ExportOptions,
): string {
  const { spec, signal, classes } = decoder;
  const { smoothing, proportional } = control.settings;
  const facts: readonly (readonly [what: string, is: string])[] = [
    ['from', `${name}, by myodesis${version === undefined ? '' : ` ${version}`}`],
    [
      'signal',
      `${signal.channelNames.length} channels (${signal.channelNames.join(', ')}) at ${signal.sampleRateHz} Hz, in volts`,
    ],
    [
      'filters',
      filters.map(filterText).join(', ') || 'none: the signal must come filtered as it was in training',
    ],
    ['window', `${length} samples, a decision every ${step}`],
    [
      'features',
      `${spec.features.join(', ')}: ${features} numbers${spec.standardize ? ', standardised' : ''}`,
    ],
    ['model', `${spec.classifier}, ${classes.length} classes (${classes.join(', ')})`],
    ['then', [...smoothingTexts(smoothing), proportionalText(proportional)].join(', ')],
    ['state', `${source.stateBytes} bytes, work space included, where int takes 4`],
    ['tables', `${source.constantBytes} bytes, and the names of the classes`],
    ['per sample', `${workText(source.costOf('sample'))}, all channels`],
    [
      'per decision',
      `${workText(source.costOf('decision'))} more, at most; comparisons and copies not counted`,
    ],
  ];
  const lines = facts.flatMap(([what, is]) => wrapped(`${`${what}:`.padEnd(14)}${plain(is)}`, 14));
  return `/*
 * Decoder of EMG in C99: one file, single precision, no allocation, nothing but math.h.
 *
${lines.map((line) => ` * ${line}`).join('\n')}
 *
 * Use: call myodesis_sample() with one sample of every channel, in volts and in the order above, at the rate above. It
 * returns MYODESIS_NONE while a window fills, else the index of the class decided; myodesis_latest() tells more of it.
 * myodesis_reset() starts anew: call it where samples were lost. There is one decoder, and it is not for several threads.
 * Other files include this one with MYODESIS_DECLARATIONS defined. Do not compile it with -ffast-math: missing samples
 * are found by arithmetic on NaN. Check it on your machine: cc -std=c99 -O2 -DMYODESIS_TEST FILE -lm && ./a.out
 */

#ifndef MYODESIS_DECODER
#define MYODESIS_DECODER

#define MYODESIS_CHANNELS ${signal.channelNames.length}
#define MYODESIS_CLASSES ${classes.length}
#define MYODESIS_SAMPLE_RATE_HZ ${signal.sampleRateHz}
#define MYODESIS_STATE_BYTES ${source.stateBytes}
/* No decision is due. */
#define MYODESIS_NONE (-2)

typedef struct myodesis_decision {
  int decided;      /* what to obey: the index of a class; -1 is rest where no class is rest */
  int predicted;    /* what the model alone says of this window */
  int rejected;     /* 1 where the confidence was too low and rest is held instead */
  float confidence; /* probability of the class before rejection */
  float speed;      /* 0 ... 1, 0 at rest */
  float posterior[MYODESIS_CLASSES];
} myodesis_decision;

extern const char *const myodesis_class_names[MYODESIS_CLASSES];
void myodesis_reset(void);
int myodesis_sample(const float *volts);
const myodesis_decision *myodesis_latest(void);

#endif

#ifndef MYODESIS_DECLARATIONS
#include <math.h>

const char *const myodesis_class_names[MYODESIS_CLASSES] = {
${classes.map((name) => `  ${quoted(name)},`).join('\n')}
};

`;
}

function filterText(spec: FilterSpec): string {
  switch (spec.kind) {
    case 'notch':
      return `notch ${spec.cutoffHz} Hz${(spec.harmonics ?? 1) > 1 ? ` to ${spec.harmonics} times that` : ''} (Q ${spec.q})`;
    case 'comb':
      return `comb ${spec.cutoffHz} Hz (Q ${spec.q})`;
    default:
      return `${spec.kind} ${[spec.cutoffHz].flat().join(' to ')} Hz (order ${spec.order})`;
  }
}

function smoothingTexts(spec: SmoothingSpec): string[] {
  const own = Object.keys(spec.rejectBelowPerClass).length > 0;
  return [
    ...(spec.fusionWindows > 1 ? [`fusion of ${spec.fusionWindows} windows`] : []),
    ...(spec.rejectBelow > 0 || own
      ? [`rejection below ${spec.rejectBelow}${own ? ' or the threshold of the class' : ''}`]
      : []),
    ...(spec.majorityVotes > 1 ? [`majority of ${spec.majorityVotes} votes`] : []),
    ...(spec.onsetRestSd > 0 ? [`onset at ${spec.onsetRestSd} SD over rest`] : []),
    ...(spec.debounceDecisions > 1 ? [`${spec.debounceDecisions} alike in a row`] : []),
    ...(spec.rampDecisions > 0 ? [`velocity ramp over ${spec.rampDecisions} decisions`] : []),
  ];
}

function proportionalText({ enabled, map }: ProportionalSpec): string {
  return enabled ? `proportional speed (${map})` : 'full speed';
}

function workText({ operations, calls }: Work): string {
  const of = calls > 0 ? ` and ${calls} calls of math.h` : '';
  return `${operations} additions, multiplications and divisions${of}`;
}

/** Text that can stand in a comment. */
function plain(text: string): string {
  return text
    .replace(/[^ -~]/g, '?')
    .replaceAll('*/', '* /')
    .replaceAll('/*', '/ *');
}

/** Lines of a comment, later ones indented. */
function wrapped(text: string, indent: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line.length + word.length > 112) {
      lines.push(line);
      line = ' '.repeat(indent - 1);
    }
    line += line === '' ? word : ` ${word}`;
  }
  return [...lines, line].map((one) => one.trimEnd());
}

/** A string of C, whatever a class is called. */
function quoted(text: string): string {
  const bytes = [...new TextEncoder().encode(text)];
  const safe = bytes.map((byte) =>
    byte < 32 || byte > 126 || byte === 34 || byte === 63 || byte === 92
      ? `\\${byte.toString(8).padStart(3, '0')}`
      : String.fromCharCode(byte),
  );
  return `"${safe.join('')}"`;
}
