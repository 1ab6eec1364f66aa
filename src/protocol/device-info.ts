import * as z from 'zod/mini';
import { list } from './schemas.js';

/** A field of a device's options, as `/api/scenario/fields` describes those of scenarios. */
const option = z.record(z.string(), z.unknown());

export const deviceInfo = z.object({
  /** What `openDevice` calls it. */
  device: z.string(),
  title: z.string(),
  /** Which programs connect with it, and what they have to be told, in one or two sentences. */
  explain: z.string(),
  /** Description of each of its options, by name: unit, default, range, explanation. */
  options: z.record(z.string(), option),
});
/** A device that the service can appear as. @interface */
export type DeviceInfo = z.infer<typeof deviceInfo>;

const deviceClient = z.object({
  address: z.string(),
  /** Packets or samples handed to it, in the unit of the device. */
  sent: z.number(),
  /** What it did not read fast enough, in the same unit. */
  dropped: z.number(),
});
/** A program that is connected with a device. @interface */
export type DeviceClient = z.infer<typeof deviceClient>;

export const deviceState = z.object({
  device: z.string(),
  open: z.boolean(),
  /** Where programs find it, such as `tcp 127.0.0.1:50043`; empty where it is closed. */
  addresses: list(z.string()),
  /** Samples per second and channel that it sends. */
  rateHz: z.number(),
  clients: list(deviceClient),
  sent: z.number(),
  dropped: z.number(),
  /** Lost on purpose, by its dials. */
  lost: z.number(),
  /** Values of its options in force. */
  options: z.record(z.string(), z.unknown()),
  /** What was assumed, left out or is wrong, as sentences. */
  notes: list(z.string()),
});
/** How an open device does. @interface */
export type DeviceState = z.infer<typeof deviceState>;
