import * as z from 'zod/mini';

/**
 * Schema of an object with any keys. As zod's record, but that drops a key `__proto__` without a word; here it is told
 * as one that is not known.
 * @param value schema of the values
 */
export function recordOf<V extends z.ZodMiniType>(
  value: V,
): z.ZodMiniPipe<z.ZodMiniTransform<unknown, unknown>, z.ZodMiniRecord<z.ZodMiniString, V>> {
  const told = z.transform((given, { issues }) => {
    if (typeof given === 'object' && given !== null && Object.hasOwn(given, '__proto__'))
      issues.push({ code: 'unrecognized_keys', keys: ['__proto__'], input: { ...given } });
    return given;
  });
  return z.pipe(told, z.record(z.string(), value));
}
