import { Visit } from '../../data/visit.js';
import { StoreElement } from '../../ui/store-element.js';
import type { LessonRun } from './lesson-run.js';

/** Base of what measures on the patient: whoever leaves, or closes the page, leaves the patient as they were found. */
export abstract class RunElement extends StoreElement {
  protected run: LessonRun | undefined;
  private visiting: Visit | undefined;
  protected override readonly topics = ['serverInfo', 'scenario', 'status', 'connection'] as const;

  /** Who is brought for a lesson, and taken back after it. */
  protected get visit(): Visit {
    return (this.visiting ??= new Visit(this.page));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('pagehide', this.leave);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('pagehide', this.leave);
    this.leave();
  }

  private readonly leave = (): void => this.run?.leave();
}
