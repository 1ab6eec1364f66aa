import type { LiveWindow } from '../../data/live-windows.js';

/** Which windows are shown by what was decided. */
export type ErrorFilter = 'all' | 'right' | 'wrong';

/** What became of a window: `turning` where the intent had not lasted long enough to judge the decision. */
export type Outcome = 'right' | 'wrong' | 'turning';

type Judged = Pick<LiveWindow, 'label' | 'decided' | 'steady'>;

/** Whether the running decoder decided what was intended. */
export function outcomeOf({ label, decided, steady }: Judged): Outcome {
  if (!steady) return 'turning';
  return label === decided ? 'right' : 'wrong';
}

/** Whether a window passes the filters. */
export function passes(window: Judged, hidden: ReadonlySet<string>, error: ErrorFilter): boolean {
  return !hidden.has(window.label) && (error === 'all' || outcomeOf(window) === error);
}

/** Classes of the decoder, then what else was intended in these windows. */
export function labelsOf(windows: readonly Judged[], classes: readonly string[]): readonly string[] {
  return [...new Set([...classes, ...windows.map(({ label }) => label)])];
}

/** What there is of a class. */
export interface ClassCount {
  readonly label: string;
  readonly windows: number;
  readonly right: number;
  readonly wrong: number;
  /** What its windows were taken for most, where some were wrong. */
  readonly takenFor: string | undefined;
}

/** Windows by intended class, of those classes of which there are some. */
export function countByClass(windows: readonly Judged[], labels: readonly string[]): ClassCount[] {
  return labels.flatMap((label) => {
    const own = windows.filter((window) => window.label === label);
    if (own.length === 0) return [];
    const wrong = own.filter((window) => outcomeOf(window) === 'wrong');
    const taken = new Map<string, number>();
    for (const { decided } of wrong) taken.set(decided, (taken.get(decided) ?? 0) + 1);
    return [
      {
        label,
        windows: own.length,
        right: own.filter((window) => outcomeOf(window) === 'right').length,
        wrong: wrong.length,
        takenFor: [...taken].sort((a, b) => b[1] - a[1])[0]?.[0],
      },
    ];
  });
}
