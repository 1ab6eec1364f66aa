import type { Page } from '../data/page.js';
import { GO_TO, STEP_TO } from '../ui/go-to.js';
import { routeOf, type Route } from './route.js';

/** How long after a change the address is written: browsers limit how often. */
const WRITE_MS = 900;
/** How long it is waited for the service to say whether anybody else watches. */
const ALONE_MS = 3000;

/** What an entry of the browser's history holds that this page wrote; one that was typed or pasted holds nothing. */
interface Mark {
  readonly myodesis: true;
}
const mark: Mark = { myodesis: true };
const marked = (state: unknown): boolean =>
  typeof state === 'object' && state !== null && 'myodesis' in state;

/** Who is told of the address. */
export interface AddressListener {
  /** Another view is wanted. */
  route(route: Route): void;
  /** A link could not be followed. */
  refused(error: unknown): void;
  /** A link without a patient came to one that was changed, whom others watch too; `clean` asks for them unchanged. */
  kept(clean: () => void): void;
}

/**
 * Keeps address and page the same. Going from view to view, back and forth leaves the patient as they are; a link that is
 * opened, typed or pasted is the state, and puts whom it carries into force.
 */
export class Address {
  route: Route = routeOf(location.hash);
  /** The part of the address that carries the patient, as it was written last. */
  private carried = location.hash.replace(/^#[^&]*/u, '');
  private timer = 0;
  private arrived = false;
  /** A step is shown that is not written yet. */
  private stepping = false;
  private releases: (() => void)[] = [];
  /** Links are followed one after the other. */
  private following: Promise<void> = Promise.resolve();

  constructor(
    private readonly page: Page,
    private readonly listener: AddressListener,
  ) {}

  open(): void {
    const { store } = this.page;
    addEventListener('popstate', this.moved);
    addEventListener('click', this.clicked);
    addEventListener(GO_TO, this.asked);
    addEventListener(STEP_TO, this.stepped);
    this.releases = [store.on(['serverInfo', 'scenario'], () => this.heard())];
    if (store.info) this.heard();
  }

  close(): void {
    removeEventListener('popstate', this.moved);
    removeEventListener('click', this.clicked);
    removeEventListener(GO_TO, this.asked);
    removeEventListener(STEP_TO, this.stepped);
    clearTimeout(this.timer);
    for (const release of this.releases) release();
  }

  /** The patient as they are, in another view. */
  hashOf(path: string): string {
    return `#${path}${this.carried}`;
  }

  /** Go to another view of the same patient. */
  go(path: string): void {
    // What was stepped to just now is where the way back leads.
    if (this.stepping) history.replaceState(history.state, '', this.hashOf(this.path));
    history.pushState(mark, '', this.hashOf(path));
    const { view } = this.route;
    this.show();
    // Another place begins at its top, as another page would; a tool of the Lab comes where one looks.
    if (view !== 'lab' || this.route.view !== 'lab') scrollTo(0, 0);
  }

  /** The whole address of now, for others: without what lets in. */
  async link(): Promise<string> {
    await this.writeNow();
    const url = new URL(location.href);
    url.searchParams.delete('token');
    return url.href;
  }

  private get path(): string {
    const { view, part } = this.route;
    return part ? `${view}/${part}` : view;
  }

  private show(): void {
    this.stepping = false;
    this.route = routeOf(location.hash);
    this.listener.route(this.route);
    this.write();
  }

  private heard(): void {
    if (!this.arrived) this.arrive();
    this.arrived = true;
    this.write();
  }

  // Reloaded, the page shows whoever is there: the address may be older than what others did since.
  private arrive(): void {
    const again = marked(history.state);
    const { session } = this.page.store.info ?? {};
    if (again && session?.touched === true) return;
    const { hash } = location;
    const { link } = this.page;
    this.follow(async (choices) => {
      const wanted = await link.read(hash);
      if (wanted || hash === '' || again || !session) return void (await link.bring(wanted, choices));
      const clean = link.clean();
      if (await link.shows(clean)) return;
      const alone = await this.alone();
      if (alone) await link.bring(clean, choices);
      else if (link.choices === choices)
        this.listener.kept(() => this.follow(async (since) => void (await link.bring(clean, since))));
    });
  }

  private readonly moved = (event: PopStateEvent): void => {
    const { hash } = location;
    this.show();
    if (marked(event.state)) return;
    this.follow(async (choices) => {
      const { link } = this.page;
      await link.bring((await link.read(hash)) ?? link.clean(), choices);
    });
  };

  private readonly asked = ({ detail }: CustomEvent<string>): void => this.go(detail);

  private readonly stepped = ({ detail }: CustomEvent<string>): void => {
    if (detail === this.path) return;
    this.route = routeOf(`#${detail}`);
    this.stepping = true;
    this.listener.route(this.route);
    this.write();
  };

  // Links within the page name a view only: they are no links to another patient.
  private readonly clicked = (event: MouseEvent): void => {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const anchor = event.composedPath().find((at) => at instanceof HTMLAnchorElement);
    const href = anchor?.target ? undefined : anchor?.getAttribute('href');
    if (!href?.startsWith('#') || href.includes('&') || routeOf(href).view !== href.slice(1).split('/')[0])
      return;
    event.preventDefault();
    this.go(href.slice(1));
  };

  /** @param steps given how often the person had chosen anything by now: whatever they choose while it is followed wins */
  private follow(steps: (choices: number) => Promise<void>): void {
    const { choices } = this.page.link;
    this.following = this.following
      .then(() => steps(choices))
      .catch((error: unknown) => this.listener.refused(error));
  }

  /** Whether nobody else watches the same patient, as far as the service says. */
  private alone(): Promise<boolean> {
    const { store } = this.page;
    return new Promise((resolve) => {
      const timer = setTimeout(() => done(false), ALONE_MS);
      const stop = store.on(['statistics'], () => done((store.statistics?.statistics.clients ?? 2) < 2));
      const done = (alone: boolean): void => {
        clearTimeout(timer);
        stop();
        resolve(alone);
      };
    });
  }

  private write(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      // While a link is being followed it stands in the address.
      void this.following.then(() => this.writeNow());
    }, WRITE_MS);
  }

  private async writeNow(): Promise<void> {
    const hash = await this.page.link.hash('').catch(() => undefined);
    if (hash === undefined) return;
    this.carried = hash.slice(1);
    this.stepping = false;
    history.replaceState(mark, '', this.hashOf(this.path));
  }
}
