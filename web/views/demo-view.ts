// Texts still stand here, in English only.
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Experiment } from '../data/experiment.js';
import { percent } from '../data/format.js';
import { valueAt } from '../data/scenario-path.js';
import type { Topic } from '../data/store.js';
import '../panels/intent/intent-panel.js';
import '../panels/limb/limb-view.js';
import '../panels/person/person-line.js';
import '../panels/prosthesis/now-strip.js';
import '../panels/prosthesis/prosthesis-view.js';
import '../panels/signals/signals-panel.js';
import '../ui/panel.js';
import { StoreElement } from '../ui/store-element.js';
import { controls } from '../ui/styles.js';
import { demoStyles } from './demo-styles.js';
import './journey-stepper.js';
import { story, type StoryStep } from './story.js';

const limbTexts: Record<string, string> = {
  transhumeral: 'an arm above the elbow',
  transradial: 'a hand and part of the forearm',
  transfemoral: 'a leg above the knee',
};

/** A virtual patient, a large prosthesis and a story. */
@customElement('myo-demo')
export class DemoView extends StoreElement {
  static override styles = [controls, demoStyles];

  /** Number of the story's step, from 1, as the address says it. */
  @property() chapter = '';
  @state() private step = 0;
  private experiment: Experiment | undefined;
  protected override readonly topics: readonly Topic[] = ['serverInfo', 'scenario', 'calibration'];

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('chapter')) this.go(Math.min(story.length, Math.max(1, Number(this.chapter) || 1)) - 1);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.experiment?.end();
  }

  private go(step: number): void {
    this.experiment?.end();
    this.step = step;
    const act = story[step]?.act;
    this.experiment = act && new Experiment(this.page, act.path, act.value);
  }

  private fill(text: string): string {
    const level = valueAt(this.store.scenario, ['limb', 'level']);
    const leg = this.store.info?.limb === 'leg';
    const values: Record<string, string> = {
      limb: (typeof level === 'string' && limbTexts[level]) || (leg ? 'a leg' : 'an arm'),
      joint: leg ? 'the knee or the foot' : 'the hand',
      channels: String(this.store.info?.channels.length ?? 'Several'),
      accuracy: this.store.calibration ? percent(this.store.calibration.accuracy) : 'most',
    };
    return text.replace(/\{(\w+)\}/gu, (_all, key: string) => values[key] ?? '');
  }

  private get withoutImplant(): boolean {
    return valueAt(this.store.scenario, ['limb', 'stemRadiusMm']) === 0;
  }

  /** Where electrodes lie on the muscle, fat and slipping mean something else. */
  private textOf(step: StoryStep): readonly string[] {
    if (this.withoutImplant && step.plain) return step.plain.text;
    const type = valueAt(this.store.scenario, ['electrodes', 'type']);
    return (type !== 'surface' && step.implanted) || step.text;
  }

  override render() {
    const step = story[this.step];
    if (!step) return nothing;
    const looked = (name: string): string => (step.look === name ? 'looked' : '');
    const experiment = this.experiment;
    return html`
      <myo-journey></myo-journey>
      <section class="stage ${looked('prosthesis')}" aria-label="Prosthesis">
        <myo-now></myo-now>
        <myo-prosthesis-view joints wide ?labels=${step.look === 'prosthesis'}></myo-prosthesis-view>
      </section>
      <div class="left">
        <section class="story" aria-labelledby="title">
          <p class="count">Step ${this.step + 1} of ${story.length}</p>
          <h1 id="title">${(this.withoutImplant && step.plain?.title) || step.title}</h1>
          <div class="text" aria-live="polite">
            ${this.textOf(step).map((paragraph) => html`<p>${this.fill(paragraph)}</p>`)}
          </div>
          <myo-person-line></myo-person-line>
          <div class="act">
            ${
              step.act && experiment?.possible
                ? html`<button
                    aria-pressed=${experiment.active}
                    @click=${() => {
                      experiment.toggle();
                      this.requestUpdate();
                    }}
                  >
                    ${experiment.active ? step.act.stop : step.act.start}
                  </button>`
                : nothing
            }
          </div>
          <div class="steps">
            <button ?disabled=${this.step === 0} @click=${() => this.go(this.step - 1)}>Back</button>
            <span class="dots" role="group" aria-label="Steps">
              ${story.map(
                (one, i) =>
                  html`<button
                    class="dot"
                    aria-label="Step ${i + 1}: ${(this.withoutImplant && one.plain?.title) || one.title}"
                    aria-current=${i === this.step ? 'step' : nothing}
                    @click=${() => this.go(i)}
                  ></button>`,
              )}
            </span>
            <button
              class="primary"
              ?disabled=${this.step === story.length - 1}
              @click=${() => this.go(this.step + 1)}
            >
              Next
            </button>
          </div>
        </section>
        <myo-panel class="intent ${looked('intent')}" heading="Move"><myo-intent></myo-intent></myo-panel>
      </div>
      <div class="right">
        <myo-panel class="limb ${looked('limb')}" heading="Inside the limb"
          ><myo-limb-view></myo-limb-view
        ></myo-panel>
        <myo-signals
          class="signals ${looked('signals')}"
          heading="What the electrodes hear"
          simple
          limit="8"
        ></myo-signals>
      </div>
    `;
  }
}
