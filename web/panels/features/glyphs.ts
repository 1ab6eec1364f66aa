/** Hues far apart also for colour-blind eyes (Okabe & Ito 2008); the shape tells the class as well. */
const hues = [
  '#7f8c8d',
  '#0072b2',
  '#e69f00',
  '#009e73',
  '#cc79a7',
  '#d55e00',
  '#56b4e9',
  '#b5a400',
] as const;

export const classHue = (index: number): string => hues[index % hues.length] ?? '#7f8c8d';

/** SVG path of a class's shape around the origin: circle, square, triangles, diamond, cross, star … */
export function glyphPath(index: number, size: number): string {
  const polygon = (corners: number, turn: number, inner = 1): string => {
    const points = Array.from({ length: inner === 1 ? corners : 2 * corners }, (_, i) => {
      const angle = (2 * Math.PI * i) / (inner === 1 ? corners : 2 * corners) + turn;
      const radius = size * (i % 2 === 1 ? inner : 1);
      return `${(radius * Math.sin(angle)).toFixed(2)} ${(-radius * Math.cos(angle)).toFixed(2)}`;
    });
    return `M${points.join('L')}Z`;
  };
  // A ninth class has the first one's hue and the shape of the next.
  switch ((index + Math.floor(index / 8)) % 8) {
    case 0:
      return polygon(16, 0);
    case 1:
      return polygon(4, Math.PI / 4);
    case 2:
      return polygon(3, 0);
    case 3:
      return polygon(4, 0);
    case 4:
      return polygon(3, Math.PI);
    case 5:
      return polygon(5, 0, 0.42);
    case 6:
      return polygon(4, 0, 0.35);
    default:
      return polygon(6, 0);
  }
}

const shapes: Path2D[] = [];

/** The same shape on a canvas, with an outline where one is asked for. */
export function drawGlyph(
  context: CanvasRenderingContext2D,
  index: number,
  x: number,
  y: number,
  size: number,
  outline?: string,
): void {
  const shape = (shapes[index] ??= new Path2D(glyphPath(index, 1)));
  context.save();
  context.translate(x, y);
  context.scale(size, size);
  context.fillStyle = classHue(index);
  context.fill(shape);
  if (outline !== undefined) {
    context.strokeStyle = outline;
    context.lineWidth = 0.3;
    context.stroke(shape);
  }
  context.restore();
}
