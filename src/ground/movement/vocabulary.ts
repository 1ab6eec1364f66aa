import { movementOf, movements as common, type Movement, type MovementId } from './movement.js';

/** All movements that a scenario knows: those that all know, and its own after them. */
export class Vocabulary {
  readonly movements: readonly Movement[];
  /** Ids in the order of {@link movements}; `rest` is the first. */
  readonly ids: readonly MovementId[];
  private readonly byName = new Map<string, Movement>();

  constructor(readonly own: readonly Movement[] = []) {
    this.movements = [...common, ...own];
    this.ids = this.movements.map(({ id }) => id);
    for (const movement of own)
      this.byName.set(movement.id, movement).set(movement.name.toLowerCase(), movement);
  }

  /** The movement that a name means, however it is written; see {@link movementOf}. */
  of(name: string): Movement | undefined {
    const key = name.trim().toLowerCase();
    return movementOf(name) ?? this.byName.get(key) ?? this.byName.get(key.replace(/[\s_]+/g, '-'));
  }

  /** The movement of an id, which must be written as it is. */
  byId(id: MovementId): Movement | undefined {
    return this.movements.find((movement) => movement.id === id);
  }

  /** Number by which frames name a movement: its place among the ids; 0, which is rest, where there is none. */
  number(id: MovementId): number {
    return Math.max(0, this.ids.indexOf(id));
  }
}

/** The movements that all scenarios know. */
export const commonVocabulary = new Vocabulary();
