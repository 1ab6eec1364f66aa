import type { Page } from 'playwright-core';
import { interval, mergeMap, range } from 'rxjs';
import { WorkerThreads } from '../../server/workers/worker-threads.js';
import { Patient } from '../../src/patient/patient.js';
import { encodeFrame, HEADER_BYTES } from '../../src/protocol/frame.js';
import { streamKinds, type StreamName } from '../../src/protocol/stream-kind.js';
import { presetByName } from '../../src/scenario/presets/index.js';
import type { Scenario } from '../../src/scenario/scenario.js';

/** Frames of some streams: index of the first column, channels, columns, and the bits of every value. */
export type Streamed = Record<string, (readonly [index: number, shape: number, ...bits: number[]])[]>;

/** What a patient of a preset, or of a scenario, streams in Node from its first sample on, until every stream has come so far. */
export async function streamedHere(
  whom: string | Scenario,
  streams: readonly StreamName[],
  samples: number,
): Promise<Streamed> {
  const workshop = new WorkerThreads();
  const patient = new Patient({
    scenario: typeof whom === 'string' ? presetByName(whom) : whom,
    workshop,
    recordings: { formats: [], open: () => Promise.reject(new Error('nothing is recorded')) },
    version: '0.0.0',
    // Much faster than real time: bits do not depend on it.
    clock: () => interval(1).pipe(mergeMap(() => range(0, 5))),
  });
  try {
    const streamed: Streamed = {};
    const far = streams.map((stream) => {
      const frames: Streamed[string] = (streamed[stream] = []);
      return new Promise<void>((resolve) => {
        patient.frames(stream).subscribe((frame) => {
          const { buffer } = encodeFrame(stream, frame, 0);
          frames.push([frame.index, frame.channels, ...new Uint32Array(buffer, HEADER_BYTES)]);
          if (frame.index >= samples) resolve();
        });
      });
    });
    await Promise.all(far);
    return streamed;
  } finally {
    await patient.close();
    await workshop.close();
  }
}

/**
 * The same of a patient in a Web Worker of a page, who lives in real time: where the machine is so busy that samples are
 * skipped, which is told as a gap, another one is asked.
 * @param worker address of the built worker
 */
export async function streamedInPage(
  page: Page,
  worker: string,
  preset: string,
  streams: readonly StreamName[],
  samples: number,
): Promise<Streamed> {
  for (;;) {
    const streamed = await streamedOnce(page, worker, preset, streams, samples);
    if (streamed !== 'gap') return streamed;
  }
}

function streamedOnce(
  page: Page,
  worker: string,
  preset: string,
  streams: readonly StreamName[],
  samples: number,
): Promise<Streamed | 'gap'> {
  return page.evaluate(
    ([url, name, wanted, until]) =>
      new Promise<Streamed | 'gap'>((resolve, reject) => {
        const streamed: Streamed = {};
        const far = new Set<string>();
        const patient = new Worker(url, { type: 'module' });
        patient.onerror = ({ message }) => reject(new Error(message));
        const { port1, port2 } = new MessageChannel();
        // The requests below are heard before anybody lives: not one frame is missed.
        port1.onmessage = ({ data }: MessageEvent<string | ArrayBuffer>) => {
          if (typeof data === 'string') {
            const said = JSON.parse(data) as { op: string; message?: string };
            if (said.op === 'error') reject(new Error(said.message));
            if (said.op === 'gap') {
              patient.terminate();
              resolve('gap');
            }
            return;
          }
          const view = new DataView(data);
          const stream = wanted.find(([, kind]) => kind === view.getUint8(0))?.[0] ?? '';
          const index = view.getFloat64(8, true);
          (streamed[stream] ??= []).push([index, view.getUint16(2, true), ...new Uint32Array(data, 24)]);
          if (index >= until) far.add(stream);
          if (far.size < wanted.length) return;
          patient.terminate();
          resolve(streamed);
        };
        patient.postMessage(null, [port2]);
        port1.postMessage(JSON.stringify({ op: 'subscribe', streams: wanted.map(([stream]) => stream) }));
        port1.postMessage(JSON.stringify({ op: 'loadPreset', name }));
      }),
    [worker, preset, streams.map((stream) => [stream, streamKinds[stream]] as const), samples] as const,
  );
}
