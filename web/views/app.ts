import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { language, languages } from '../data/language.js';
import { scenarioName, type Topic } from '../data/store.js';
import { isKiosk } from '../data/kiosk.js';
import { appTexts } from '../texts/app.js';
import { phrase } from '../texts/phrase.js';
import { KeysHere, placeOfFocus } from '../ui/keys-here.js';
import { StoreElement } from '../ui/store-element.js';
import { speak } from '../ui/speak.js';
import { controls } from '../ui/styles.js';
import { currentTheme, setTheme, type Theme } from '../ui/theme.js';
import { Address } from './address.js';
import { appStyles } from './app-styles.js';
import './connection-chip.js';
import { keptNotice, refusedNotice } from './link-news.js';
import './live-region.js';
import './notice-bar.js';
import './person-chooser.js';
import './recording-line.js';
import './session-chip.js';
import { routeOf, viewNames, type Route, type ViewName } from './route.js';
import './status-bar.js';

const themes: readonly Theme[] = ['auto', 'light', 'dark'];

/** The page: bar on top, one of three views below. */
@customElement('myo-app')
export class App extends StoreElement {
  static override styles = [controls, appStyles];

  @state() private route: Route = routeOf(location.hash);
  @state() private theme: Theme = currentTheme();
  @state() private copied = false;
  protected override readonly topics: readonly Topic[] = ['serverInfo', 'scenario'];
  private address: Address | undefined;
  private readonly kiosk = isKiosk(location.href);

  constructor() {
    super();
    new KeysHere(this, 'page', {
      act: ({ action }) => {
        if (action === 'help') return this.help();
        if (action === 'undo') this.page.dials.undo();
        else this.page.dials.redo();
        return true;
      },
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { page } = this;
    this.address = new Address(page, {
      route: (route) => this.turnTo(route),
      refused: (error) => page.store.notify(refusedNotice(error)),
      kept: (clean) => page.store.notify(keptNotice(clean)),
    });
    this.address.open();
    this.toggleAttribute('kiosk', this.kiosk);
    this.turnTo(this.address.route);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.address?.close();
  }

  private turnTo(asked: Route): void {
    // A kiosk has nothing else, whatever link somebody left it with: nobody would come back from there.
    const route: Route = this.kiosk && asked.view !== 'demo' ? { view: 'demo', part: '' } : asked;
    this.route = route;
    this.load(route.view);
    document.title = `Myodesis · ${appTexts()[route.view]}`;
  }

  // Each view comes when it is opened, so that the page stands early.
  private load(view: ViewName): void {
    if (view === 'demo') void import('./demo-view.js');
    if (view === 'lab') void import('./lab-view.js');
    if (view === 'learn') void import('./learn/learn-view.js');
  }

  private async copyLink(): Promise<void> {
    const link = await this.address?.link();
    if (link === undefined) return;
    await navigator.clipboard?.writeText(link).catch(() => undefined);
    this.copied = true;
    setTimeout(() => (this.copied = false), 1800);
  }

  private readonly otherLanguage = async (): Promise<void> => {
    await speak(language() === 'en' ? 'de' : 'en');
    this.turnTo(this.route);
  };

  /** Opens the help, unless nobody watches over the page. */
  private readonly help = (): boolean => {
    if (this.kiosk) return false;
    const here = placeOfFocus();
    void import('./help/help-dialog.js').then(({ openHelp }) =>
      openHelp(this.renderRoot, this.route.view, here),
    );
    return true;
  };

  private cycleTheme(): void {
    this.theme = themes[(themes.indexOf(this.theme) + 1) % themes.length] ?? 'auto';
    setTheme(this.theme);
  }

  private body(): TemplateResult {
    const { view, part } = this.route;
    if (view === 'lab') return html`<myo-lab tool=${part}></myo-lab>`;
    if (view === 'learn') return html`<myo-learn chapter=${part}></myo-learn>`;
    return html`<myo-demo chapter=${part}></myo-demo>`;
  }

  override render() {
    const t = appTexts();
    const other = language() === 'en' ? 'de' : 'en';
    const presets = this.store.info?.presets ?? [];
    const current = this.page.dials.preset;
    return html`<a class="skip" href="#main" @click=${this.skip}>${t.skip}</a>
      <header>
        <div class="top">
          <span class="brand">
            <svg viewBox="0 0 32 32" aria-hidden="true">
              <circle cx="16" cy="16" r="13" class="ring" />
              <circle cx="16" cy="16" r="4.5" class="core" />
              <path d="M16 7.5a8.5 8.5 0 0 1 8.5 8.5" class="arc" />
            </svg>
            <span>Myodesis</span>
          </span>
          <nav aria-label=${t.views}>${viewNames.map((view) => this.tab(view))}</nav>
          <span class="right">
            <button class="quiet link" title=${t.copyTitle} @click=${this.copyLink}>
              ${this.copied ? t.copied : t.copyLink}
            </button>
            <button class="quiet language" lang=${other} @click=${this.otherLanguage}>
              <span class="long">${languages[other]}</span><span class="code">${other.toUpperCase()}</span>
            </button>
            <button
              class="quiet theme"
              title=${t.changeTheme}
              aria-label=${t.theme(t[this.theme])}
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
              <span>${t[this.theme]}</span>
            </button>
            <button class="quiet help" title="${t.help} (?)" aria-label=${t.help} @click=${this.help}>
              ?
            </button>
            <myo-connection></myo-connection>
          </span>
        </div>
        <div class="who">
          <label class="preset">
            <span>${t.patient}</span>
            <select
              aria-label=${t.patient}
              data-testid="preset-select"
              ?disabled=${presets.length === 0 || !this.store.info?.capabilities.includes('presets')}
              @change=${this.choosePreset}
            >
              ${
                presets.some((preset) => preset.name === current)
                  ? nothing
                  : html`<option value="" selected>
                      ${phrase(scenarioName(this.store.scenario)) || '…'}
                    </option>`
              }
              ${presets.map(
                (preset) =>
                  html`<option
                    value=${preset.name}
                    title=${phrase(preset.description)}
                    .selected=${live(preset.name === current)}
                  >
                    ${phrase(preset.title)}
                  </option>`,
              )}
            </select>
          </label>
          <myo-person-chooser></myo-person-chooser>
          ${this.page.api ? html`<myo-session></myo-session>` : html`<small title=${t.hereTitle}>${t.here}</small>`}
        </div>
      </header>
      <myo-status></myo-status>
      <myo-notice></myo-notice>
      <myo-recording></myo-recording>
      <main id="main" tabindex="-1">${this.body()}</main>
      <myo-live-region></myo-live-region>`;
  }

  private readonly choosePreset = (event: Event): void => {
    if (event.target instanceof HTMLSelectElement) this.page.dials.loadPreset(event.target.value);
    // What could not be sent is not shown as if it had been.
    if (this.store.connection !== 'open') this.requestUpdate();
  };

  private tab(view: ViewName): TemplateResult {
    const t = appTexts();
    return html`<a
      href=${this.address?.hashOf(view) ?? `#${view}`}
      title=${t[`${view}Title`]}
      aria-current=${this.route.view === view ? 'page' : nothing}
      @click=${(event: MouseEvent) => this.go(event, view)}
      >${t[view]}</a
    >`;
  }

  // A click goes to the view; what a new tab or window gets is the link, with the patient.
  private go(event: MouseEvent, view: ViewName): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    this.address?.go(view);
  }

  private skip(event: Event): void {
    event.preventDefault();
    const main = this.renderRoot.querySelector('main');
    main?.focus();
  }
}
