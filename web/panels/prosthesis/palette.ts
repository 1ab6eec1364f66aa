/** Red, green, blue and how opaque, each 0 … 1. */
export type Paint = readonly [red: number, green: number, blue: number, alpha: number];
/** Colours of the theme in force, by look. */
export type Palette = ReadonlyMap<string, Paint>;

/** Reads what the page's style makes of each look: from elements that carry the looks' classes. */
export class PaletteReader {
  private readonly context = Object.assign(document.createElement('canvas'), {
    width: 1,
    height: 1,
  }).getContext('2d', { willReadFrequently: true });
  private seen = '';
  private known: Palette | undefined;

  /** @returns the colours, the same object for as long as the theme is */
  read(probes: ParentNode): Palette {
    const fills = new Map<string, string>();
    for (const probe of probes.querySelectorAll<SVGElement>('[data-look]'))
      fills.set(probe.dataset.look ?? '', getComputedStyle(probe).fill);
    const seen = [...fills.values()].join();
    if (this.known && seen === this.seen) return this.known;
    this.seen = seen;
    this.known = new Map([...fills].map(([look, fill]) => [look, this.paintOf(fill)]));
    return this.known;
  }

  private paintOf(colour: string): Paint {
    const { context } = this;
    if (!context) return [0.5, 0.5, 0.5, 1];
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    const [r = 0, g = 0, b = 0, a = 255] = context.getImageData(0, 0, 1, 1).data;
    return [r / 255, g / 255, b / 255, a / 255];
  }
}
