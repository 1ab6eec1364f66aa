/** How the patient of a kiosk is. */
export interface KioskWatch {
  readonly connected: boolean;
  /** Whether they live; not so while they are made ready, or have failed. */
  readonly running: boolean;
  readonly failed: boolean;
  /** What was heard last of them; the same again and again where nothing is heard any more. */
  readonly heard: unknown;
}

/** What a kiosk has to do: go back to the start, bring a new patient, load the page anew. */
export type KioskDue = 'restart' | 'mend' | 'reload' | undefined;

/** Left alone for this long, it goes back to the start, unless its address says another time. */
const IDLE_S = 60;
/** Times that can be asked for. */
const IDLE_LEAST_S = 3;
const IDLE_MOST_S = 3600;
/** Who is connected and silent for this long hangs. */
const SILENT_MS = 20_000;
/** Nobody is ready after this long: something is wrong. */
const STUCK_MS = 45_000;
/** A patient who failed is let be seen for a moment. */
const FAILED_MS = 4000;
/** After so many attempts in vain the page begins anew. */
const MOST_MENDS = 3;

/** Watches over a page that nobody watches over: whatever happens to it, it plays again. */
export class Kiosk {
  /** Somebody is here and tries things. */
  visited = false;
  private touchedAt = 0;
  private wellAt: number;
  private mends = 0;
  private heard: unknown;
  private heardAt: number;
  /** Who comes first may have been changed by somebody, as whoever comes after a loss. */
  private lost = true;

  /** @param idleMs left alone for this long, it goes back to the start */
  constructor(
    now: number,
    private readonly idleMs = 1000 * IDLE_S,
  ) {
    this.wellAt = this.heardAt = now;
  }

  touched(now: number): void {
    this.visited = true;
    this.touchedAt = now;
  }

  /** What is due; asked for every second or so. */
  due(now: number, { connected, running, failed, heard }: KioskWatch): KioskDue {
    if (heard !== this.heard || !connected) this.heardAt = now;
    this.heard = heard;
    if (!connected) {
      // The page tries again by itself; whoever comes then may be another patient.
      this.lost = true;
      this.wellAt = now;
      return undefined;
    }
    if (now - this.heardAt >= SILENT_MS) {
      this.heardAt = now;
      return 'reload';
    }
    if (running) {
      this.wellAt = now;
      this.mends = 0;
      if (this.lost || (this.visited && now - this.touchedAt >= this.idleMs)) {
        this.lost = this.visited = false;
        return 'restart';
      }
      return undefined;
    }
    if (now - this.wellAt < (failed ? FAILED_MS : STUCK_MS)) return undefined;
    this.wellAt = now;
    return ++this.mends > MOST_MENDS ? 'reload' : 'mend';
  }
}

/** Whether the page is a kiosk: `?kiosk` in its address. */
export function isKiosk(address: string): boolean {
  return new URL(address).searchParams.has('kiosk');
}

/** After how long a kiosk that is left alone goes back to the start: `?kiosk=90` for 90 seconds; a minute where none is said. */
export function kioskIdleMs(address: string): number {
  const asked = Number(new URL(address).searchParams.get('kiosk'));
  return 1000 * (asked > 0 ? Math.min(IDLE_MOST_S, Math.max(IDLE_LEAST_S, asked)) : IDLE_S);
}
