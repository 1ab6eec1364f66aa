type Draw = (now: number) => void;

const drawing = new Set<Draw>();
let handle = 0;

function tick(now: number): void {
  handle = drawing.size > 0 ? requestAnimationFrame(tick) : 0;
  for (const draw of drawing) draw(now);
}

/** Call `draw` on every animation frame until the result is called. One loop serves every panel. */
export function onFrame(draw: Draw): () => void {
  drawing.add(draw);
  if (handle === 0) handle = requestAnimationFrame(tick);
  return () => drawing.delete(draw);
}
