"""The linear score of class names and words: logistic regression by AdaGrad (Duchi, Hazan and Singer 2011) over hashed terms."""

import base64

import numba
import numpy as np

BUCKETS = 1 << 16
EPOCHS, RATE, SHRINK = 4, 0.1, 1e-3


@numba.njit
def fit(terms, ends, labels, weights, order):
    weight, seen, bias = np.zeros(BUCKETS), np.full(BUCKETS, 1e-2), 0.0
    for row in order:
        first, last = ends[row], ends[row + 1]
        unit = 1 / np.sqrt(last - first + 1.0)
        total = bias
        for k in range(first, last):
            total += weight[terms[k]] * unit
        slope = (1 / (1 + np.exp(-total)) - labels[row]) * weights[row]
        bias -= 0.01 * slope
        for k in range(first, last):
            term = terms[k]
            step = slope * unit + SHRINK * weight[term]
            seen[term] += step * step
            weight[term] -= RATE * step / np.sqrt(seen[term])
    return weight, bias


@numba.njit
def predict(terms, ends, weight, bias, rows):
    out = np.empty(len(rows))
    for i in range(len(rows)):
        first, last = ends[rows[i]], ends[rows[i] + 1]
        total = 0.0
        for k in range(first, last):
            total += weight[terms[k]]
        out[i] = bias + total / np.sqrt(last - first + 1.0)
    return out


def train(terms, ends, labels, weights, rows, seed):
    rng = np.random.default_rng(seed)
    order = np.concatenate([rng.permutation(rows) for _ in range(EPOCHS)])
    return fit(terms, ends, labels.astype(float), weights, order)


def as_data(weight, bias):
    """Signed bytes and their unit; see HashedWeightsData in src/scoring/hashed-weights.ts."""
    unit = float(np.float32(np.quantile(np.abs(weight), 0.9999) / 127))
    small = np.clip(np.round(weight / unit), -127, 127).astype(np.int8)
    return {"weights": base64.b64encode(small.tobytes()).decode(), "unit": unit, "bias": round(float(bias), 6)}
