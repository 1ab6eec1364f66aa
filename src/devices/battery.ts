import { number } from '../ground/signal/field.js';

/** Dials of what runs on a battery. */
export const batteryDials = {
  batteryPercent: number({
    unit: '%',
    default: 100,
    min: 0,
    max: 100,
    integer: true,
    live: 'block',
    explain: 'Charge of the battery, from now on; empty, the device switches itself off.',
  }),
  batteryHours: number({
    unit: 'h',
    default: 16,
    min: 0.01,
    max: 1000,
    live: 'block',
    explain: 'How long a full battery lasts.',
  }),
} as const;

/** A battery that runs down. */
export class Battery {
  private charged: number;

  /** @param now seconds, by any clock */
  constructor(
    private percent: number,
    private hours: number,
    now: number,
  ) {
    this.charged = now;
  }

  /** Charge it to a level, or take another one; nothing happens where both are as they were set. */
  set(percent: number, hours: number, now: number): void {
    if (percent === this.percent && hours === this.hours) return;
    this.percent = percent;
    this.hours = hours;
    this.charged = now;
  }

  /** Charge in whole percent. */
  level(now: number): number {
    const used = (100 * (now - this.charged)) / (3600 * this.hours);
    return Math.min(100, Math.max(0, Math.ceil(this.percent - used)));
  }
}
