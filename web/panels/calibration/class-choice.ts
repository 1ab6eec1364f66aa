import { isRecord } from '../../data/is-record.js';
import { valueAt } from '../../data/scenario-path.js';

/** A decoder without rest never stands still, and one of a single class decides nothing. */
const FEWEST = 2;

/** Movements that a calibration may ask of this person: those that some muscle of theirs makes, or all where nobody is simulated. */
export function askable(scenario: unknown, movements: readonly string[]): readonly string[] {
  const muscles = isRecord(scenario) ? valueAt(scenario, ['muscles']) : undefined;
  const drives = Array.isArray(muscles)
    ? muscles.flatMap((muscle: unknown) =>
        isRecord(muscle) && isRecord(muscle['drives']) ? Object.keys(muscle['drives']) : [],
      )
    : [];
  if (drives.length === 0) return movements;
  return movements.filter((id) => id === 'rest' || drives.includes(id));
}

/** Movements that the next calibration asks for, as the scenario has them. */
export function askedFor(scenario: unknown): readonly string[] {
  const asked = isRecord(scenario) ? valueAt(scenario, ['calibration', 'movements']) : undefined;
  return Array.isArray(asked) ? asked.filter((id: unknown) => typeof id === 'string') : [];
}

/**
 * The same with one movement among them or not; what stays keeps its order. What is taken out and back stands where it
 * stood, so that the patient is the same again.
 * @param order all movements, as they follow one another
 */
export function askedWith(
  asked: readonly string[],
  label: string,
  among: boolean,
  order: readonly string[],
): readonly string[] {
  if (!among) return asked.filter((id) => id !== label);
  if (asked.includes(label)) return asked;
  const later = asked.findIndex((id) => order.indexOf(id) > order.indexOf(label));
  return later < 0 ? [...asked, label] : [...asked.slice(0, later), label, ...asked.slice(later)];
}

/** Whether a class can be left out of these. */
export function canLeaveOut(classes: readonly string[], label: string): boolean {
  return label !== 'rest' && classes.includes(label) && classes.length > FEWEST;
}
