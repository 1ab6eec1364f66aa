import { ConfigError } from '../signal/errors.js';
import { choice, group, list, text, type GroupValue } from '../signal/field.js';
import { degreesOfFreedom, dofById, type DegreeOfFreedom, type DofId } from './degree-of-freedom.js';
import { gripNames } from './grip-names.js';
import { movementOf, type Movement } from './movement.js';

type Actions = Readonly<Record<DofId, ReturnType<typeof action>>>;

const action = ({ name, positive, negative }: DegreeOfFreedom) =>
  choice<string>({
    options: ['none', positive, negative],
    default: 'none',
    explain: `What the movement does with the ${name.toLowerCase()}.`,
  });

const ownMovementFields = {
  id: text({
    default: '',
    maxLength: 40,
    explain: 'How drives, scripts and decoder call it: lowercase words joined by hyphens.',
  }),
  name: text({
    default: '',
    maxLength: 60,
    explain: 'Name for people, such as Thumbs up; made of the id where empty.',
  }),
  limb: choice({
    options: ['arm', 'leg'],
    default: 'arm',
    explain: 'Limb it is a movement of.',
  }),
  grip: choice({
    options: ['unchanged', ...gripNames],
    default: 'unchanged',
    explain: 'Grip that the hand of the prosthesis takes in it.',
  }),
  actions: group(
    'What the prosthesis does in it, joint by joint; a movement without any is told apart and moves nothing.',
    Object.fromEntries(degreesOfFreedom.map((dof) => [dof.id, action(dof)])) as Actions,
  ),
};

/** Movements of a scenario's own, beside those of the vocabulary. */
export const ownMovementsField = list({
  item: group('A movement of the scenario’s own.', ownMovementFields),
  minItems: 0,
  maxItems: 32,
  default: [],
  explain:
    'Movements that the vocabulary lacks. Drives, script, calibration, decoder and prosthesis then know them by their ids.',
  live: 'person',
});

/** A movement as a scenario writes it. */
export type OwnMovement = GroupValue<typeof ownMovementFields>;

/**
 * A scenario's own movements as the vocabulary has them.
 * @throws ConfigError on an id or name that is taken or not written as one, a joint of the other limb, or a grip without a
 * hand that opens or closes
 */
export function checkedMovements(own: readonly OwnMovement[]): Movement[] {
  const taken = new Set<string>();
  return own.map(({ id, name, limb, grip, actions }, i) => {
    const at = `movements.${i}`;
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
      throw new ConfigError(
        `${at}.id: got ${JSON.stringify(id)}, expected lowercase words joined by hyphens`,
        {
          field: `${at}.id`,
          hint: 'Write for example thumbs-up.',
        },
      );
    const shown = name || readable(id);
    for (const [key, word] of [
      ['id', id],
      ['name', shown.toLowerCase()],
    ] as const) {
      const known = movementOf(word);
      if (known || taken.has(`${key} ${word}`))
        throw new ConfigError(
          `${at}.${key}: got ${key === 'id' ? id : shown}, which ${known ? `means ${known.id} already` : 'another of movements has already'}`,
          {
            field: `${at}.${key}`,
            hint: known ? `Use ${known.id} as it is, or choose another ${key}.` : `Give each its own ${key}.`,
          },
        );
      taken.add(`${key} ${word}`);
    }
    const doing = Object.entries(actions).flatMap(([key, word]) => {
      const dof = dofById(key as DofId);
      if (word === 'none') return [];
      if (dof.limb !== limb)
        throw new ConfigError(
          `${at}.actions.${key}: got ${word}, a joint of the ${dof.limb} in a movement of the ${limb}`,
          {
            field: `${at}.actions.${key}`,
            hint: `Set ${at}.limb to ${dof.limb}, or leave ${key} out.`,
          },
        );
      return [{ dof: dof.id, direction: word === dof.positive ? 1 : -1 } as const];
    });
    const plain = { id, name: shown, limb, actions: doing };
    if (grip === 'unchanged') return plain;
    if (actions.hand === 'none')
      throw new ConfigError(`${at}.grip: got ${grip}, but the hand neither opens nor closes`, {
        field: `${at}.grip`,
        hint: `Write ${at}.actions {"hand":"close"}, or grip unchanged.`,
      });
    return { ...plain, grip };
  });
}

function readable(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
