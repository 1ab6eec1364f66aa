/** C functions of features that are more than a formula of sums; `x` are the LENGTH samples of a channel. */
export const featureCode = {
  l_scale: `
/* Second L-moment of the sorted samples. */
static float l_scale(void) {
  float mean = 0.0f, ranked = 0.0f;
  int i;
  for (i = 0; i < LENGTH; i++) {
    mean += s.sorted[i];
    ranked += (float)i * s.sorted[i];
  }
  return 2.0f * ranked / ((float)LENGTH * (LENGTH - 1)) - mean / LENGTH;
}`,
  log_detector: `
/* exp of the mean log; four factors are multiplied before a logarithm is taken. */
static float log_detector(const float *x, float offset) {
  float sum = 0.0f, product = 1.0f;
  int i;
  for (i = 0; i < LENGTH; i++) {
    product *= fabsf(x[i]) + offset;
    if ((i & 3) == 3 || i == LENGTH - 1) {
      sum += logf(product);
      product = 1.0f;
    }
  }
  return expf(sum / LENGTH);
}`,
  peak: `
static float peak(const float *x) {
  float most = x[0];
  int i;
  for (i = 1; i < LENGTH; i++)
    if (x[i] > most) most = x[i];
  return most;
}`,
  mean_square_root: `
/* The polarities add as the sides of a right-angled triangle. */
static float mean_square_root(const float *x) {
  float real = 0.0f, imaginary = 0.0f;
  int i;
  for (i = 0; i < LENGTH; i++) {
    const float size = fabsf(x[i]);
    real += sqrtf((size + x[i]) * 0.5f);
    imaginary += sqrtf((size - x[i]) * 0.5f);
  }
  return sqrtf(real * real + imaginary * imaginary) / LENGTH;
}`,
  temporal_moment: `
static float temporal_moment(const float *x, int order) {
  float sum = 0.0f;
  int i, k;
  for (i = 0; i < LENGTH; i++) {
    const float size = fabsf(x[i]);
    float power = size;
    for (k = 1; k < order; k++) power *= size;
    sum += power;
  }
  return sum / LENGTH;
}`,
  slopes: `
/* Differences of the mean absolute value between segments of the window. */
static void slopes(const float *x, int segments, float *out) {
  const int size = LENGTH / segments;
  float before = 0.0f;
  int g, i;
  for (g = 0; g < segments; g++) {
    float mean = 0.0f;
    for (i = g * size; i < (g + 1) * size; i++) mean += fabsf(x[i]);
    mean /= (float)size;
    if (g > 0) out[g - 1] = mean - before;
    before = mean;
  }
}`,
} as const;

/** Cepstral coefficients from autoregressive ones, as the paper has them or as LibEMG computes them. */
export const cepstrumCode = (paper: boolean): string =>
  paper
    ? `
static void cepstrum(const float *a, int order, float *c) {
  int p, l;
  for (p = 1; p <= order; p++) {
    float sum = 0.0f;
    for (l = 1; l < p; l++) sum += (1.0f - (float)l / (float)p) * a[l - 1] * c[p - l - 1];
    c[p - 1] = -a[p - 1] - sum;
  }
}`
    : `
static void cepstrum(const float *a, int order, float *c) {
  int p, l;
  for (p = 0; p < order; p++) {
    float sum = 0.0f;
    for (l = 1; l < p; l++) sum += (1.0f - (float)l / (float)p) * a[p] * c[p - l];
    c[p] = -a[p] - sum;
  }
}`;
