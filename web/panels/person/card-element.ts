import type { PersonCard } from '../../../src/body/person/person-card.js';
import { cardOf } from '../../data/person.js';
import type { Topic } from '../../data/store.js';
import { StoreElement } from '../../ui/store-element.js';

/** Base of what tells about the person: has their card at hand, made anew when the scenario changes. */
export abstract class CardElement extends StoreElement {
  protected card: PersonCard | undefined;
  protected override readonly topics: readonly Topic[] = ['serverInfo', 'scenario'];
  private of: unknown;

  protected override willUpdate(): void {
    const { scenario } = this.store;
    if (scenario === this.of) return;
    this.of = scenario;
    // A scenario that this page cannot read has no card; what is wrong with it the patient says.
    const adopt = (card: PersonCard | undefined): void => {
      if (this.of !== scenario) return;
      this.card = card;
      this.requestUpdate();
    };
    cardOf(scenario).then(adopt, () => adopt(undefined));
  }
}
