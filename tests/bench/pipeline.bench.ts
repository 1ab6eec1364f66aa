import { FilterChain } from '../../src/decoder/filters/filter-chain.js';
import { Windower } from '../../src/decoder/window.js';
import { calibrate } from '../../src/patient/calibrate.js';
import { of, Subject } from 'rxjs';
import type { SampleBlock } from '../../src/ground/signal/sample-block.js';
import { commandOf, restCommand } from '../../src/decoder/prosthesis/command.js';
import { Prosthesis } from '../../src/decoder/prosthesis/prosthesis.js';
import { degreesOfFreedom } from '../../src/ground/movement/degree-of-freedom.js';
import { decodingLine } from '../../src/pipeline/decoding-line.js';
import { encodeFrame } from '../../src/protocol/frame.js';
import { presetByName } from '../../src/scenario/presets/index.js';
import { Synthesizer } from '../../src/body/synthesis/synthesizer.js';
import { duration, timed, type Measurement } from './measure.js';

/** Window to command, the decoder live against bare loops, and the wire, on the first preset. */
export function measurePipeline(): Measurement[] {
  const scenario = presetByName('transhumeral-tmr', { calibration: { repetitions: 2, holdMs: 1500 } });
  const { decoder } = calibrate(scenario);
  const synthesizer = new Synthesizer(scenario);
  const blocks = Array.from({ length: 250 }, () => synthesizer.next(40).signal);
  const seconds = (blocks.length * 40) / scenario.sampleRateHz;
  let sink = 0;

  const { prosthesis, sampleRateHz } = scenario;
  const joints = degreesOfFreedom.filter(({ limb }) => limb === 'arm').map(({ id }) => id);
  const bare = timed(() => {
    const chain = new FilterChain(decoder.filters, sampleRateHz, synthesizer.channels);
    const windower = new Windower(decoder.spec, sampleRateHz, synthesizer.channels);
    const arm = new Prosthesis(prosthesis, joints);
    let command = restCommand(0);
    decoder.reset();
    for (const block of blocks) {
      windower.push(chain.process(block), (window) => {
        command = commandOf(decoder.decide(window), prosthesis);
      });
      sink += arm.step(command, block.length / sampleRateHz).positions.elbow ?? 0;
    }
  });
  // With the listeners of a live session: statistics, streams of the page, recorder.
  const live = timed(() => {
    const blocks$ = new Subject<SampleBlock>();
    const line = decodingLine(blocks$, of({ decoder, prosthesis, joints }));
    const count = ({ index }: { readonly index: number }): void => {
      sink += index;
    };
    const listening = line.prosthesis$.subscribe(({ positions }) => (sink += positions.elbow ?? 0));
    listening.add(line.filtered$.subscribe(count));
    listening.add(line.features$.subscribe(count));
    listening.add(line.decisions$.subscribe(count));
    listening.add(line.commands$.subscribe(count));
    for (const block of blocks) blocks$.next(block);
    listening.unsubscribe();
  });

  const windower = new Windower(scenario.decoder, scenario.sampleRateHz, synthesizer.channels);
  const chain = new FilterChain(decoder.filters, scenario.sampleRateHz, synthesizer.channels);
  const windows: Parameters<Parameters<Windower['push']>[1]>[0][] = [];
  for (const block of blocks)
    windower.push(chain.process(block), (w) => windows.push({ ...w, data: w.data.slice() }));
  let next = 0;
  const command = timed(() => {
    sink += commandOf(decoder.decide(windows[next++ % windows.length]), { classMap: {} }).index;
  });
  const naive = timed(() => {
    sink += naiveFeatures(windows[next++ % windows.length]);
  });

  const block = blocks[0];
  const binary = timed(() => {
    sink += encodeFrame('raw', block, 0).length;
  });
  const json = timed(() => {
    sink += JSON.stringify({ index: block.index, data: Array.from(block.data) }).length;
  });
  if (!Number.isFinite(sink)) throw new Error('the benchmark computed nothing');
  return [
    {
      name: 'the live pipeline, filters to prosthesis, 8 channels',
      value: seconds / live.mean,
      unit: '× real time',
      baseline: seconds / bare.mean,
      ratio: bare.mean / live.mean,
      against: 'the same classes in bare loops',
    },
    duration('window to command, HTD + LDA, 8 channels × 400', command, naive, 'HTD alone by array methods'),
    duration('encode one block for the WebSocket, 8 channels × 40', binary, json, 'JSON'),
  ];
}

/** The four features of Hudgins as one writes them first. */
function naiveFeatures(window: {
  channels: number;
  length: number;
  data: Float32Array | Float64Array;
}): number {
  let total = 0;
  for (let c = 0; c < window.channels; c++) {
    const x = Array.from(window.data.subarray(c * window.length, (c + 1) * window.length));
    const d = x.slice(1).map((v, i) => v - x[i]);
    const mav = x.reduce((sum, v) => sum + Math.abs(v), 0) / x.length;
    const wl = d.reduce((sum, v) => sum + Math.abs(v), 0);
    const zc = x.slice(1).filter((v, i) => v * x[i] < 0).length;
    const ssc = d.slice(1).filter((v, i) => v * d[i] < 0).length;
    total += mav + wl + zc + ssc;
  }
  return total;
}
