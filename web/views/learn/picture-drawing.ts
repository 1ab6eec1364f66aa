import { svg, type SVGTemplateResult } from 'lit';
import { learnTexts } from '../../texts/learn.js';
import type { Picture } from './picture.js';

/** Size of every picture, in its own units. */
export const WIDTH = 420;
export const HEIGHT = 190;
const LEFT = 8;
const RIGHT = WIDTH - 8;
const BOTTOM = HEIGHT - 20;

/** Draw a picture at a scale. @param nameOf name of a movement */
export function drawn(
  picture: Picture,
  scale: number,
  nameOf: (movement: string) => string,
): SVGTemplateResult {
  switch (picture.kind) {
    case 'traces':
      return traces(picture, scale);
    case 'spectrum':
      return spectrum(picture, scale);
    case 'raster':
      return raster(picture, scale);
    case 'waveforms':
      return waveforms(picture, scale);
    case 'bars':
      return bars(picture, scale);
    case 'decisions':
      return decisions(picture, nameOf);
  }
}

type Of<Kind extends Picture['kind']> = Extract<Picture, { kind: Kind }>;

const r = (value: number): string => value.toFixed(1);
const across = (share: number): number => LEFT + share * (RIGHT - LEFT);

function axis(left: string, right: string): SVGTemplateResult {
  return svg`<line class="axis" x1=${LEFT} x2=${RIGHT} y1=${BOTTOM} y2=${BOTTOM} />
    <text class="label" x=${LEFT} y=${HEIGHT - 5}>${left}</text>
    <text class="label" x=${RIGHT} y=${HEIGHT - 5} text-anchor="end">${right}</text>`;
}

/** A bar of a round size at the right of the last row, and below it how many µV it is. */
function scaleBar(pixelsPerUv: number, room: number): SVGTemplateResult {
  const uv = roundBelow(room / pixelsPerUv);
  const height = uv * pixelsPerUv;
  return svg`<path class="bar-size" d="M${RIGHT} ${r(BOTTOM - 3 - height)}v${r(height)}" />
    <text class="label strong" x=${RIGHT - 70} y=${HEIGHT - 5} text-anchor="end">▎= ${uv} µV</text>`;
}

/** Largest of 1, 2 or 5 times a power of ten that is no more. */
export function roundBelow(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [5, 2, 1].find((one) => one * power <= value) ?? 1;
  return Number((step * power).toPrecision(1));
}

function traces({ traces: rows, seconds }: Of<'traces'>, scale: number): SVGTemplateResult {
  const room = BOTTOM / rows.length;
  const perUv = room / 2 / scale;
  return svg`${rows.map(({ name, low, high }, row) => {
    const middle = (row + 0.5) * room;
    const top = high.map((uv, i) => point(i, high.length, middle, uv, perUv));
    const below = low.map((uv, i) => point(i, low.length, middle, uv, perUv)).reverse();
    return svg`<path class="trace" d="M${[...top, ...below].filter(Boolean).join('L')}Z" />
      <text class="label" x=${LEFT} y=${r(row * room + 11)}>${name}</text>`;
  })}${scaleBar(perUv, room / 2)}${axis('0 s', `${seconds} s`)}`;
}

function point(i: number, count: number, middle: number, uv: number, perUv: number): string {
  return Number.isNaN(uv) ? '' : `${r(across(i / (count - 1)))} ${r(middle - uv * perUv)}`;
}

function spectrum({ lines, hz }: Of<'spectrum'>, scale: number): SVGTemplateResult {
  const [top, range] = [Math.max(20, Math.ceil(scale / 10) * 10), 70];
  const place = (db: number): number => 8 + ((top - db) / range) * (BOTTOM - 8);
  const t = learnTexts();
  return svg`${lines.map(
    ({ name, db }) =>
      svg`<polyline class=${name} points=${db.map((value, k) => `${r(across(k / (db.length - 1)))},${r(Math.min(BOTTOM, place(value)))}`).join(' ')} />`,
  )}${lines.map(
    ({ name }, i) =>
      svg`<text class="label strong ${name}" x=${RIGHT} y=${16 + 17 * i} text-anchor="end">${t[name]}</text>`,
  )}<text class="label" x=${LEFT} y="14">${t.density(top)}</text>${axis('0 Hz', `${hz} Hz`)}`;
}

function raster({ dots, seconds }: Of<'raster'>, scale: number): SVGTemplateResult {
  const place = (unit: number): number => BOTTOM - ((unit + 0.5) / scale) * (BOTTOM - 22);
  const path = dots.map(({ s, unit }) => `M${r(across(s / seconds))} ${r(place(unit))}h1.8`).join('');
  return svg`<path class="dots" d=${path} /><text class="label" x=${LEFT} y="14"
      >${learnTexts().unitAxis}: ${scale.toFixed(0)}</text>${axis('0 s', `${seconds.toFixed(1)} s`)}`;
}

function waveforms({ waves, ms }: Of<'waveforms'>, scale: number): SVGTemplateResult {
  const columns = Math.min(4, waves.length);
  const rows = Math.ceil(waves.length / columns);
  const [width, height] = [(RIGHT - LEFT) / columns, BOTTOM / rows];
  const perUv = (0.46 * height) / scale;
  return svg`${waves.map(({ name, uv }, i) => {
    const left = LEFT + (i % columns) * width;
    const middle = (Math.floor(i / columns) + 0.5) * height;
    const points = uv.map(
      (value, k) => `${r(left + 4 + (k / uv.length) * (width - 8))},${r(middle - value * perUv)}`,
    );
    return svg`<polyline class="wave" points=${points.join(' ')} />
      <text class="label" x=${r(left + 2)} y=${r(middle - height / 2 + 11)}>${shortened(name)}</text>`;
  })}${scaleBar(perUv, height / 2)}${axis('', `${ms.toFixed(0)} ms`)}`;
}

const shortened = (name: string): string => (name.length > 11 ? `${name.slice(0, 10)}…` : name);

function bars({ bars: all }: Of<'bars'>, scale: number): SVGTemplateResult {
  const width = (RIGHT - LEFT) / all.length;
  return svg`${all.map(({ uv }, i) => {
    const height = (uv / scale) * (BOTTOM - 22);
    return svg`<rect class="column" x=${r(LEFT + i * width + width * 0.15)} y=${r(BOTTOM - height)} width=${r(width * 0.7)} height=${r(height)} />
      <text class="label" x=${r(LEFT + (i + 0.5) * width)} y=${HEIGHT - 5} text-anchor="middle">${i + 1}</text>`;
  })}<line class="axis" x1=${LEFT} x2=${RIGHT} y1=${BOTTOM} y2=${BOTTOM} />
    <text class="label" x=${LEFT} y="14">${scale.toFixed(0)} µV</text>`;
}

function decisions(
  { spans, seconds }: Of<'decisions'>,
  nameOf: (movement: string) => string,
): SVGTemplateResult {
  const t = learnTexts();
  const rows = { wanted: 22, decided: 96 } as const;
  let at = 0;
  const wanted: { name: string; from: number; share: number }[] = [];
  const parts = spans.map(({ wanted: name, decided, share }) => {
    const from = at;
    at += share;
    const last = wanted.at(-1);
    if (last?.name === name) last.share += share;
    else wanted.push({ name, from, share });
    const right = decided === name;
    const width = share * (RIGHT - LEFT);
    return svg`<rect class=${right ? 'hit' : 'miss'} fill=${right ? 'currentColor' : 'url(#hatch)'} x=${r(across(from))} y=${rows.decided} width=${r(width)} height="46" />`;
  });
  return svg`<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect class="hatch-ground" width="6" height="6" /><rect class="hatch-line" width="2.6" height="6" />
    </pattern>
    <text class="label" x=${LEFT} y="16">${t.wanted}</text>
    ${wanted.map(({ name, from, share }) => {
      const width = share * (RIGHT - LEFT);
      return svg`<rect class=${name === 'rest' ? 'span rest' : 'span'} x=${r(across(from))} y=${rows.wanted} width=${r(width)} height="46" />
        ${width > 48 ? svg`<text class="label strong" x=${r(across(from) + 3)} y=${rows.wanted + 28}>${clipped(nameOf(name), width)}</text>` : ''}`;
    })}
    <text class="label" x=${LEFT} y="90">${t.decided} (${t.wrongSpan})</text>
    ${parts}${axis('0 s', `${seconds.toFixed(0)} s`)}`;
}

function clipped(name: string, width: number): string {
  const room = Math.floor(width / 8.6);
  return name.length > room ? `${name.slice(0, Math.max(1, room - 1))}…` : name;
}
