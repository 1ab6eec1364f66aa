// Texts still stand here, in English only.
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { language, languages } from '../data/language.js';
import { scenarioName, type Topic } from '../data/store.js';
import { isTyping } from '../data/key-bindings.js';
import { StoreElement } from '../ui/store-element.js';
import { speak } from '../ui/speak.js';
import { controls } from '../ui/styles.js';
import { currentTheme, setTheme, type Theme } from '../ui/theme.js';
import { appStyles } from './app-styles.js';
import './connection-chip.js';
import './demo-view.js';
import './live-region.js';
import './notice-bar.js';
import './person-chooser.js';
import './recording-line.js';
import './session-chip.js';
import { routeOf, type Route, type ViewName } from './route.js';
import './status-bar.js';

const tabs: readonly (readonly [view: ViewName, label: string, title: string])[] = [
  ['demo', 'Demo', 'A patient and a story, for everyone'],
  ['lab', 'Lab', 'Every panel and every dial'],
  ['learn', 'Learn', 'One question at a time'],
];
const themes: readonly Theme[] = ['auto', 'light', 'dark'];
const themeTexts: Record<Theme, string> = {
  auto: 'Theme: system',
  light: 'Theme: light',
  dark: 'Theme: dark',
};

/** The page: bar on top, one of three views below. */
@customElement('myo-app')
export class App extends StoreElement {
  static override styles = [controls, appStyles];

  @state() private route: Route = routeOf(location.hash);
  @state() private theme: Theme = currentTheme();
  @state() private copied = false;
  protected override readonly topics: readonly Topic[] = ['serverInfo', 'scenario'];
  private unlisten: (() => void) | undefined;
  private linkTimer = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.unlisten = this.store.on(this.topics, () => this.updateLink());
    window.addEventListener('hashchange', this.onHash);
    window.addEventListener('keydown', this.onKey);
    this.load(this.route.view);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unlisten?.();
    window.removeEventListener('hashchange', this.onHash);
    window.removeEventListener('keydown', this.onKey);
  }

  private readonly onHash = (): void => {
    this.route = routeOf(location.hash);
    this.load(this.route.view);
    this.updateLink();
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || isTyping(event.composedPath()[0])) return;
    const key = event.key.toLowerCase();
    if (key === 'z' && !event.shiftKey) this.page.dials.undo();
    else if (key === 'y' || key === 'z') this.page.dials.redo();
    else return;
    event.preventDefault();
  };

  // The lab and the lessons come when they are opened, so that the first view stands early.
  private load(view: ViewName): void {
    if (view === 'lab') void import('./lab-view.js');
    if (view === 'learn') void import('./learn-view.js');
  }

  private get path(): string {
    const { view, part } = this.route;
    return part ? `${view}/${part}` : view;
  }

  // The address always reproduces what is seen; written seldom, because browsers limit how often.
  private updateLink(): void {
    clearTimeout(this.linkTimer);
    this.linkTimer = window.setTimeout(() => {
      this.page.link.hash(this.path).then(
        (hash) => window.history.replaceState(null, '', hash),
        () => undefined,
      );
    }, 900);
  }

  private async copyLink(): Promise<void> {
    const hash = await this.page.link.hash(this.path);
    window.history.replaceState(null, '', hash);
    await navigator.clipboard?.writeText(location.href).catch(() => undefined);
    this.copied = true;
    setTimeout(() => (this.copied = false), 1800);
  }

  private loadPreset(name: string): void {
    this.page.intent.script();
    this.page.dials.loadPreset(name);
  }

  private readonly otherLanguage = async (): Promise<void> => {
    await speak(language() === 'en' ? 'de' : 'en');
    this.requestUpdate();
  };

  private cycleTheme(): void {
    this.theme = themes[(themes.indexOf(this.theme) + 1) % themes.length] ?? 'auto';
    setTheme(this.theme);
  }

  private body(): TemplateResult {
    const { view, part } = this.route;
    if (view === 'lab') return html`<myo-lab></myo-lab>`;
    if (view === 'learn') return html`<myo-learn chapter=${part}></myo-learn>`;
    return html`<myo-demo chapter=${part}></myo-demo>`;
  }

  // Whoever shows text begins anew in the other language.
  override render() {
    return keyed(language(), this.whole());
  }

  private whole(): TemplateResult {
    const presets = this.store.info?.presets ?? [];
    const current = this.page.dials.preset;
    return html`<a class="skip" href="#main" @click=${this.skip}>Skip to content</a>
      <header>
        <span class="brand">
          <svg viewBox="0 0 32 32" aria-hidden="true">
            <circle cx="16" cy="16" r="13" class="ring" />
            <circle cx="16" cy="16" r="4.5" class="core" />
            <path d="M16 7.5a8.5 8.5 0 0 1 8.5 8.5" class="arc" />
          </svg>
          <span>Myodesis</span>
        </span>
        <nav aria-label="Views">
          ${tabs.map(
            ([view, label, title]) =>
              html`<a
                href="#${view}"
                title=${title}
                aria-current=${this.route.view === view ? 'page' : nothing}
                >${label}</a
              >`,
          )}
        </nav>
        <label class="preset">
          <span>Patient</span>
          <select
            data-testid="preset-select"
            ?disabled=${presets.length === 0 || !this.store.info?.capabilities.includes('presets')}
            @change=${(e: Event) => e.target instanceof HTMLSelectElement && this.loadPreset(e.target.value)}
          >
            ${
              presets.some((preset) => preset.name === current)
                ? nothing
                : html`<option value="" selected>${scenarioName(this.store.scenario) || '…'}</option>`
            }
            ${presets.map(
              (preset) =>
                html`<option
                  value=${preset.name}
                  title=${preset.description}
                  ?selected=${preset.name === current}
                >
                  ${preset.title}
                </option>`,
            )}
          </select>
        </label>
        <myo-person-chooser></myo-person-chooser>
        <span class="right">
          <button
            class="quiet link"
            title="Copy a link that reproduces this patient, dials and seed"
            @click=${this.copyLink}
          >
            ${this.copied ? 'Copied' : 'Copy link'}
          </button>
          <button
            class="quiet language"
            lang=${language() === 'en' ? 'de' : 'en'}
            @click=${this.otherLanguage}
          >
            ${languages[language() === 'en' ? 'de' : 'en']}
          </button>
          <button
            class="quiet theme"
            title="Change the theme"
            aria-label=${themeTexts[this.theme]}
            @click=${this.cycleTheme}
          >
            <svg viewBox="0 0 20 20" aria-hidden="true">
              <circle cx="10" cy="10" r="7" fill="none" stroke="currentColor" stroke-width="1.6" />
              ${
                this.theme === 'light'
                  ? nothing
                  : html`<svg>
                      <path
                        d=${this.theme === 'dark' ? 'M10 3a7 7 0 1 1 0 14a7 7 0 1 1 0-14Z' : 'M10 3a7 7 0 0 1 0 14Z'}
                        fill="currentColor"
                      />
                    </svg>`
              }
            </svg>
            <span>${this.theme}</span>
          </button>
          <span class="place">
            ${this.page.api ? nothing : html`<small title="The patient lives in this page: no service, nothing is sent anywhere">runs in your browser</small>`}
            <myo-session></myo-session>
            <myo-connection></myo-connection>
          </span>
        </span>
      </header>
      <myo-status></myo-status>
      <myo-notice></myo-notice>
      <myo-recording></myo-recording>
      <main id="main" tabindex="-1">${this.body()}</main>
      <myo-live-region></myo-live-region>`;
  }

  private skip(event: Event): void {
    event.preventDefault();
    const main = this.renderRoot.querySelector('main');
    main?.focus();
  }
}
