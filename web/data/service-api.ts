import { isRecord } from './is-record.js';

/** A recording that the service holds. */
export interface SavedFile {
  readonly file: string;
  readonly bytes: number;
  readonly url: string;
}

/** Links that let others in, one for each role that this page may give; none where only the service's own machine reaches it. */
export interface ServiceLinks {
  readonly presenter?: string;
  readonly viewer?: string;
}

/** The service has answered, but not with what was asked for. */
export class ServiceRefusal extends Error {
  constructor(
    /** HTTP status. */
    readonly status: number,
    message: string,
  ) {
    super(message);
    this.name = 'ServiceRefusal';
  }
}

/** The service's REST interface, as far as the page asks it. */
export class ServiceApi {
  /** @param base address that ends in `/api/` */
  constructor(private readonly base: string | URL) {}

  /**
   * Whole scenario of a preset.
   * @throws Error where the service knows no such preset or does not answer
   */
  presetScenario(name: string): Promise<unknown> {
    return this.get(`presets/${encodeURIComponent(name)}`);
  }

  /** @throws Error where the service does not answer */
  async recordings(): Promise<readonly SavedFile[]> {
    const found = await this.get('recordings');
    return Array.isArray(found) ? found.filter(isSavedFile) : [];
  }

  /** @throws Error where the service does not answer */
  async links(): Promise<ServiceLinks> {
    const found = await this.get('links');
    const { presenter, viewer } = isRecord(found) ? found : {};
    return {
      ...(typeof presenter === 'string' && { presenter }),
      ...(typeof viewer === 'string' && { viewer }),
    };
  }

  /**
   * Make a session of one's own.
   * @param wish whom it begins with: `{ preset }` or `{ scenario }`; without, whoever the service was started with
   * @returns its name
   * @throws Error with what to do instead, where none can be made
   */
  async createSession(wish: object = {}): Promise<string> {
    const made = await this.answer('sessions', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(wish),
    });
    if (isRecord(made) && typeof made.id === 'string') return made.id;
    throw new Error('sessions: got no name of the new one');
  }

  /** @throws Error with what to do instead, where there is no session of that name, or not any more */
  async requireSession(name: string): Promise<void> {
    await this.get(`sessions/${encodeURIComponent(name)}`);
  }

  private get(path: string): Promise<unknown> {
    return this.answer(path);
  }

  private async answer(path: string, init?: RequestInit): Promise<unknown> {
    const response = await fetch(new URL(path, this.base), init);
    if (response.ok) return response.json();
    const told: unknown = await response.json().catch(() => undefined);
    throw new ServiceRefusal(
      response.status,
      isRecord(told) && typeof told.message === 'string'
        ? `${told.message}. ${String(told.hint)}`
        : `${path}: got HTTP ${response.status}, expected 200`,
    );
  }
}

function isSavedFile(value: unknown): value is SavedFile {
  return (
    isRecord(value) &&
    typeof value.file === 'string' &&
    typeof value.bytes === 'number' &&
    typeof value.url === 'string'
  );
}
