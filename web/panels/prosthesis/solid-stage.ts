import {
  CanvasTexture,
  Color,
  DirectionalLight,
  DoubleSide,
  HemisphereLight,
  Matrix4,
  Mesh,
  MeshBasicMaterial,
  MeshLambertMaterial,
  OrthographicCamera,
  RepeatWrapping,
  Scene,
  SphereGeometry,
  SRGBColorSpace,
  Vector3,
  WebGLRenderer,
  type BufferGeometry,
  type Material,
} from 'three';
import { axesOf, boxAround, fitted, type Box, type View } from './camera.js';
import { focusOf, type Figure } from './figure-scene.js';
import type { Palette } from './palette.js';
import { shapeKey, surfaceOf } from './solid-geometry.js';
import type { Look, Solid } from './solid.js';
import { between, length, minus, place, type Vec } from './space.js';

/** How opaque those are through which one looks into the limb. */
const seenThrough: Readonly<Record<string, number>> = { stump: 0.34, bone: 0.5, bust: 0.3 };
const FAR = 6000;

/** What is to be shown, and how. */
export interface Shot {
  readonly figure: Figure;
  /** Whether the ghost is to be seen. */
  readonly apart: boolean;
  readonly view: View;
  readonly zoom: number;
  readonly palette: Palette;
  /** How far a touch has run up the limb, 0 … 1; undefined for none. */
  readonly run: number | undefined;
}

interface Shown {
  readonly mesh: Mesh;
  key: string;
}

/** The figure's solids with surfaces and light, on a canvas. Only what changed its shape gets a new surface. */
export class SolidStage {
  private readonly renderer: WebGLRenderer;
  private readonly scene = new Scene();
  private readonly camera = new OrthographicCamera(-1, 1, 1, -1, 1, 2 * FAR);
  private readonly shown = new Map<string, Shown>();
  private readonly materials = new Map<string, Material>();
  private readonly sky = new HemisphereLight(0xffffff, 0x5a6a70);
  private readonly light = new DirectionalLight(0xffffff);
  private readonly touch = new Mesh(new SphereGeometry(15, 16, 12), new MeshBasicMaterial());
  private readonly pores = porousTexture();
  private palette: Palette | undefined;

  /** @throws Error where there is no WebGL */
  constructor(canvas: HTMLCanvasElement) {
    this.renderer = new WebGLRenderer({ canvas, alpha: true, antialias: true, powerPreference: 'low-power' });
    this.renderer.setPixelRatio(Math.min(1.5, window.devicePixelRatio));
    this.scene.add(this.sky, this.light, this.light.target, this.touch);
  }

  /** Draw; `width` and `height` in px of the page. */
  draw({ figure, apart, view, zoom, palette, run }: Shot, width: number, height: number): void {
    if (palette !== this.palette) this.repaint(palette);
    const used = new Set<string>();
    for (const solid of figure.back) this.show(`back ${solid.id}`, solid, solid.look, used);
    for (const solid of figure.solids) this.show(solid.id, solid, solid.look, used);
    if (apart) for (const solid of figure.ghost) this.show(`ghost ${solid.id}`, solid, 'ghost-body', used);
    for (const solid of figure.target) this.show(`target ${solid.id}`, solid, 'target-body', used);
    for (const [id, { mesh }] of this.shown)
      if (!used.has(id)) {
        this.scene.remove(mesh);
        mesh.geometry.dispose();
        this.shown.delete(id);
      }
    this.touch.visible = run !== undefined;
    if (run !== undefined) this.touch.position.set(...alongPath(figure.nerve, run));
    this.look(figure, view, zoom, [width, height]);
    this.renderer.setSize(width, height, false);
    this.renderer.render(this.scene, this.camera);
  }

  /** Give everything back that the graphics hold. */
  dispose(): void {
    for (const { mesh } of this.shown.values()) mesh.geometry.dispose();
    for (const material of this.materials.values()) material.dispose();
    this.touch.geometry.dispose();
    this.touch.material.dispose();
    this.pores.dispose();
    this.renderer.dispose();
    this.renderer.forceContextLoss();
  }

  private show(id: string, solid: Solid, look: Look | 'ghost-body' | 'target-body', used: Set<string>): void {
    const { balls, frame } = solid;
    const [first] = balls;
    if (!first || solid.drawn) return;
    used.add(id);
    const key = shapeKey(balls);
    let shown = this.shown.get(id);
    if (!shown) {
      shown = { mesh: new Mesh(surfaceOf(balls), this.materialOf(look, solid.id)), key };
      shown.mesh.matrixAutoUpdate = false;
      this.shown.set(id, shown);
      this.scene.add(shown.mesh);
    } else if (shown.key !== key) {
      const old: BufferGeometry = shown.mesh.geometry;
      shown.mesh.geometry = surfaceOf(balls);
      shown.key = key;
      old.dispose();
    }
    shown.mesh.material = this.materialOf(look, solid.id);
    const { along, palm, thumb } = frame;
    const at = place(frame, [first[0], first[1], first[2]]);
    shown.mesh.matrix
      .makeBasis(new Vector3(...along), new Vector3(...palm), new Vector3(...thumb))
      .premultiply(new Matrix4().makeTranslation(...at));
    shown.mesh.matrixWorldNeedsUpdate = true;
  }

  private materialOf(look: Look | 'ghost-body' | 'target-body', id: string): Material {
    const open = seenThrough[id];
    const name = `${look} ${open ?? ''}`;
    const known = this.materials.get(name);
    if (known) return known;
    const [red, green, blue, alpha] = this.palette?.get(look) ?? [0.5, 0.5, 0.5, 1];
    const ghost = look === 'ghost-body' || look === 'target-body';
    const opacity = open ?? (ghost ? 0.45 : alpha);
    const material = new MeshLambertMaterial({
      color: new Color().setRGB(red, green, blue, SRGBColorSpace),
      map: look === 'stem' ? this.pores : null,
      transparent: opacity < 0.99,
      opacity,
      depthWrite: opacity >= 0.99,
      side: look === 'cup' ? DoubleSide : undefined,
    });
    this.materials.set(name, material);
    return material;
  }

  private repaint(palette: Palette): void {
    this.palette = palette;
    for (const material of this.materials.values()) material.dispose();
    this.materials.clear();
    // Dark shells need more light to show their shape; light ones would be blinding in it.
    const dark = (palette.get('shell')?.[1] ?? 1) < 0.5;
    this.sky.intensity = dark ? 3.6 : 1.7;
    this.light.intensity = dark ? 4.2 : 1.9;
    const [red, green, blue] = palette.get('block') ?? [0, 0, 0];
    this.touch.material.color.setRGB(red, green, blue, SRGBColorSpace);
  }

  private look(figure: Figure, view: View, zoom: number, [wide, tall]: readonly [number, number]): void {
    const axes = axesOf(view);
    const { x, y, width, height } = shownBox(figure, view, zoom, [wide, tall]);
    const { camera } = this;
    camera.left = x;
    camera.right = x + width;
    camera.top = -y;
    camera.bottom = -(y + height);
    camera.position.set(...axes.out).multiplyScalar(FAR);
    camera.up.set(...axes.up);
    camera.lookAt(0, 0, 0);
    camera.updateProjectionMatrix();
    // Light comes over the left shoulder of who looks.
    this.light.position
      .set(...axes.out)
      .add(new Vector3(...axes.up).multiplyScalar(0.9))
      .add(new Vector3(...axes.right).multiplyScalar(-0.6));
  }
}

/** What of the scene is to be seen, mm: as the drawing fits it, nearer by the zoom. */
export function shownBox(
  figure: Figure,
  view: View,
  zoom: number,
  [wide, tall]: readonly [number, number],
): Box {
  const { x, y, width, height } = fitted(
    boxAround(axesOf(view), focusOf(figure, tall), 16),
    wide / tall,
    figure.above,
  );
  const [midX, midY] = [x + width / 2, y + height / 2];
  return {
    x: midX - width / 2 / zoom,
    y: midY - height / 2 / zoom,
    width: width / zoom,
    height: height / zoom,
  };
}

/** The place at a share of a path. */
function alongPath(path: readonly Vec[], share: number): Vec {
  const steps = path.slice(1).map((at, i) => length(minus(at, path[i] ?? at)));
  let left = share * steps.reduce((sum, step) => sum + step, 0);
  for (const [i, step] of steps.entries()) {
    const [from, to] = [path[i], path[i + 1]];
    if (from && to && left <= step) return between(from, to, step > 0 ? left / step : 0);
    left -= step;
  }
  return path.at(-1) ?? [0, 0, 0];
}

/** Pores of a rough metal. */
function porousTexture(): CanvasTexture {
  const canvas = Object.assign(document.createElement('canvas'), { width: 32, height: 32 });
  const context = canvas.getContext('2d');
  if (context) {
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, 32, 32);
    context.fillStyle = '#5d666c';
    for (const [x, y, r] of [
      [7, 8, 4.5],
      [22, 5, 3],
      [24, 21, 5],
      [10, 24, 3.4],
    ] as const) {
      context.beginPath();
      context.arc(x, y, r, 0, 2 * Math.PI);
      context.fill();
    }
  }
  const texture = new CanvasTexture(canvas);
  texture.wrapS = RepeatWrapping;
  texture.wrapT = RepeatWrapping;
  texture.repeat.set(6, 14);
  return texture;
}
