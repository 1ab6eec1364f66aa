import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { truthRows } from '../../src/protocol/stream-rows.js';
import { operationScenes, type OperationScene } from '../../src/scenario/operation-scenes.js';
import { scenarioOfStage } from '../../src/scenario/journey.js';
import { parseScenario, type Scenario } from '../../src/scenario/scenario.js';
import { struckAt } from '../data/key-places.js';
import { inScenes } from '../data/story-facts.js';
import { pathOfStory } from '../data/story-place.js';
import type { Topic } from '../data/store.js';
import '../panels/limb/limb-view.js';
import { drawnAt, drawnOf, type Drawn } from '../panels/operation/drawn-state.js';
import { longSection } from '../panels/operation/long-section.js';
import { longSectionStyles } from '../panels/operation/long-section-styles.js';
import { labelsOf, operationLabels } from '../panels/operation/operation-labels.js';
import { cutMuscles, sceneBodies, type SceneBody } from '../panels/operation/scene-body.js';
import { sceneChanges, type SceneChange } from '../panels/operation/scene-changes.js';
import { SceneScrub } from '../panels/operation/scene-scrub.js';
import { HALF_WIDE, tallOf } from '../panels/operation/stump-shape.js';
import '../panels/signals/signals-panel.js';
import { operationTexts } from '../texts/operation.js';
import { phrase } from '../texts/phrase.js';
import { readable } from '../data/format.js';
import { stepTo } from '../ui/go-to.js';
import '../ui/panel.js';
import { KeysHere } from '../ui/keys-here.js';
import { StoreElement } from '../ui/store-element.js';
import { controls } from '../ui/styles.js';
import { operationStyles } from './operation-styles.js';
import type { ShownScenes } from './presenter/compose.js';

/** A story of stages: the running scenario's, or that of the preset while somebody else is there. */
interface Told {
  readonly of: unknown;
  readonly scenario: Scenario;
  readonly bodies: readonly SceneBody[];
  readonly drawings: readonly Drawn[];
}

/** The operation as scenes to go through, on a drawn long section, the live cross-section and the running signal. */
@customElement('myo-operation')
export class OperationView extends StoreElement {
  static override styles = [controls, longSectionStyles, operationStyles];

  protected override readonly topics: readonly Topic[] = [
    'serverInfo',
    'scenario',
    'stage',
    'status',
    'connection',
  ];
  /** Name of the scene to show, as the address says it; what is shown is told by `stepTo`. */
  @property() scene = '';
  /** Whether the scenes run by themselves. */
  @property({ type: Boolean }) playing = false;
  @state() private told: Told | undefined;
  protected override readonly streams = ['truth'] as const;
  private drawnAt = 0;
  /** A scene that the address named and that was not gone to yet. */
  private wanted = '';
  /** Whether the patient of the scenes was there at the last update. */
  private met = false;
  private readonly scrub = new SceneScrub(
    () => (this.told?.drawings.length ?? 1) - 1,
    (stage) => this.hears && this.page.connection.send({ op: 'setStage', stage, hold: true }),
  );

  constructor() {
    super();
    new KeysHere(this, 'scenes');
  }

  /** Whether the patient who is there is the one of the scenes. */
  private get here(): boolean {
    return inScenes(this.store.journey);
  }

  // The story may have been scrolled down.
  protected override firstUpdated(): void {
    this.scrollIntoView({ block: 'start' });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.scrub.stop();
  }

  /** Whether they can be asked to come along: not before they live, nor by a looker-on. */
  private get hears(): boolean {
    return this.here && this.lives && this.store.info?.role !== 'viewer';
  }

  private get lives(): boolean {
    const phase = this.store.status?.phase;
    return phase === 'running' || phase === 'paused';
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('scene')) this.wanted = this.scene;
    this.follow();
    this.goWhereWanted();
  }

  protected override updated(): void {
    const scene = this.told?.scenario.journey.stages[this.scrub.scene]?.scene;
    if (scene && scene !== this.scene) stepTo(pathOfStory({ step: 'operation', scene }));
  }

  private goWhereWanted(): void {
    const { told, wanted } = this;
    if (!told || wanted === '') return;
    this.wanted = '';
    const scene = told.scenario.journey.stages.findIndex((stage) => stage.scene === wanted);
    if (scene >= 0 && scene !== this.scrub.scene) this.scrub.move(scene);
  }

  private follow(): void {
    const { journey, scenario } = this.store;
    if (this.hears && journey) {
      this.scrub.retry();
      this.scrub.reached(journey.stage);
      // Whoever comes plays on by themselves: here they wait at each scene.
      if (!this.met && !journey.held) this.scrub.settle();
    }
    this.met = this.hears;
    if (this.here && this.told?.of !== scenario) this.told = tell(scenario, parseScenario(scenario));
    else if (!this.told) void this.tellPreset();
  }

  /** Muscles of the drawing light up as those of the cross-section do. */
  protected override frame(now: number): void {
    const { geometry } = this.store;
    if (now - this.drawnAt < 40 || !this.here || !geometry) return;
    this.drawnAt = now;
    const truth = this.store.columns.get('truth')?.column();
    const rows = this.store.rows('truth');
    if (!truth || !rows) return;
    const places = truthRows.places(rows).excitation;
    const glows = this.renderRoot.querySelectorAll<SVGElement>('.glow');
    cutMuscles(geometry).forEach((name, i) => {
      const excitation = truth[places.get(name) ?? -1] ?? 0;
      glows[i]?.style.setProperty('opacity', Math.sqrt(Math.min(1, Math.max(0, excitation))).toFixed(2));
    });
  }

  /** The scenes can be gone through even while their patient is elsewhere. */
  private async tellPreset(): Promise<void> {
    const { presetByName } = await import('../../src/scenario/presets/index.js');
    this.told ??= tell(undefined, presetByName('operation'));
  }

  private readonly dragged = (event: Event): void => {
    if (!(event.target instanceof HTMLInputElement)) return;
    this.scrub.move(Number(event.target.value));
    this.requestUpdate();
  };

  /** A finger that lets go between two scenes comes to rest on the nearer one. */
  private readonly letGo = (): void => this.chosen(this.scrub.scene);

  /** Go to a scene by its number from 0. */
  turnTo(scene: number): void {
    this.scrub.move(Math.round(Math.min(scene, operationScenes.length - 1)));
    this.requestUpdate();
  }

  /** Go as many scenes further; false where there are none. */
  turn(by: number): boolean {
    const to = this.scrub.scene + by;
    if (to < 0 || to >= (this.told?.drawings.length ?? 1)) return false;
    this.turnTo(to);
    return true;
  }

  /** What a presenter needs of the scenes. */
  get shown(): ShownScenes | undefined {
    const { told, scrub } = this;
    const stages = told?.scenario.journey.stages;
    const stage = stages?.[scrub.scene];
    if (!told || !stages || !stage) return undefined;
    const t = operationTexts();
    return {
      count: t.sceneOf(scrub.scene + 1, told.drawings.length),
      stages: stages.map(({ title, text }) => ({ title: readable(phrase(title)), text: phrase(text) })),
      at: scrub.scene,
      notes: [
        `${t.inModel}: ${this.modelWords(told)}`,
        ...(isScene(stage.scene) ? t.mores[stage.scene] : []),
      ],
      scenario: scenarioOfStage(told.scenario, stage),
    };
  }

  /** A person went to a scene. */
  private chosen(scene: number): void {
    this.turnTo(scene);
    this.dispatchEvent(new CustomEvent('turned'));
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    const { scene } = this.scrub;
    const found = struckAt('scenes', event);
    if (!found) return;
    event.preventDefault();
    event.stopPropagation();
    const to = { forward: scene + 1, back: scene - 1, start: 0, end: operationScenes.length - 1 };
    this.chosen(to[found.action]);
  };

  override render() {
    const { told, scrub } = this;
    const drawn = told && drawnAt(told.drawings, scrub.position);
    const stage = told?.scenario.journey.stages[scrub.scene];
    if (!told || !drawn || !stage) return nothing;
    const t = operationTexts();
    const all = told.drawings.length;
    const title = readable(phrase(stage.title));
    return html`
      <section class="words" aria-labelledby="title">
        <p class="count">
          <a href="#demo/operation" @click=${this.leave}>${t.leave}</a>
          <span>${t.sceneOf(scrub.scene + 1, all)}</span>
        </p>
        <h1 id="title">${title}</h1>
        <p class="sentence" data-testid="scene-text" aria-live="polite">${phrase(stage.text)}</p>
      </section>
      <section class="facts">
        ${this.inModel(told)}${isScene(stage.scene) ? this.more(stage.scene) : nothing}
      </section>
      <figure class="drawing">
        <svg
          viewBox="${-HALF_WIDE - 2} 0 ${2 * HALF_WIDE + 4} ${tallOf(drawn).toFixed(1)}"
          role="img"
          aria-label="${t.drawing}: ${title}. ${phrase(stage.text)}"
          data-testid="long-section"
          data-scene=${stage.scene}
        >
          ${longSection(drawn)}
          ${
            isScene(stage.scene)
              ? operationLabels(
                  Math.abs(scrub.position - scrub.scene) < 0.12 ? labelsOf(stage.scene, drawn) : [],
                  (label) => t.labels[label],
                )
              : nothing
          }
        </svg>
        <figcaption>${t.drawing}. ${t.drawingNote}</figcaption>
      </figure>
      <div class="live">
        ${this.here || !this.lives ? nothing : this.elsewhere()}
        <myo-panel class="limb" heading=${t.section}><myo-limb-view></myo-limb-view></myo-panel>
        <myo-signals class="signals" heading=${t.signal} simple limit="8" fixed-uv="300"></myo-signals>
      </div>
      <div class="scrub">
        <button
          class="play"
          aria-label=${this.playing ? t.pause : t.play}
          title=${this.playing ? t.pause : t.play}
          @click=${() => this.dispatchEvent(new CustomEvent('play'))}
        >
          ${this.playing ? '❚❚' : '▶'}
        </button>
        <button
          aria-label=${t.previous}
          ?disabled=${scrub.scene === 0}
          @click=${() => this.chosen(scrub.scene - 1)}
        >
          ‹
        </button>
        <div class="track">
          <input
            type="range"
            min="0"
            max=${all - 1}
            step="0.02"
            .value=${String(scrub.position)}
            aria-label=${t.slider}
            aria-valuetext="${t.sceneOf(scrub.scene + 1, all)}: ${title}"
            data-testid="scene-slider"
            @input=${this.dragged}
            @change=${this.letGo}
            @keydown=${this.onKey}
          />
          <ol>
            ${told.scenario.journey.stages.map(
              (one, i) =>
                html`<li>
                  <button
                    class="tick"
                    aria-current=${i === scrub.scene ? 'step' : nothing}
                    @click=${() => this.chosen(i)}
                  >
                    ${readable(phrase(one.title))}
                  </button>
                </li>`,
            )}
          </ol>
        </div>
        <button
          aria-label=${t.next}
          ?disabled=${scrub.scene === all - 1}
          @click=${() => this.chosen(scrub.scene + 1)}
        >
          ›
        </button>
      </div>
    `;
  }

  private inModel(told: Told): TemplateResult {
    return html`<p class="model" data-testid="scene-changes">
      <strong>${operationTexts().inModel}:</strong> ${this.modelWords(told)}
    </p>`;
  }

  /** What this scene changes in the model, in words. */
  private modelWords({ scenario, bodies }: Told): string {
    const t = operationTexts();
    const { changes, heard } = sceneChanges(scenario.journey.stages, bodies, this.scrub.scene);
    if (this.scrub.scene === 0) return t.changes.begin;
    if (changes.length === 0) return t.changes.nothing;
    return `${changes.map(wordsOf).join('; ')}.${heard ? '' : ` ${t.changes.silent}`}`;
  }

  private more(scene: OperationScene): TemplateResult {
    const t = operationTexts();
    return html`<details>
      <summary>${t.more}</summary>
      ${t.mores[scene].map((paragraph) => html`<p>${paragraph}</p>`)}
    </details>`;
  }

  private elsewhere(): TemplateResult {
    const t = operationTexts();
    const able = this.store.info?.capabilities.includes('presets') && this.store.info.role !== 'viewer';
    return html`<div class="elsewhere">
      <p>${t.elsewhere}</p>
      ${
        able
          ? html`<button
              data-testid="scene-bring"
              @click=${() => this.dispatchEvent(new CustomEvent('bring', { detail: 'operation' }))}
            >
              ${t.bring}
            </button>`
          : nothing
      }
    </div>`;
  }

  private readonly leave = (event: Event): void => {
    event.preventDefault();
    this.dispatchEvent(new CustomEvent('leave'));
  };
}

function tell(of: unknown, scenario: Scenario): Told {
  const bodies = sceneBodies(scenario);
  const drawings = scenario.journey.stages.map(({ scene }, i) => {
    const body = bodies[i];
    return isScene(scene) && body ? [drawnOf(scene, body)] : [];
  });
  return { of, scenario, bodies, drawings: drawings.flat() };
}

function isScene(scene: string): scene is OperationScene {
  return operationScenes.some((known) => known === scene);
}

function wordsOf(change: SceneChange): string {
  const t = operationTexts().changes;
  switch (change.kind) {
    case 'fat':
    case 'fixation':
    case 'noise':
      return t[change.kind](change.from, change.to);
    case 'load':
    case 'days':
      return t[change.kind](change.to);
    default:
      return t[change.kind];
  }
}
