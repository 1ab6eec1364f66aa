/** Where a finger is among the scenes, and what the patient is asked for once it rests. */
export class SceneScrub {
  /** Number of a scene from 0; between two while the finger is on its way. */
  position = 0;
  /** Scene that was asked for and has not been reached. */
  private asked: number | undefined;
  /** Nobody heard what was asked for. */
  private unheard = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param last number of the last scene
   * @param ask bring the patient to a scene; false where nobody hears
   * @param settleMs how long a finger rests before they follow
   */
  constructor(
    private readonly last: () => number,
    private readonly ask: (scene: number) => boolean,
    private readonly settleMs = 250,
  ) {}

  /** The scene that is nearest. */
  get scene(): number {
    return Math.round(this.position);
  }

  /** Whether the patient is on their way to the scene that is drawn. */
  get ahead(): boolean {
    return this.timer !== undefined || this.asked !== undefined;
  }

  /** Drag to a place; the patient follows once the finger rests. However often it moves, they are asked once. */
  move(position: number): void {
    this.position = Math.min(this.last(), Math.max(0, position));
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.settle(), this.settleMs);
  }

  /** Ask for the nearest scene now. */
  settle(): void {
    this.stop();
    const heard = this.ask(this.scene);
    this.asked = heard ? this.scene : undefined;
    this.unheard = !heard;
  }

  /** Somebody may hear now what nobody heard before. */
  retry(): void {
    if (this.unheard && this.timer === undefined) this.settle();
  }

  /**
   * The patient is in a scene. Where somebody else brought them there, the drawing follows.
   * @returns whether the position changed
   */
  reached(scene: number): boolean {
    if (this.asked === scene) this.asked = undefined;
    if (this.ahead || this.unheard || this.scene === scene) return false;
    this.position = scene;
    return true;
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}
