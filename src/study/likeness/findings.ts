import type { StatisticName } from './statistic-names.js';

/** Statistics as they are found: a number, or the reason why there is none. */
export class Findings {
  readonly values = new Map<StatisticName, number>();
  readonly missing = new Map<StatisticName, string>();

  /** Keep a value; one that is not finite comes of a signal without power. */
  set(name: StatisticName, value: number): void {
    if (Number.isFinite(value)) this.values.set(name, value);
    else this.miss(name, 'the signal has no power, or never varies');
  }

  miss(names: StatisticName | readonly StatisticName[], reason: string): void {
    for (const name of [names].flat()) this.missing.set(name, reason);
  }
}
