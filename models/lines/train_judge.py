"""Trains the line judge: python train_judge.py <work folder> <nearly-clean|flattened> writes <kind>.json and <kind>-report.json here.

Scores in order, each made from the ones before, all by 5-fold cross-validation over hosts so that no score of a line was
learned from its host: two linear ones over words, trees over looks and places, and trees over those with what the scores
say of the lines around. The models of each fold are left in the work folder, for `npm run bench:noise -- --folds`.
"""

import json
import subprocess
import sys
from pathlib import Path

import lightgbm
import numpy as np

from lines import FOLDS, flattened_labels, read_lines

HERE = Path(__file__).parent
sys.path.append(str(HERE.parent / "extract"))
import lexical  # noqa: E402
from train import as_data, probability  # noqa: E402

SEED = 7
SET_WEIGHT = {"wcxb-dev": 1.0, "fundus-dev": 3.0, "cleaneval-dev": 1.0, "trafilatura-dev": 1.0}
TREES = dict(num_leaves=31, max_bin=63, min_data_in_leaf=40, bagging_freq=1, objective="cross_entropy", verbose=-1,
             num_threads=2, seed=SEED, deterministic=True, force_row_wise=True)
LEARNING = {"nearly-clean": dict(learning_rate=0.05, feature_fraction=0.4, bagging_fraction=0.7),
            "flattened": dict(learning_rate=0.1, feature_fraction=0.5, bagging_fraction=0.6)}
ROUNDS = {"nearly-clean": (280, 180), "flattened": (70, 40)}
FEATURES_KEPT = 64
# Lines of one page that the word scores learn from, and longest line, in letters and digits.
MOST_WIDE, LONGEST_WIDE = 120.0, 400
# Good lines that are learned from, beside those next to furniture and at the edges: of a noisy and of a clean document.
MOST_GOOD = {True: 6, False: 12}
MOST_LINES = 40


def nearly_clean_weights(data, rng):
    """Every line of furniture, the good ones next to it and at the edges, and some of the others standing for the rest."""
    weights = np.zeros(len(data.labels))
    for doc in data.documents:
        rows = slice(doc["row"], doc["row"] + len(doc["rows"]))
        own, count = data.labels[rows], len(doc["rows"])
        if not doc["train"] or count == 0:
            continue
        bad = np.nonzero(own > 0)[0]
        near = {0, 1, count - 2, count - 1} | {k for b in bad for k in (b - 1, b + 1)}
        near = np.array([k for k in sorted(near) if 0 <= k < count and own[k] == 0], int)
        keep = np.zeros(count)
        keep[bad] = keep[near] = 1
        rest = np.setdiff1d(np.nonzero(own == 0)[0], near)
        most = MOST_GOOD[len(bad) > 0]
        keep[rng.permutation(rest)[:most]] = min(max(1, len(rest) / most), 5)
        kind = (1 if doc["page_type"] == "article" else 1.3) * (1 if len(bad) else 1.6)
        weights[rows] = keep * SET_WEIGHT[doc["set"]] * kind
    return weights


def flattened_weights(data, rng):
    """Long lines count more, but no page too much; of large pages some lines stand for the rest."""
    weights = np.zeros(len(data.labels))
    for doc in data.documents:
        rows, count = slice(doc["row"], doc["row"] + len(doc["rows"])), len(doc["rows"])
        own = np.minimum(6, np.sqrt(data.words[rows]) + 0.2)
        own *= min(1.0, 300 / max(own.sum(), 1e-9))
        chosen = np.zeros(count)
        chosen[rng.permutation(count)[:MOST_LINES]] = max(1, count / MOST_LINES)
        weights[rows] = own * chosen * SET_WEIGHT[doc["set"]]
    return weights


def wide_terms(work):
    """The lines of all pages as text, for what words alone say: terms, their ends, labels, weights and folds."""
    data = read_lines(work, "flattened")
    labels, weights = flattened_labels(work), np.zeros(len(data.fold))
    for doc in data.documents:
        rows = slice(doc["row"], doc["row"] + len(doc["rows"]))
        letters = np.array(doc["letters"])
        known = (letters > 0) & (letters < LONGEST_WIDE)
        kind = 1 if doc["page_type"] == "article" else 0.5
        weights[rows] = known * min(1.0, MOST_WIDE / max(1, known.sum())) * SET_WEIGHT[doc["set"]] * kind
    return data.terms, data.ends, labels, weights, data.fold


class Trainer:
    def __init__(self, work, kind):
        self.work, self.kind = work, kind
        self.name = "documents" if kind == "nearly-clean" else "flattened"
        self.data = data = read_lines(work, self.name)
        rng = np.random.default_rng(SEED)
        if kind == "flattened":
            data.labels = flattened_labels(work)
        self.weights = nearly_clean_weights(data, rng) if kind == "nearly-clean" else flattened_weights(data, rng)
        self.settings = dict(TREES, **LEARNING[kind])
        self.folds = [{} for _ in range(FOLDS)]
        self.whole = {}

    def cross_validate(self, part, fit, raw):
        """Log-odds of each line by a model that saw no page of its host; keeps the models of the folds and of all pages."""
        scores = np.zeros(len(self.data.labels))
        for fold in range(FOLDS):
            self.folds[fold][part] = model = fit(fold)
            rows = np.nonzero(self.data.fold == fold)[0]
            scores[rows] = raw(model, rows)
        self.whole[part] = fit(-1)
        print(part, flush=True)
        return scores

    def words(self, part, terms, ends, labels, weights, fold):
        fit = lambda f: lexical.train(terms, ends, labels, weights, np.nonzero((fold != f) & (weights > 0))[0], SEED)
        return self.cross_validate(part, fit, lambda m, rows: lexical.predict(self.data.terms, self.data.ends, *m, rows))

    def trees(self, part, X, rounds):
        known = self.weights > 0

        def fit(fold):
            rows = np.nonzero((self.data.fold != fold) & known)[0]
            return lightgbm.train(self.settings, lightgbm.Dataset(X[rows], self.data.labels[rows], weight=self.weights[rows]), rounds)

        return self.cross_validate(part, fit, lambda m, rows: m.predict(X[rows], raw_score=True))

    def around(self, part, scores):
        probability(scores).astype(np.float32).tofile(f"{self.work}/{self.name}-{part}.f32")
        subprocess.run(["node", str(HERE / "measure.ts"), "context", self.work, self.name, part], check=True)
        names = json.loads(Path(f"{self.work}/{self.name}-{part}-context.json").read_text())
        return np.fromfile(f"{self.work}/{self.name}-{part}-context.f32", np.float32).reshape(-1, len(names)), names

    def strongest(self, X):
        """The features that a first fit gains most by, in the order they had."""
        rows = np.nonzero(self.weights > 0)[0]
        rows = np.random.default_rng(SEED).permutation(rows)[:90_000]
        dataset = lightgbm.Dataset(X[rows], self.data.labels[rows], weight=self.weights[rows])
        gain = lightgbm.train(dict(self.settings, feature_fraction=0.3), dataset, 50).feature_importance("gain")
        return np.sort(np.argsort(-gain, kind="stable")[:FEATURES_KEPT])

    def run(self):
        data = self.data
        own = self.words("lexical", data.terms, data.ends, data.labels, self.weights, data.fold)
        wide = self.words("wide", *wide_terms(self.work))
        (A, a), (B, b) = self.around("lexical", own), self.around("wide", wide)
        X, names = np.concatenate([data.X, A, B], 1), data.names + a + b
        kept = self.strongest(X)
        X, names = np.ascontiguousarray(X[:, kept]), [names[i] for i in kept]
        first = self.trees("first", X, ROUNDS[self.kind][0])
        C, c = self.around("first", first)
        second = self.trees("second", np.concatenate([X, C], 1), ROUNDS[self.kind][1])
        np.savez(f"{self.work}/{self.kind}-scores.npz", lexical=own, wide=wide, first=first, second=second)
        for fold, models in enumerate(self.folds):
            self.write(Path(self.work) / f"{self.kind}-{fold}.json", models, names, names + c)
        self.write(HERE / f"{self.kind}.json", self.whole, names, names + c)

    def write(self, file, models, names, more):
        data = dict(lexical=lexical.as_data(*models["lexical"]), wide=lexical.as_data(*models["wide"]),
                    first=as_data([models["first"]], names), second=as_data([models["second"]], more))
        file.write_text(json.dumps(data, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    Trainer(*sys.argv[1:3]).run()
