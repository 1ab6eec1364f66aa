import * as z from 'zod/mini';

/** Id of a movement; which ids there are, `serverInfo.movements` says. */
export const movementId = z.string().check(z.minLength(1), z.maxLength(64));

/** A list that whoever gets it only reads. */
export const list = <T extends z.core.$ZodType>(item: T) => z.readonly(z.array(item));

/** A number, or null where there is nothing to measure it on: JSON knows neither NaN nor infinity. */
export const measured = z.nullable(z.number());
export type Measured = z.infer<typeof measured>;

/** What a client calls a request, so that it knows the answer. */
export const requestId = z.optional(z.union([z.string().check(z.maxLength(64)), z.number()]));

/** The value where it is a number of this world, otherwise null. */
export function measuredOf(value: number): Measured {
  return Number.isFinite(value) ? value : null;
}

/** What somebody who watches a session may do: viewers only read, presenters change things too. */
export const roles = ['viewer', 'presenter'] as const;
/** One of {@link roles}. */
export type Role = (typeof roles)[number];
