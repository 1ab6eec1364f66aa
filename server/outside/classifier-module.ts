import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ModelMaker } from '../../src/decoder/extensions.js';
import { ModelReader } from '../../src/decoder/classifiers/model-reader.js';
import { InputOutputError, ModelError } from '../../src/ground/signal/errors.js';
import { GuardedClassifier, type ForeignClassifier } from './guarded-classifier.js';

/** A module that makes classifiers; it cannot restore any where it exports no `fromJSON`. */
export type ClassifierModule = ModelMaker<GuardedClassifier>;

const EXAMPLE =
  'export function createClassifier() { return { classes: [], fit(x, labels) {…}, posterior(x) {…} } }';

/**
 * Load a classifier of one's own: a module in JavaScript, or in TypeScript where Node runs it, that exports
 * `createClassifier()`, or whose default export is such a function or a class, and optionally `fromJSON(json)`.
 *
 * @param path relative to the current folder
 * @throws InputOutputError where there is no such file; ModelError where it cannot be loaded or lacks a method
 */
export async function loadClassifierModule(path: string): Promise<ClassifierModule> {
  const file = resolve(path);
  const name = basename(path);
  if (!existsSync(file))
    throw new InputOutputError(`${path}: no such file`, {
      hint: 'Give the path of a module in JavaScript or TypeScript; relative paths start at the current folder.',
    });
  const exported = await imported(path, file);
  const create = creatorOf(name, exported);
  checked(name, create());
  const restore = member(exported, 'fromJSON') ?? member(member(exported, 'default'), 'fromJSON');
  return {
    name,
    create: () => new GuardedClassifier(name, checked(name, create())),
    ...(typeof restore === 'function' && {
      fromJSON: (json: unknown) => {
        const state = new ModelReader(json, 'classifier').raw('state');
        const restored: unknown = Reflect.apply(restore, undefined, [state]);
        return new GuardedClassifier(name, checked(name, restored), true);
      },
    }),
  };
}

async function imported(path: string, file: string): Promise<object> {
  try {
    const exported: unknown = await import(pathToFileURL(file).href);
    return typeof exported === 'object' && exported !== null ? exported : {};
  } catch (cause) {
    throw notLoaded(path, cause);
  }
}

/** What kept a module from being loaded. Node runs TypeScript by leaving the types out, from 22.18 on. */
function notLoaded(path: string, cause: unknown): ModelError {
  const compile = 'compile it and give the .js file';
  const code = String(member(cause, 'code'));
  if (code === 'ERR_UNKNOWN_FILE_EXTENSION' && /\.[cm]?ts$/.test(path))
    return new ModelError(`${path}: this is Node ${process.versions.node}, which does not run TypeScript`, {
      hint: `Run Node 22.18 or later, or ${compile}.`,
      cause,
    });
  const why = cause instanceof Error ? cause.message : String(cause);
  return new ModelError(`${path}: the module cannot be loaded: ${why}`, {
    hint: code.includes('TYPESCRIPT')
      ? `Node only leaves types out: write no enum, namespace or parameter property, or ${compile}.`
      : 'Run it with node to see where it fails; name it .mjs where it uses import and export.',
    cause,
  });
}

/**
 * The function that makes a classifier, from whichever export it is. What it tells reaches those who watch: it names the
 * module, not where it lies.
 */
function creatorOf(name: string, exported: object): () => unknown {
  // A CommonJS module arrives with all its exports on `default`.
  for (const value of [
    member(exported, 'createClassifier'),
    member(member(exported, 'default'), 'createClassifier'),
    member(exported, 'default'),
  ])
    if (typeof value === 'function')
      return () => {
        try {
          const made: unknown = /^class\b/.test(Function.prototype.toString.call(value))
            ? Reflect.construct(value, [])
            : Reflect.apply(value, undefined, []);
          return made;
        } catch (cause) {
          const why = cause instanceof Error ? cause.message : String(cause);
          throw new ModelError(`${name}: createClassifier failed: ${why}`, { hint: EXAMPLE, cause });
        }
      };
  const names = Object.keys(exported).join(', ') || 'nothing';
  throw new ModelError(`${name}: exports ${names}, expected createClassifier or a default export`, {
    hint: EXAMPLE,
  });
}

/** @throws ModelError naming the first method that is missing */
function checked(name: string, made: unknown): ForeignClassifier {
  if (typeof made !== 'object' || made === null)
    throw new ModelError(
      `${name}: createClassifier returned ${made === null ? 'null' : typeof made}, expected an object`,
      {
        hint: EXAMPLE,
      },
    );
  for (const method of ['fit', 'posterior'])
    if (typeof member(made, method) !== 'function')
      throw new ModelError(`${name}: the classifier has no method ${method}`, { hint: EXAMPLE });
  const call = (method: string, args: readonly unknown[]): unknown => {
    const value = member(made, method);
    if (typeof value !== 'function') throw new ModelError(`${name}: ${method} is gone`, { hint: EXAMPLE });
    const result: unknown = Reflect.apply(value, made, args);
    if (result instanceof Promise && method !== 'toJSON') {
      result.catch(() => undefined); // Told here already.
      throw new ModelError(`${name}: ${method} returned a promise`, {
        hint: 'Make it synchronous; a model that answers later connects as a process.',
      });
    }
    return result;
  };
  return {
    get classes() {
      return member(made, 'classes');
    },
    fit: (x, labels) => call('fit', [x, labels]),
    posterior: (x) => call('posterior', [x]),
    ...(typeof member(made, 'toJSON') === 'function' && { toJSON: () => call('toJSON', []) }),
  };
}

function member(value: unknown, key: string): unknown {
  return (typeof value === 'object' || typeof value === 'function') && value !== null
    ? Reflect.get(value, key)
    : undefined;
}
