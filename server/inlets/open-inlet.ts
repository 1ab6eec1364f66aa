import { InputOutputError, StreamError } from '../../src/ground/signal/errors.js';
import { UV } from '../../src/ground/signal/units.js';
import type { InletMark, InletSource } from '../../src/patient/inlet-source.js';
import type { SampleBlock } from '../../src/ground/signal/sample-block.js';
import { chosenChannels } from '../recordings/chosen-channels.js';
import { checkCount, limits } from '../recordings/limits.js';
import { numberedNames, type Arrival, type Declared, type Feed, type OpenFeed } from './arrival.js';
import { Paced } from './paced.js';
import { Tally } from './tally.js';
import { SteadySignal, type Shape } from './steady-signal.js';
import { RateFinder } from './timing/rate-finder.js';
import { StampUnit } from './timing/stamp-unit.js';
import { UntilHeard } from './until-heard.js';

/** How one inlet is opened. */
export interface InletOpening {
  readonly open: OpenFeed;
  readonly declared: Declared;
  /** Told at once of what passes until the signal is known; afterwards its notes tell. */
  readonly note: (text: string) => void;
  /** Ends the wait for a signal. */
  readonly stop: AbortSignal;
  /** Milliseconds of a monotonic clock. */
  readonly now?: () => number;
}

const TICK_MS = 20;
/** Wait for the first sample after which people are told what is missing, in milliseconds. */
const TELL_WAITING_MS = 3000;

/**
 * Listen for a signal until its channels and rate are known: declared, said by the sender, or measured.
 *
 * @throws InputOutputError where it cannot be listened to; StreamError where the signal ends before it is known, or is
 * not what was declared
 */
export async function openInlet(opening: InletOpening): Promise<InletSource> {
  const inlet = new OpeningInlet(opening);
  return inlet.open();
}

class OpeningInlet {
  private readonly blocks = new UntilHeard<SampleBlock>();
  private readonly notes = new UntilHeard<string>();
  private readonly marks = new UntilHeard<InletMark>();
  private readonly now: () => number;
  private readonly unit: StampUnit;
  private readonly finder: RateFinder;
  private readonly tally = new Tally((text) => this.note(text));
  private feed: Feed | undefined;
  private steady: SteadySignal | undefined;
  private paced: Paced | undefined;
  private timer: NodeJS.Timeout | undefined;
  private arrived = false;
  private opened: ((source: InletSource) => void) | undefined;
  private refused: ((reason: unknown) => void) | undefined;

  constructor(private readonly opening: InletOpening) {
    this.now = opening.now ?? (() => performance.now());
    this.unit = new StampUnit((text) => this.note(text), opening.declared.sampleRateHz);
    this.finder = new RateFinder(this.unit);
  }

  async open(): Promise<InletSource> {
    const { stop, declared } = this.opening;
    const ready = new Promise<InletSource>((resolve, reject) => {
      this.opened = resolve;
      this.refused = reject;
    });
    // Whatever comes while it opens may already say that it cannot be.
    ready.catch(() => undefined);
    const refuse = (): void => this.refused?.(stopped());
    stop.addEventListener('abort', refuse, { once: true });
    try {
      this.feed = await this.opening.open(
        {
          arrived: (arrival) => this.attempt(() => this.take(arrival)),
          note: (text) => this.again(text),
          ended: () => this.ended(),
          failed: (reason) => this.fail(reason),
        },
        this.now,
      );
      if (stop.aborted) throw stopped();
      const { sampleRateHz, channels } = declared;
      // A pipe has its first line soon; whoever sends datagrams may come later than the page.
      if (sampleRateHz !== undefined && typeof channels === 'number' && !this.feed.flow && !this.arrived)
        this.begin(sampleRateHz, numberedNames(channels));
      this.tellWaiting();
      return await ready;
    } catch (error) {
      await this.close();
      throw error;
    } finally {
      stop.removeEventListener('abort', refuse);
    }
  }

  /** Only for as long as nothing is known: later, an error is the signal's. */
  private attempt(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.fail(error);
    }
  }

  private take(arrival: Arrival): void {
    this.arrived = true;
    if (this.steady) {
      this.steady.push(arrival);
      return;
    }
    if (arrival.rows === 0) return;
    this.unit.push(arrival);
    const { sampleRateHz = arrival.sampleRateHz } = this.opening.declared;
    if (sampleRateHz !== undefined) {
      this.begin(sampleRateHz, arrival.names, arrival.scales).push(arrival);
      return;
    }
    this.finder.push(arrival);
    const { found } = this.finder;
    if (!found) return;
    this.note(found.note);
    this.begin(found.sampleRateHz, arrival.names, arrival.scales);
  }

  private begin(sampleRateHz: number, arriving: readonly string[], stated?: readonly number[]): SteadySignal {
    const { feed, now } = this;
    const name = feed?.name ?? 'inlet';
    const { declared } = this.opening;
    const shape = shapeOf(name, sampleRateHz, arriving, declared, stated);
    if (!stated && declared.unitVolts === undefined)
      this.note('unit: nobody said it, µV are taken; --unit says another');
    const to = {
      block: (block: SampleBlock) => this.blocks.next(block),
      mark: (mark: InletMark) => this.marks.next(mark),
      note: (text: string) => this.note(text),
      holds: (held: boolean) => this.steady?.holds(held),
      done: () => this.blocks.complete(),
    };
    const paced = (this.paced = new Paced(feed?.flow, to, now));
    const steady = new SteadySignal(shape, this.unit, { ...to, block: (block) => paced.push(block) }, now());
    this.steady = steady;
    clearTimeout(this.timer);
    this.timer = setInterval(() => this.tick(), TICK_MS);
    this.opened?.({
      info: { name, sampleRateHz, channelNames: shape.names, unit: unitOf(shape.scales) },
      blocks$: this.blocks.values$,
      notes$: this.notes.values$,
      marks$: this.marks.values$,
      close: () => this.close(),
    });
    return steady;
  }

  private tick(): void {
    this.attempt(() => {
      this.tally.tick(this.now());
      this.steady?.tick(this.now());
      this.paced?.tick();
    });
  }

  /** Feeds tell of every message that is wrong; people are told now and then, with how many. */
  private again(text: string): void {
    this.tally.add(text, 1, this.now(), (n) => (n === 1 ? text : `${text} (${n} times)`));
  }

  private note(text: string): void {
    if (this.steady) this.notes.next(text);
    else this.opening.note(text);
  }

  private ended(): void {
    if (this.paced) return this.paced.end();
    const { seen } = this.finder;
    this.refused?.(
      seen === 0
        ? new StreamError(`${this.feed?.name ?? 'inlet'}: the signal ended before a sample came`, {
            hint: 'Send one line of numbers for each sample.',
          })
        : new StreamError(
            `${this.feed?.name ?? 'inlet'}: the signal ended after ${seen} samples, too soon to measure its rate`,
            { hint: 'Say the rate, such as --rate 1000.' },
          ),
    );
  }

  private fail(reason: unknown): void {
    if (this.steady) this.blocks.error(reason);
    else this.refused?.(reason);
  }

  private tellWaiting(): void {
    if (this.steady) return;
    this.timer = setTimeout(() => {
      const { seen } = this.finder;
      this.note(
        seen === 0
          ? `${this.feed?.name ?? 'inlet'}: waiting for the first sample`
          : `${seen} samples have come; their rate is being measured`,
      );
    }, TELL_WAITING_MS);
  }

  private async close(): Promise<void> {
    clearInterval(this.timer);
    const { feed } = this;
    // Whoever holds the source and whoever opened it may both close it.
    this.feed = undefined;
    await feed?.close();
  }
}

/** @throws StreamError where what comes is not what was declared, or more than there can be */
function shapeOf(
  name: string,
  sampleRateHz: number,
  arriving: readonly string[],
  { channels, unitVolts = UV }: Declared,
  stated: readonly number[] | undefined,
): Shape {
  const { lowest, highest } = limits.sampleRateHz;
  if (!(sampleRateHz >= lowest && sampleRateHz <= highest))
    throw new StreamError(`${name}: got ${sampleRateHz} samples a second, expected ${lowest} to ${highest}`, {
      hint: 'Say the rate of the amplifier, such as --rate 1000.',
    });
  checkCount(arriving.length, limits.channels, `${name}: channels`, 'Send the electrodes only.');
  if (typeof channels === 'number' && channels !== arriving.length)
    throw new StreamError(`${name}: got ${arriving.length} channels, expected ${channels}`, {
      hint: `Write --channels ${arriving.length}, or choose some of them, such as --channels 1-${Math.min(channels, arriving.length)}.`,
    });
  const picked =
    typeof channels === 'object' ? chosenChannels(arriving, channels, name) : arriving.map((_, c) => c);
  return {
    sampleRateHz,
    arriving: arriving.length,
    picked,
    names: picked.map((c) => arriving[c] ?? ''),
    scales: picked.map((c) => stated?.[c] ?? unitVolts),
  };
}

/** The unit as people write it. */
function unitOf(scales: readonly number[]): string {
  const [scale = UV] = scales;
  if (scales.some((other) => other !== scale)) return 'several';
  const known = [
    [1, 'V'],
    [1e-3, 'mV'],
    [UV, 'uV'],
    [1e-9, 'nV'],
  ] as const;
  return known.find(([volts]) => volts === scale)?.[1] ?? `${Number((scale / UV).toPrecision(6))} uV`;
}

function stopped(): InputOutputError {
  return new InputOutputError('stopped before a signal came', {
    hint: 'Start its sender, then listen again.',
  });
}
