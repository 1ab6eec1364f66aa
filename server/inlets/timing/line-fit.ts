/** Straight line through points as they come: slope of y over x by least squares, in constant memory. */
export class LineFit {
  count = 0;
  private x0 = 0;
  private first = NaN;
  private meanX = 0;
  private meanY = 0;
  private xx = 0;
  private xy = 0;

  push(x: number, y: number): void {
    // Sums are taken about the first point: stamps since 1970 would eat the digits.
    if (this.count === 0) [this.x0, this.first] = [x, y];
    this.count++;
    const dx = x - this.x0 - this.meanX;
    const dy = y - this.first - this.meanY;
    this.meanX += dx / this.count;
    this.meanY += dy / this.count;
    const left = x - this.x0 - this.meanX;
    this.xx += dx * left;
    this.xy += dy * left;
  }

  /** NaN before there are two different x. */
  get slope(): number {
    return this.xx > 0 ? this.xy / this.xx : NaN;
  }
}
