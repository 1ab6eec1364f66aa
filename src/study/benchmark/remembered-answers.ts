import type { OutsideModel, Sample } from '../../decoder/outside-model.js';
import type { SessionSignal } from '../session-signal.js';

/**
 * What a model outside answered since its last lesson, session by session, so that decoders that differ only in what
 * comes after the model ask it once. One session at a time.
 */
export class RememberedAnswers {
  private readonly answers = new Map<SessionSignal, Promise<Float64Array | undefined>[]>();
  private missing = 0;

  constructor(private readonly model: OutsideModel) {}

  /** Windows that were asked about and not answered. */
  get unanswered(): number {
    return this.missing;
  }

  /** The model for one more pass over a session, from its first window on. */
  in(session: SessionSignal): OutsideModel {
    const { model } = this;
    const known = this.answers.get(session) ?? [];
    this.answers.set(session, known);
    let next = 0;
    return {
      ...{ name: model.name, kind: model.kind, latency: model.latency },
      prepare: (task, training) => model.prepare(task, training),
      posterior: (sample) => (known[next++] ??= this.ask(sample)),
      close: () => Promise.resolve(),
    };
  }

  private async ask(sample: Sample): Promise<Float64Array | undefined> {
    const answer = await this.model.posterior(sample);
    if (!answer) this.missing++;
    return answer;
  }
}
