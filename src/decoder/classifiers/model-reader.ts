import { ModelError } from '../../ground/signal/errors.js';

/** Beyond any number of a model: squares of it are still finite. */
const LARGEST = 1e100;

/** Reads saved models: every value is checked, and an error says which one is wrong. */
export class ModelReader {
  private readonly json: Readonly<Record<string, unknown>>;

  /**
   * @param json anything, such as parsed JSON
   * @param what name used in errors, such as `lda`
   * @throws ModelError when it is not an object
   */
  constructor(
    json: unknown,
    private readonly what: string,
  ) {
    if (!isRecord(json)) throw this.wrong('', json, 'an object');
    this.json = json;
  }

  raw(key: string): unknown {
    return this.json[key];
  }

  has(key: string): boolean {
    return this.json[key] !== undefined && this.json[key] !== null;
  }

  text(key: string): string {
    const value = this.json[key];
    if (typeof value !== 'string') throw this.wrong(key, value, 'a text');
    return value;
  }

  /** A finite number within [min, max]; no model learned from a signal holds one beyond ±1e100. */
  number(key: string, min = -LARGEST, max = LARGEST): number {
    const value = this.json[key];
    if (typeof value !== 'number' || !(value >= min && value <= max))
      throw this.wrong(key, value, rangeOf('a number', min, max));
    return value;
  }

  flag(key: string): boolean {
    const value = this.json[key];
    if (typeof value !== 'boolean') throw this.wrong(key, value, 'true or false');
    return value;
  }

  /** A count: integer within [1, max]. */
  count(key: string, max = 1e7): number {
    const value = this.number(key, 1, max);
    if (!Number.isInteger(value)) throw this.wrong(key, value, 'a whole number');
    return value;
  }

  /** One of a few words. */
  choice<T extends string>(key: string, options: readonly T[]): T {
    const text = this.text(key);
    const chosen = options.find((option) => option === text);
    if (chosen === undefined) throw this.wrong(key, text, `one of ${options.join(', ')}`);
    return chosen;
  }

  /** A list of `length` texts, each one of the options. */
  choices<T extends string>(key: string, options: readonly T[], length: number): T[] {
    const chosen = this.texts(key).flatMap((text) => options.find((option) => option === text) ?? []);
    if (chosen.length === length && this.texts(key).length === length) return chosen;
    throw this.wrong(
      key,
      'a list with something else in it',
      `a list of ${length}, each ${options.join(' or ')}`,
    );
  }

  texts(key: string): string[] {
    const value = this.json[key];
    if (!Array.isArray(value) || !value.every((item) => typeof item === 'string'))
      throw this.wrong(key, value, 'a list of texts');
    return value;
  }

  /** Names of classes: at least two, no two alike. */
  classes(key = 'classes'): string[] {
    const names = this.texts(key);
    if (names.length < 2 || new Set(names).size < names.length)
      throw this.wrong(key, names.join(', ') || 'an empty list', 'at least two names, no two alike');
    return names;
  }

  /** Finite numbers within [min, max], `length` of them where given. */
  numbers(key: string, length?: number, min = -LARGEST, max = LARGEST): Float64Array {
    const value = this.json[key];
    const expected = rangeOf(
      length === undefined ? 'a list of numbers' : `a list of ${length} numbers`,
      min,
      max,
    );
    if (!Array.isArray(value) || (length !== undefined && value.length !== length))
      throw this.wrong(key, Array.isArray(value) ? `a list of ${value.length}` : value, expected);
    const list: readonly unknown[] = value;
    const wrong = list.findIndex((item) => typeof item !== 'number' || !(item >= min && item <= max));
    if (wrong >= 0) throw this.wrong(`${key}[${wrong}]`, list[wrong], expected);
    return Float64Array.from(value);
  }

  /** Integers within [low, below). */
  indices(key: string, below: number, low = 0): Int32Array {
    const value = this.numbers(key);
    if (!value.every((item) => Number.isInteger(item) && item >= low && item < below))
      throw this.wrong(
        key,
        'a list with something else in it',
        `a list of integers within [${low}, ${below})`,
      );
    return Int32Array.from(value);
  }

  list(key: string): readonly unknown[] {
    const value = this.json[key];
    if (!Array.isArray(value)) throw this.wrong(key, value, 'a list');
    return value;
  }

  child(key: string): ModelReader {
    return new ModelReader(this.json[key], `${this.what}.${key}`);
  }

  /** The error of a value that cannot be. */
  wrong(key: string, got: unknown, expected: string): ModelError {
    const shown = typeof got === 'string' || typeof got === 'number' ? String(got) : kindOf(got);
    return new ModelError(`saved model ${this.what}${key && `.${key}`}: got ${shown}, expected ${expected}`, {
      hint: 'The file is damaged or was not saved by this product; train and save the model again.',
    });
  }
}

function rangeOf(what: string, min: number, max: number): string {
  return `${what} within [${min}, ${max}]`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown): string {
  return value === undefined
    ? 'nothing'
    : Array.isArray(value)
      ? 'a list'
      : value === null
        ? 'null'
        : typeof value;
}
