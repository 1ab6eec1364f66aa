import type { OperatorFunction } from 'rxjs';
import { Decoder } from '../../decoder/decoder.js';
import { Windower, type Window, type WindowerOptions } from '../../decoder/window.js';
import type { SampleBlock } from '../../ground/signal/sample-block.js';
import { alike, settingsOf, type Live } from '../live.js';
import { unusable } from '../read-setting.js';
import { stateful } from '../stateful.js';

/**
 * Cut a stream of blocks into overlapping windows. Each is the receiver's own, to be kept as long as it likes (a bare
 * `Windower` hands out one buffer over and over; the copy of 8 channels × 400 samples costs about 2 µs).
 * @param spec length and step in milliseconds, or the decoder whose they are; another one starts with a new window
 * @throws ConfigError for a length or step that is not positive
 * @example blocks$.pipe(windowed({ windowMs: 200, stepMs: 50 }))
 */
export function windowed(spec: Live<WindowerOptions | Decoder>): OperatorFunction<SampleBlock, Window> {
  return stateful(settingsOf(spec, read, alike), (chosen, first: SampleBlock) => {
    const windower = new Windower(chosen, first.sampleRateHz, first.channels);
    return {
      push: (block: SampleBlock, emit: (window: Window) => void) =>
        windower.push(block, (window) => emit({ ...window, data: window.data.slice() })),
    };
  });
}

function read(given: WindowerOptions | Decoder): WindowerOptions {
  const spec = given instanceof Decoder ? given.spec : given;
  if (typeof spec === 'object' && spec !== null && 'windowMs' in spec && 'stepMs' in spec)
    return { windowMs: spec.windowMs, stepMs: spec.stepMs };
  throw unusable(
    'windowed',
    given,
    'windowMs and stepMs, or a decoder',
    'windowed({ windowMs: 200, stepMs: 50 })',
  );
}
