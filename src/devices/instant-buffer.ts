/** Gathers instants, whatever pieces they come in, into packets of a fixed number of them. */
export class InstantBuffer {
  private readonly packet: Float32Array;
  private filled = 0;

  /**
   * @param values of an instant
   * @param instants of a packet
   * @param emit gets each packet that is whole; it is overwritten afterwards
   */
  constructor(
    values: number,
    instants: number,
    private readonly emit: (packet: Float32Array) => void,
  ) {
    this.packet = new Float32Array(values * instants);
  }

  push(instants: Float32Array): void {
    for (let at = 0; at < instants.length;) {
      const taken = Math.min(instants.length - at, this.packet.length - this.filled);
      this.packet.set(instants.subarray(at, at + taken), this.filled);
      this.filled += taken;
      at += taken;
      if (this.filled < this.packet.length) return;
      this.filled = 0;
      this.emit(this.packet);
    }
  }
}
