import type { Classifier } from '../../src/decoder/classifiers/classifier.js';
import { sortedClasses } from '../../src/decoder/classifiers/training-set.js';
import { ModelError } from '../../src/ground/signal/errors.js';
import { checkedPosterior } from '../../src/decoder/outside/check-posterior.js';

/** A classifier made by somebody else: what a module must give. */
export interface ForeignClassifier {
  readonly classes: unknown;
  fit(x: readonly Float64Array[], labels: readonly string[]): unknown;
  posterior(x: ArrayLike<number>): unknown;
  toJSON?(): unknown;
}

/** A foreign classifier behind checks, so that its slips are told as such and go no further. */
export class GuardedClassifier implements Classifier {
  classes: readonly string[] = [];

  /**
   * @param name of the module, for errors
   * @param inner already trained where `classes` are to be taken from it at once
   */
  constructor(
    private readonly name: string,
    private readonly inner: ForeignClassifier,
    trained = false,
  ) {
    if (trained) this.classes = this.checkedClasses(undefined);
  }

  fit(rows: readonly ArrayLike<number>[], labels: readonly string[]): this {
    // Copies: what somebody else keeps of them must not change.
    const own = rows.map((row) => Float64Array.from(row));
    this.guard('fit', () => this.inner.fit(own, [...labels]));
    this.classes = this.checkedClasses(sortedClasses(labels));
    return this;
  }

  posterior(x: ArrayLike<number>, out = new Float64Array(this.classes.length)): Float64Array {
    const got = this.guard('posterior', () => this.inner.posterior(x));
    out.set(checkedPosterior(this.name, got, this.classes.length));
    return out;
  }

  /** @throws ModelError where the module cannot be saved */
  toJSON(): unknown {
    const { inner, name } = this;
    if (!inner.toJSON)
      throw new ModelError(`${name}: the classifier has no method toJSON, so it cannot be saved`, {
        hint: 'Add toJSON() to the classifier, and export fromJSON(json) from the module.',
      });
    return { kind: 'module', name, state: this.guard('toJSON', () => inner.toJSON?.()) };
  }

  private checkedClasses(expected: readonly string[] | undefined): readonly string[] {
    const got: unknown = this.inner.classes;
    const hint = 'Set classes to the distinct labels, in the order of the posterior.';
    if (!Array.isArray(got) || got.length < 2)
      throw new ModelError(`${this.name}: classes is no list of at least two names after training`, { hint });
    const classes = got.map(String);
    const known = expected?.join() === sortedClasses(classes).join() || expected === undefined;
    if (!known)
      throw new ModelError(
        `${this.name}: got classes ${classes.join(', ')}, expected ${expected?.join(', ')}`,
        { hint },
      );
    return classes;
  }

  private guard<T>(method: string, call: () => T): T {
    try {
      return call();
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new ModelError(`${this.name}: ${method} failed: ${why}`, {
        hint: 'The error is in the module; run it on its own to find out more.',
        cause,
      });
    }
  }
}
