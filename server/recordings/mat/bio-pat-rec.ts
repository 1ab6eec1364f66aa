import { StreamError } from '../../../src/ground/signal/errors.js';
import { createBlock, type SampleBlock } from '../../../src/ground/signal/sample-block.js';
import type { MatValue, StoredNumbers } from './mat-values.js';
import type { ReadOptions, Recording, SegmentRange } from '../recording.js';
import { labelOf } from '../segments.js';

const samplesPerBlock = 1024;

interface Session {
  readonly data: StoredNumbers;
  readonly samples: number;
  readonly channels: number;
  readonly movements: number;
}

/**
 * A BioPatRec recording session: `tdata` (samples × channels × movements; `cdata` where there is no
 * `tdata`), `sF` Hz, and per movement `nR` repetitions of `cT` s contraction and `rT` s relaxation. The
 * movements follow one another in the stream. Each contraction is a segment; `rest` is the middle half of
 * each relaxation, clear of the muscles switching on and off. BioPatRec stores volts at its amplifier.
 *
 * @throws StreamError when a field is missing or the data's shape contradicts `nCh` or `nM`
 */
export function recSessionOf(value: MatValue, path: string, options: ReadOptions): Recording {
  const field = (name: string): MatValue | undefined =>
    value.kind === 'struct' ? value.fields.get(name)?.[0] : undefined;
  const numeric = (name: string): number | undefined => {
    const found = field(name);
    return found?.kind === 'numeric' && found.numbers.length > 0 ? found.numbers.at(0) : undefined;
  };
  const session = dataOf(path, field('tdata') ?? field('cdata'), field('nCh'), numeric('nM'));
  const sampleRateHz = options.sampleRateHz ?? numeric('sF');
  if (sampleRateHz === undefined || !(sampleRateHz > 0))
    throw new StreamError(`${path}: recSession has no sampling rate (sF)`, {
      hint: 'Give the sampling rate in Hz, such as --rate 2000.',
    });
  const names = namesOf(field('mov'), session.movements);
  const contraction = numeric('cT') ?? 0;
  const relaxation = numeric('rT') ?? 0;
  const repetitions = numeric('nR') ?? 0;
  const segments = segmentsOf(session, names, {
    contraction: contraction * sampleRateHz,
    relaxation: relaxation * sampleRateHz,
    repetitions,
  });
  const scale = options.unitScale ?? 1;
  return {
    info: {
      sampleRateHz,
      channelNames: Array.from({ length: session.channels }, (_, c) => `ch${c + 1}`),
      unit: 'V',
      unitVolts: scale,
      ...(segments.length === 0 && {
        notes: ['recSession does not say its repetitions (nR, cT, rT); the signal was read without labels.'],
      }),
    },
    annotations: names.map((name, m) => ({ index: m * session.samples, text: name })),
    ...(segments.length > 0 && { segments }),
    blocks: () => blocksOf(session, sampleRateHz, scale),
  };
}

function dataOf(
  path: string,
  data: MatValue | undefined,
  channelField: MatValue | undefined,
  stated: number | undefined,
): Session {
  if (data?.kind !== 'numeric')
    throw new StreamError(`${path}: recSession has no numeric tdata or cdata`, {
      hint: 'Give a recording session saved by BioPatRec, not a trained patRec.',
    });
  const [samples = 0, channels = 1, movements = 1] = data.dims;
  const shape = data.dims.join(' × ');
  // nCh is a count, or the list of the channels used.
  const counted = channelField?.kind === 'numeric' ? channelField.numbers : undefined;
  const expected = counted && (counted.length === 1 ? counted.at(0) : counted.length);
  if (data.dims.length > 3 || samples < channels)
    throw new StreamError(`${path}: recSession's data is ${shape}, expected samples × channels × movements`, {
      hint: 'Transpose the data so that time is the first dimension.',
    });
  if (expected !== undefined && expected !== channels)
    throw new StreamError(`${path}: recSession says ${expected} channels (nCh), its data is ${shape}`, {
      hint: 'Correct nCh, or save the session again.',
    });
  if (stated !== undefined && stated !== movements)
    throw new StreamError(`${path}: recSession says ${stated} movements (nM), its data is ${shape}`, {
      hint: 'Correct nM, or save the session again.',
    });
  return { data: data.numbers, samples, channels, movements };
}

function namesOf(mov: MatValue | undefined, movements: number): string[] {
  const cells = mov?.kind === 'cell' ? mov.cells : [];
  return Array.from({ length: movements }, (_, m) => {
    const cell = cells[m];
    return cell?.kind === 'text' && cell.text.trim() !== '' ? cell.text.trim() : `movement-${m + 1}`;
  });
}

function segmentsOf(
  { samples, movements }: Session,
  names: readonly string[],
  times: { contraction: number; relaxation: number; repetitions: number },
): SegmentRange[] {
  const { contraction, relaxation, repetitions } = times;
  const segments: SegmentRange[] = [];
  const add = (
    label: string,
    classIndex: number,
    repetition: number,
    movement: number,
    from: number,
    to: number,
  ): void => {
    const start = Math.round(from);
    const end = Math.min(samples, Math.round(to));
    if (end > start)
      segments.push({
        label,
        classIndex,
        repetition,
        trial: '0',
        index: movement * samples + start,
        length: end - start,
      });
  };
  if (!(contraction > 0)) return [];
  const labels = names.map(labelOf);
  const recordsRest = labels.includes('rest');
  for (let m = 0; m < movements; m++)
    for (let r = 0; r < repetitions; r++) {
      const start = r * (contraction + relaxation);
      add(labels[m] ?? '', m, r, m, start, start + contraction);
      // Where rest was recorded as a movement of its own, the pauses are not needed for it. A pause belongs to the
      // repetition it follows: it is left out with it.
      if (recordsRest) continue;
      const rest = start + contraction;
      add('rest', movements, r, m, rest + relaxation / 4, rest + (relaxation * 3) / 4);
    }
  return segments;
}

async function* blocksOf(session: Session, sampleRateHz: number, scale: number): AsyncIterable<SampleBlock> {
  const { data, samples, channels, movements } = session;
  for (let m = 0; m < movements; m++)
    for (let from = 0; from < samples; from += samplesPerBlock) {
      const count = Math.min(samplesPerBlock, samples - from);
      const block = createBlock(m * samples + from, sampleRateHz, channels, count);
      for (let c = 0; c < channels; c++) {
        // Column-major: the samples of a channel of a movement follow one another.
        const first = (m * channels + c) * samples + from;
        for (let i = 0; i < count; i++) block.data[c * count + i] = data.at(first + i) * scale;
      }
      yield block;
    }
}
