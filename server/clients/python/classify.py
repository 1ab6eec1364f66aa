"""A classifier of your own on a patient of your own: learn from labelled windows, then decide what is intended.

python3 classify.py [http://127.0.0.1:8080]
"""

import sys

import numpy as np
from myodesis import Patient


def features(windows):
    """Logarithm of mean absolute value and of waveform length, per channel."""
    return np.log(np.hstack([np.abs(windows).mean(2), np.abs(np.diff(windows)).mean(2)]))


with Patient.private(*sys.argv[1:2], preset="transhumeral-tmr") as patient:
    data = patient.dataset(seconds=100, stream="filtered")
    x, classes = features(data.x), np.unique(data.y)
    learn = data.groups % 4 != 0  # whole repetitions are held out, never single windows
    means = np.array([x[learn & (data.y == name)].mean(0) for name in classes])
    residuals = x[learn] - means[np.searchsorted(classes, data.y[learn])]
    metric = np.linalg.pinv(np.cov(residuals.T))

    def classify(windows):
        """Linear discriminant analysis: the nearest mean, by Mahalanobis distance."""
        away = features(windows)[:, None] - means
        return classes[np.einsum("ncf,fg,ncg->nc", away, metric, away).argmin(1)]

    correct = classify(data.x[~learn]) == data.y[~learn]
    print(f"{len(x)} windows, {len(classes)} movements, held out: {100 * correct.mean():.1f} %")

    for movement in [*classes, *classes]:
        patient.intend({} if movement == "rest" else {movement: 0.4})
        signal = np.hstack([frame.data for frame in patient.stream("filtered", seconds=1.5)])
        print(f"intended {movement}, decided {classify(signal[None, :, -400:])[0]}")
