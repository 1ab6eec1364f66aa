import { html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { KeyPlaceName } from '../../data/key-places.js';
import { helpTexts } from '../../texts/help.js';
import { keyNames } from '../../texts/keys.js';
import { holdKeys, placesHere } from '../../ui/keys-here.js';
import { SpokenElement } from '../../ui/spoken-element.js';
import { controls } from '../../ui/styles.js';
import type { ViewName } from '../route.js';
import { helpStyles } from './help-styles.js';
import { keyGroups, type KeyGroup, type KeyRow } from './key-groups.js';

const apple = /Mac|iPhone|iPad/u.test(navigator.platform);

/** What can be done where one is, all its keys, and where to read on. Goes when it is closed. */
@customElement('myo-help')
export class HelpDialog extends SpokenElement {
  static override styles = [controls, helpStyles];

  @property() view: ViewName = 'demo';
  /** The place that had the focus. */
  @property() here: KeyPlaceName | undefined;
  @query('dialog') private dialog?: HTMLDialogElement;
  private groups: readonly KeyGroup[] = [];
  private letKeys: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.letKeys = holdKeys();
    this.groups = this.found();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.letKeys?.();
  }

  protected override firstUpdated(): void {
    this.dialog?.showModal();
  }

  private found(): KeyGroup[] {
    const places = placesHere().map(({ place, options }) => ({
      place,
      own: options.own?.(),
      sayOwn: options.sayOwn,
    }));
    return keyGroups(places, this.here);
  }

  private readonly close = (): void => this.dialog?.close();

  // Beside the dialog means away with it.
  private readonly pressed = (event: MouseEvent): void => {
    if (event.target === this.dialog) this.close();
  };

  private row({ keys, does, span }: KeyRow) {
    const shown = span ? [keys[0] ?? '', keys.at(-1) ?? ''] : keys;
    return html`<dt>
        ${shown.map(
          (key, i) =>
            html`${span && i > 0 ? ` ${helpTexts().to} ` : nothing}<span class="key"
                >${keyNames(key, apple).map((name) => html`<kbd>${name}</kbd>`)}</span
              > `,
        )}
      </dt>
      <dd>${does}</dd>`;
  }

  private group({ place, title, more, reach, rows }: KeyGroup) {
    const t = helpTexts();
    return html`<section class="group" data-place=${place}>
      <h4>${title}${place === this.here ? html` <span class="tag">${t.here}</span>` : nothing}</h4>
      ${reach === 'page' ? nothing : html`<p class="hint">${t[reach]}</p>`}
      <dl>${rows.map((row) => this.row(row))}</dl>
      ${more ? html`<p class="hint">${more}</p>` : nothing}
    </section>`;
  }

  override render() {
    const t = helpTexts();
    const links = [
      ['demo', t.toDemo],
      ['learn', t.toLearn],
      ['learn/glossary', t.toWords],
      ['learn/placing', t.toPlacing],
      ['learn/teacher', t.toTeachers],
      ['lab', t.toLab],
      ['lab/guide', t.toGuide],
    ] as const;
    return html`<dialog aria-labelledby="title" @close=${() => this.remove()} @click=${this.pressed}>
      <header>
        <h2 id="title">${t.title}</h2>
        <button class="quiet" @click=${() => print()}>${t.print}</button>
        <button autofocus @click=${this.close}>${t.close}</button>
      </header>
      <div class="body" tabindex="0" role="region" aria-labelledby="title">
        <p>${t[this.view]}</p>
        <nav class="read-on" aria-labelledby="read-on">
          <h3 id="read-on">${t.readOn}</h3>
          <ul>
            ${links
              .filter(([path]) => path !== this.view)
              .map(([path, text]) => html`<li><a href="#${path}" @click=${this.close}>${text}</a></li>`)}
          </ul>
        </nav>
        <h3>${t.keys}</h3>
        <p class="hint">${t.keysHint}</p>
        <div class="groups">${this.groups.map((group) => this.group(group))}</div>
      </div>
    </dialog>`;
  }
}

/** Open the help over the page, unless it is open. */
export function openHelp(root: Node, view: ViewName, here: KeyPlaceName | undefined): void {
  if ([...root.childNodes].some((node) => node instanceof HelpDialog)) return;
  const help = new HelpDialog();
  help.view = view;
  help.here = here;
  root.appendChild(help);
}
