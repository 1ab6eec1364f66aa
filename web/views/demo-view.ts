import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { live } from 'lit/directives/live.js';
import { Experiment } from '../data/experiment.js';
import type { PresenterWish } from '../data/presenter/presented.js';
import { scenarioName, type Topic } from '../data/store.js';
import { storyFacts, type StoryFacts } from '../data/story-facts.js';
import { lookOf, offerOf, storySteps, type StoryOffer, type StoryStep } from '../data/story.js';
import { pathOfStory, storyPlace } from '../data/story-place.js';
import { Visit } from '../data/visit.js';
import '../panels/intent/intent-panel.js';
import '../panels/limb/limb-view.js';
import '../panels/person/person-line.js';
import '../panels/prosthesis/now-strip.js';
import '../panels/tones/tones-note.js';
import { demoTexts } from '../texts/demo.js';
import { presenterTexts } from '../texts/presenter.js';
import { phrase } from '../texts/phrase.js';
import { storyText } from '../texts/story.js';
import { goTo, stepTo } from '../ui/go-to.js';
import '../ui/panel.js';
import { StoreElement } from '../ui/store-element.js';
import { controls } from '../ui/styles.js';
import { DemoRun, type RunStory } from './demo-run.js';
import { demoStyles } from './demo-styles.js';
import './journey-stepper.js';
import type { OperationView } from './operation-view.js';
import type { StoryNow } from './presenter/compose.js';
import { keptPresentation, newPresentation, type Presentation } from './presenter/presentation.js';
import type { Presenting } from './presenter/presenting.js';

// Figure and traces are the largest parts of the view: the page is there before them.
void import('../panels/prosthesis/prosthesis-view.js');
void import('../panels/prosthesis/task-strip.js');
void import('../panels/signals/signals-panel.js');

/** Within this time an experiment that ends has been undone. */
const SETTLED_MS = 1500;

/** A virtual patient, a large prosthesis and a story that is told of this patient. */
@customElement('myo-demo')
export class DemoView extends StoreElement implements RunStory {
  static override styles = [controls, demoStyles];

  /** The story's step or scene, as the address says it. */
  @property() chapter = '';
  @state() private step = 0;
  /** The scene that the address names, while the operation is gone through. */
  private scene: string | undefined;
  private experiment: Experiment | undefined;
  private visit: Visit | undefined;
  private desk: Presenting | undefined;
  private readonly run = new DemoRun(this, this, () => this.page);
  /** The patient of a kiosk as they come. */
  private untouched = '';
  private checking = 0;
  @state() private visitors = 0;
  /** A patient was asked for who is not there yet. */
  private coming: 'asked' | 'made' | undefined;
  protected override readonly topics: readonly Topic[] = [
    'serverInfo',
    'scenario',
    'calibration',
    'stage',
    'status',
  ];

  protected override willUpdate(changed: Map<string, unknown>): void {
    this.remember();
    if (!changed.has('chapter')) return;
    const { step, scene } = storyPlace(this.chapter);
    this.scene = scene;
    if (scene !== undefined) void import('./operation-view.js');
    this.go(storySteps.indexOf(step));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const kept = this.run.kiosk ? undefined : keptPresentation();
    if (kept) void this.present(kept);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.desk?.close();
    this.desk = undefined;
    clearTimeout(this.checking);
    this.experiment?.end();
  }

  private go(step: number): void {
    if (step !== this.step) this.experiment?.end();
    this.step = step;
  }

  private turnTo(step: number): void {
    this.go(step);
    this.scene = undefined;
    stepTo(pathOfStory({ step: storySteps[step] ?? 'limb', scene: undefined }));
    this.run.player.begun();
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector('.story')?.scrollIntoView({ block: 'start' }),
    );
  }

  private get inScenes(): boolean {
    return this.scene !== undefined;
  }

  // What the story does by itself is no way that anybody would go back.
  private turnPage(path: string): void {
    if (this.run.player.playing) stepTo(path);
    else goTo(path);
  }

  private get operation(): OperationView | null {
    return this.renderRoot.querySelector<OperationView>('myo-operation');
  }

  /** A scene of the operation is taken in sooner than a step of the story. */
  pace(): number {
    return this.inScenes ? 0.7 : 1;
  }

  ticked(): void {
    this.desk?.tell();
  }

  /** Let a presenter's window see what is shown. */
  private async present(presentation: Presentation): Promise<void> {
    const [{ Presenting }, { compose }] = await Promise.all([
      import('./presenter/presenting.js'),
      import('./presenter/compose.js'),
    ]);
    if (this.desk || !this.isConnected) return;
    const shown = () => {
      const { now } = this;
      return now && compose(now);
    };
    this.desk = new Presenting(presentation, { shown, wish: (wish) => this.follow(wish) });
    this.requestUpdate();
  }

  private readonly openPresenter = async (): Promise<void> => {
    if (!this.desk) await this.present(newPresentation());
    this.desk?.open();
  };

  private follow(wish: PresenterWish): void {
    if (typeof wish === 'object') {
      if (this.inScenes) this.operation?.turnTo(wish.to);
      else this.turnTo(Math.min(wish.to, storySteps.length - 1));
      this.run.player.begun();
    } else if (wish === 'act') this.press();
    else if (wish === 'return') this.sendBack();
    else if (wish !== 'anew') this.run.follow(wish);
  }

  /** Where the story is, for a presenter. */
  private get now(): StoryNow | undefined {
    const { facts, step, store } = this;
    const name = storySteps[step];
    if (!facts || !name) return undefined;
    const label = this.inScenes ? undefined : this.actLabel(name, offerOf(name, facts));
    const { visit } = this;
    return {
      step: name,
      facts,
      scenario: store.scenario,
      patient: phrase(scenarioName(store.scenario)),
      scenes: this.inScenes ? this.operation?.shown : undefined,
      acts: [
        ...(label === undefined ? [] : [{ wish: 'act' as const, label }]),
        ...(visit?.active
          ? [{ wish: 'return' as const, label: demoTexts().bringBack(phrase(visit.host)) }]
          : []),
      ],
      playing: this.run.player.playing,
    };
  }

  ready(): boolean {
    return this.store.connection === 'open' && this.store.status?.phase === 'running';
  }

  /** What a person would press: the experiment, or the patient who can show it. */
  act(): void {
    const name = storySteps[this.step];
    const { facts } = this;
    if (!name || !facts || this.inScenes || this.experiment?.active) return;
    const offer = offerOf(name, facts);
    // Whoever plays by themselves hold no button: another patient would come for nothing.
    if (offer.kind !== 'bring' || name !== 'turn') this.press();
  }

  forward(): boolean {
    if (this.inScenes && this.operation?.turn(1)) return true;
    if (this.step === storySteps.length - 1) return false;
    const next = storySteps[this.step + 1];
    // A guest stays for as long as the next step has use of them, or brings another.
    if (this.run.player.playing && next !== 'fat' && next !== 'operation') this.visit?.end();
    if (this.inScenes && next) this.turnPage(pathOfStory({ step: next, scene: undefined }));
    else this.turnTo(this.step + 1);
    return true;
  }

  back(): void {
    if (this.inScenes) {
      if (!this.operation?.turn(-1)) goTo('demo/operation');
      return;
    }
    this.turnTo(Math.max(0, this.step - 1));
  }

  start(): void {
    if (this.inScenes) this.operation?.turnTo(0);
    else if (this.run.kiosk) this.afresh();
    else this.turnTo(0);
  }

  end(): void {
    if (this.inScenes) this.operation?.turnTo(Infinity);
    else this.turnTo(storySteps.length - 1);
  }

  afresh(): void {
    // Whatever the visitor before zoomed, stopped or chose in the panels goes with them.
    this.visitors++;
    this.goOn();
    this.turnTo(0);
    this.page.intent.script();
    // What was undone just now is in force by then; whatever else was done is not undone but left behind.
    clearTimeout(this.checking);
    this.checking = window.setTimeout(() => {
      if (this.visit?.active || JSON.stringify(this.store.scenario) !== this.untouched) this.mend();
    }, SETTLED_MS);
  }

  mend(): void {
    const first = this.store.info?.presets[0]?.name;
    if (!first || !this.store.info?.capabilities.includes('presets')) return;
    this.experiment = this.visit = undefined;
    this.coming = 'asked';
    this.goOn();
    this.page.dials.loadPreset(first);
  }

  private goOn(): void {
    if (this.store.status?.phase === 'paused') this.page.connection.send({ op: 'setPaused', paused: false });
  }

  /** How the patient of a kiosk is before anybody has done anything to them. */
  private remember(): void {
    if (this.coming === 'asked' && !this.ready()) this.coming = 'made';
    if (this.coming !== 'made' || !this.ready()) return;
    this.coming = undefined;
    this.untouched = JSON.stringify(this.store.scenario);
  }

  protected override updated(): void {
    this.desk?.tell();
  }

  protected override frame(): void {
    const bar = this.renderRoot.querySelector('.passed');
    if (bar instanceof HTMLElement) bar.style.transform = `scaleX(${this.run.player.share.toFixed(3)})`;
  }

  private get facts(): StoryFacts | undefined {
    const { info, scenario, calibration } = this.store;
    return info && storyFacts({ ...info, journey: this.store.journey }, scenario, calibration);
  }

  override render() {
    const { facts } = this;
    const name = storySteps[this.step] ?? 'limb';
    if (!facts) return nothing;
    if (this.inScenes) return this.scenes();
    const t = demoTexts();
    const look = lookOf(name);
    const looked = (part: string): string => (look === part ? 'looked' : '');
    const panels = html`
      <myo-journey></myo-journey>
      <section class="stage ${looked('prosthesis')}" aria-label=${t.prosthesis}>
        <myo-tones-note about="prosthesis"></myo-tones-note>
        <myo-now></myo-now>
        <myo-task></myo-task>
        <myo-prosthesis-view joints large ?labels=${name === 'limb'}></myo-prosthesis-view>
      </section>
      <div class="left">
        ${this.story(name, facts)}
        <myo-panel class="intent ${looked('intent')}" heading=${t.move}><myo-intent></myo-intent></myo-panel>
      </div>
      <div class="right">
        <myo-panel class="limb ${looked('limb')}" heading=${t.inside}
          ><myo-limb-view></myo-limb-view
        ></myo-panel>
        <myo-signals class="signals ${looked('signals')}" heading=${t.hear} simple limit="8"></myo-signals>
      </div>
    `;
    return keyed(this.visitors, panels);
  }

  private story(name: StoryStep, facts: StoryFacts): TemplateResult {
    const t = demoTexts();
    const { title, text } = storyText(name, facts);
    const all = storySteps.length;
    const { playing } = this.run.player;
    return html`<section class="story" aria-labelledby="title">
      <div class="count">
        <span>${t.stepOf(this.step + 1, all)}</span>
        <span class="dots" role="group" aria-label=${t.steps}>
          ${storySteps.map(
            (one, i) =>
              html`<button
                class="dot"
                aria-label=${t.stepNamed(i + 1, storyText(one, facts).title)}
                aria-current=${i === this.step ? 'step' : nothing}
                @click=${() => this.turnTo(i)}
              ></button>`,
          )}
        </span>
      </div>
      <h1 id="title">${title}</h1>
      <div class="text" aria-live="polite">${text.map((paragraph) => html`<p>${paragraph}</p>`)}</div>
      ${name === 'limb' && facts.source === 'simulation' && !this.run.kiosk ? html`<myo-person-line></myo-person-line>` : nothing}
      <div class="foot">
        <div class="act">${this.offered(name, offerOf(name, facts))}${this.wayBack()}</div>
        <div class="progress" ?hidden=${!playing}><i class="passed"></i></div>
        <div class="steps">
          <button ?disabled=${this.step === 0} @click=${() => this.back()}>${t.back}</button>
          <button
            class="play"
            data-testid="story-play"
            aria-label=${playing ? t.pause : t.play}
            title=${playing ? t.pause : t.play}
            @click=${() => this.run.toggle()}
          >
            ${playing ? '❚❚' : '▶'}
          </button>
          <button class="primary" ?disabled=${this.step === all - 1} @click=${() => this.forward()}>
            ${t.next}
          </button>
        </div>
        ${this.run.kiosk ? nothing : this.presenting()}
      </div>
    </section>`;
  }

  /** How the story runs by itself. */
  private presenting(): TemplateResult {
    const t = demoTexts();
    const { player } = this.run;
    return html`<details class="presenting">
      <summary>${t.presenting}</summary>
      <label
        >${t.timeOf}
        <select
          @change=${(e: Event) => {
            if (e.target instanceof HTMLSelectElement) player.seconds = Number(e.target.value);
          }}
        >
          ${[8, 14, 25, 45].map(
            (seconds) =>
              html`<option value=${seconds} .selected=${live(seconds === player.seconds)}>
                ${seconds} s
              </option>`,
          )}
        </select></label
      >
      <label
        ><input
          type="checkbox"
          .checked=${player.loop}
          @change=${(e: Event) => {
            if (e.target instanceof HTMLInputElement) player.loop = e.target.checked;
          }}
        />
        ${t.loop}</label
      >
      <div class="windows">
        <button @click=${fullScreen}>${t.fullScreen}</button>
        <button
          data-testid="story-presenter"
          title=${presenterTexts().openTitle}
          @click=${this.openPresenter}
        >
          ${this.desk?.watched ? presenterTexts().isOpen : presenterTexts().open}
        </button>
      </div>
      <p class="hint">${t.keys}</p>
    </details>`;
  }

  /** The other patient is on their way. */
  private get busy(): boolean {
    return this.store.status?.phase === 'calibrating' && this.visit?.active === true;
  }

  /** What the button of a step says; undefined where there is nothing to press. */
  private actLabel(name: StoryStep, offer: StoryOffer): string | undefined {
    const t = demoTexts();
    const { experiment } = this;
    const tried = name === 'slip' || name === 'fat' || name === 'purpose';
    if (this.busy) return undefined;
    // What is under way can be undone, whatever else could be offered now.
    if (experiment?.active) return tried && experiment.possible ? t.end[name] : undefined;
    if (offer.kind === 'experiment')
      return tried && this.experimentOf(offer).possible ? t.begin[name] : undefined;
    if (offer.kind === 'none') return undefined;
    return name === 'operation' ? t.scenes : t.bring;
  }

  /** Press that button. */
  private press(): void {
    const name = storySteps[this.step];
    const { facts, experiment } = this;
    if (!name || !facts || this.inScenes || this.busy) return;
    const offer = offerOf(name, facts);
    if (experiment?.active) experiment.end();
    else if (offer.kind === 'experiment') this.experimentOf(offer).begin();
    else if (offer.kind === 'scenes') this.openScenes();
    else if (offer.kind === 'bring') this.bring(name, offer.preset);
    this.requestUpdate();
  }

  private offered(name: StoryStep, offer: StoryOffer): TemplateResult | typeof nothing {
    if (this.busy) return html`<p class="why" role="status">${demoTexts().arriving}</p>`;
    const label = this.actLabel(name, offer);
    const active = this.experiment?.active === true;
    const why = !active && (offer.kind === 'bring' || offer.kind === 'none') ? offer.why : undefined;
    const button = html`<button
      data-testid=${offer.kind === 'bring' && !active ? 'story-bring' : 'story-act'}
      ?data-active=${active}
      @click=${() => this.press()}
    >
      ${label}
    </button>`;
    return html`${why ? this.reason(why) : nothing}${label === undefined ? nothing : button}`;
  }

  private reason(why: keyof ReturnType<typeof demoTexts>['why']): TemplateResult | typeof nothing {
    const said = demoTexts().why[why];
    return said ? html`<p class="why">${said}</p>` : nothing;
  }

  private experimentOf({ path, value }: Extract<StoryOffer, { kind: 'experiment' }>): Experiment {
    if (this.experiment?.path === path && this.experiment.value === value) return this.experiment;
    this.experiment = new Experiment(this.page, path, value);
    return this.experiment;
  }

  private wayBack(): TemplateResult | typeof nothing {
    const { visit } = this;
    if (!visit?.active) return nothing;
    return html`<button class="quiet" data-testid="story-return" @click=${() => this.sendBack()}>
      ${demoTexts().bringBack(phrase(visit.host))}
    </button>`;
  }

  /** Let the one who was there before come back. */
  private sendBack(): void {
    this.experiment?.end();
    this.visit?.end();
    this.requestUpdate();
  }

  private bring(name: StoryStep, preset: string): void {
    this.experiment?.end();
    this.visit ??= new Visit(this.page);
    this.visit.bring(preset);
    if (name === 'operation') this.openScenes();
    this.requestUpdate();
  }

  private scenes(): TemplateResult {
    return html`<myo-operation
      class="whole"
      scene=${this.scene ?? ''}
      ?playing=${this.run.player.playing}
      @play=${() => this.run.toggle()}
      @turned=${() => this.run.player.begun()}
      @leave=${() => goTo('demo/operation')}
      @bring=${() => this.bring('operation', 'operation')}
    ></myo-operation>`;
  }

  private readonly openScenes = (): void => this.turnPage(pathOfStory({ step: 'operation', scene: '' }));
}

function fullScreen(): void {
  const { fullscreenElement, documentElement } = document;
  void (fullscreenElement ? document.exitFullscreen() : documentElement.requestFullscreen()).catch(
    () => undefined,
  );
}
