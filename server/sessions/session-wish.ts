import * as z from 'zod/mini';
import { recordOf } from '../../src/ground/signal/record-schema.js';
import { misfit } from '../../src/protocol/parse-message.js';

/** What somebody wants of a session of their own, as `POST /api/sessions` takes it. */
export const sessionWish = z.strictObject({
  /** A ready-made patient; without it and `scenario`, whatever the service was started with. */
  preset: z.optional(z.string().check(z.minLength(1), z.maxLength(80))),
  /** A whole scenario; what it leaves out is that of the `preset` it names, else its default. */
  scenario: z.optional(recordOf(z.unknown())),
  /** A partial scenario that is merged in: objects field by field, lists whole. */
  set: z.optional(recordOf(z.unknown())),
  /** `stepped` sessions advance only when they are told to. */
  clock: z.optional(z.enum(['real', 'stepped'])),
});

/** What {@link sessionWish} lets through. @interface */
export type SessionWish = z.infer<typeof sessionWish>;

/**
 * Read a wish that came from outside.
 * @param value anything, such as parsed JSON
 * @throws ProtocolError saying which field is wrong, and what to send
 */
export function parseSessionWish(value: unknown): SessionWish {
  const parsed = sessionWish.safeParse(value);
  if (parsed.success) return parsed.data;
  throw misfit(
    'sessions',
    value,
    parsed.error,
    'Send {"preset":"transhumeral-tmr"}, or {"set":{"limb":{"fatThicknessMm":6}},"clock":"stepped"}.',
  );
}
