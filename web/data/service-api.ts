import { isRecord } from './is-record.js';

/** A recording that the service holds. */
export interface SavedFile {
  readonly file: string;
  readonly bytes: number;
  readonly url: string;
}

/** Links that let others in, one for each role; neither where only the service's own machine reaches it. */
export interface ServiceLinks {
  readonly presenter?: string;
  readonly viewer?: string;
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

  /** @throws Error where the service does not answer, or not to viewers */
  async links(): Promise<ServiceLinks> {
    const found = await this.get('links');
    const { presenter, viewer } = isRecord(found) ? found : {};
    return typeof presenter === 'string' && typeof viewer === 'string' ? { presenter, viewer } : {};
  }

  private async get(path: string): Promise<unknown> {
    const response = await fetch(new URL(path, this.base));
    if (!response.ok) throw new Error(`${path}: got HTTP ${response.status}, expected 200`);
    return response.json();
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
