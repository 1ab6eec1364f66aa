// A classifier as a module: nearest mean.
//   myodesis evaluate --preset transhumeral-tmr --classifier ./classifier-module.mjs
export function createClassifier(means = new Map()) {
  return {
    get classes() {
      return [...means.keys()];
    },
    fit(x, labels) {
      means.clear();
      for (const label of [...new Set(labels)].sort()) {
        const rows = x.filter((_, n) => labels[n] === label);
        means.set(
          label,
          Array.from(rows[0], (_, i) => rows.reduce((sum, row) => sum + row[i], 0) / rows.length),
        );
      }
    },
    posterior(x) {
      const scores = [...means.values()].map((mean) =>
        Math.exp(-Math.hypot(...mean.map((m, i) => x[i] - m))),
      );
      const total = scores.reduce((sum, score) => sum + score, 0);
      return scores.map((score) => score / total);
    },
    toJSON: () => [...means],
  };
}

/** Optional: lets a trained decoder be saved and loaded. */
export const fromJSON = (json) => createClassifier(new Map(json));
