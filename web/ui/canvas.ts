/**
 * Fit a canvas's pixels to its box on the screen. True when the size changed (which clears it).
 * Sizes come from a ResizeObserver rather than from layout reads in the drawing loop.
 */
export class FittedCanvas {
  width = 0;
  height = 0;
  /** Pixels of the canvas in one of the page. */
  ratio = 1;
  /** Pixels of the canvas in one of the page where its letters have their usual size: more on a wall. */
  unit = 1;
  private dirty = true;
  private readonly observer: ResizeObserver;

  constructor(readonly canvas: HTMLCanvasElement) {
    this.observer = new ResizeObserver(() => (this.dirty = true));
    this.observer.observe(canvas);
  }

  fit(): boolean {
    if (!this.dirty) return false;
    this.dirty = false;
    const box = this.canvas.getBoundingClientRect();
    const ratio = Math.min(2, window.devicePixelRatio || 1);
    const width = Math.max(1, Math.round(box.width * ratio));
    const height = Math.max(1, Math.round(box.height * ratio));
    if (width === this.width && height === this.height) return false;
    this.width = this.canvas.width = width;
    this.height = this.canvas.height = height;
    this.ratio = ratio;
    this.unit = ratio * letterScale();
    return true;
  }

  get context(): CanvasRenderingContext2D | null {
    return this.canvas.getContext('2d');
  }

  release(): void {
    this.observer.disconnect();
  }
}

/** How much larger than usual the letters of the page are. */
export function letterScale(): number {
  return parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
}
