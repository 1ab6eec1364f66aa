type Channel = Float64Array;

const diff = (x: Channel): Channel => x.subarray(1).map((value, i) => value - x[i]);
const total = (x: Channel, f: (value: number) => number): number => {
  let sum = 0;
  for (const value of x) sum += f(value);
  return sum;
};

function mav(x: Channel): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += Math.abs(x[i]);
  return sum / x.length;
}

function wl(x: Channel): number {
  let sum = 0;
  for (let i = 1; i < x.length; i++) sum += Math.abs(x[i] - x[i - 1]);
  return sum;
}

function zc(x: Channel): number {
  let count = 0;
  for (let i = 1; i < x.length; i++) if (x[i] * x[i - 1] < 0) count++;
  return count;
}

function ssc(x: Channel): number {
  let count = 0;
  for (let i = 1; i < x.length - 1; i++) if ((x[i] - x[i - 1]) * (x[i] - x[i + 1]) > 0) count++;
  return count;
}

const htd = (x: Channel): number[] => [mav(x), zc(x), ssc(x), wl(x)];

function burg(x: Channel, order: number): number[] {
  let f: Channel = x.slice(1);
  let b: Channel = x.slice(0, -1);
  let a = [1];
  for (let m = 0; m < order; m++) {
    let cross = 0;
    let energy = 0;
    for (let i = 0; i < f.length; i++) {
      cross += f[i] * b[i];
      energy += f[i] * f[i] + b[i] * b[i];
    }
    const k = (-2 * cross) / energy;
    const padded = [...a, 0];
    a = padded.map((value, i) => value + k * padded[padded.length - 1 - i]);
    const forward = f.map((value, i) => value + k * b[i]);
    const backward = b.map((value, i) => value + k * f[i]);
    f = forward.slice(1);
    b = backward.slice(0, -1);
  }
  return a;
}

function ls9(x: Channel): number[] {
  const sorted = x.slice().sort();
  let ranked = 0;
  for (let i = 0; i < x.length; i++) ranked += (i / (x.length - 1)) * sorted[i];
  const mean = total(x, (v) => v) / x.length;
  const d = diff(x);
  return [
    (2 * ranked) / x.length - mean,
    Math.log10(wl(x)),
    Math.hypot(
      total(x, (v) => (v > 0 ? Math.sqrt(v) : 0)),
      total(x, (v) => (v < 0 ? Math.sqrt(-v) : 0)),
    ),
    total(d, (v) => (Math.abs(v) > 0 ? 1 : 0)),
    zc(x),
    Math.sqrt(total(x, (v) => v * v) / x.length),
    mav(x) * x.length,
    Math.sqrt(total(d, (v) => v * v) / d.length),
    total(x, (v) => (v - mean) ** 2) / x.length,
  ];
}

function tdpsd(x: Channel): number[] {
  return [x, x.map((value) => Math.log(value * value + Number.EPSILON))].flatMap((y) => {
    const d = diff(y);
    const dd = diff(d);
    const sums = [y, d, dd].map((z) => total(z, (v) => v * v) ** 0.05 / 0.1);
    return [...sums, total(d, Math.abs) / total(dd, Math.abs)].map(Math.log);
  });
}

function standardised(x: Channel): Channel {
  const mean = total(x, (v) => v) / x.length;
  const sd = Math.sqrt(total(x, (v) => (v - mean) ** 2) / x.length);
  return x.map((value) => (value - mean) / sd);
}

/** Every pair of patterns of two and of three samples, leaving off at the first difference that is too large. */
function sampen(x: Channel): number[] {
  const z = standardised(x);
  let two = 0;
  let three = 0;
  for (let k = 0; k < z.length - 2; k++)
    for (let j = k + 1; j < z.length - 2; j++) {
      if (Math.abs(z[k] - z[j]) > 0.3 || Math.abs(z[k + 1] - z[j + 1]) > 0.3) continue;
      two++;
      if (Math.abs(z[k + 2] - z[j + 2]) <= 0.3) three++;
    }
  return [Math.log(two / three)];
}

function fuzzyen(x: Channel): number[] {
  const r = 0.3 * Math.sqrt(total(x, (v) => v * v) / x.length);
  return [2, 3].map((size) => {
    const patterns = Array.from({ length: x.length - size + 1 }, (_, k) => {
      const pattern = x.slice(k, k + size);
      const mean = total(pattern, (v) => v) / size;
      return pattern.map((value) => value - mean);
    });
    let sum = 0;
    for (let k = 0; k < patterns.length; k++)
      for (let j = k + 1; j < patterns.length; j++) {
        let d = 0;
        for (let t = 0; t < size; t++) d = Math.max(d, Math.abs(patterns[k][t] - patterns[j][t]));
        sum += Math.exp((-d * d) / r);
      }
    return sum;
  });
}

/** Feature sets of one channel as plain loops, one feature after the other: what speed is compared with. */
export const naiveFeatures = {
  HTD: htd,
  TDAR: (x: Channel): number[] => [...htd(x), ...burg(x, 4)],
  LS9: ls9,
  TDPSD: tdpsd,
  SAMPEN: sampen,
  FUZZYEN: fuzzyen,
} as const;
