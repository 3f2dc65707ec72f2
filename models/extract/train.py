"""Trains the block classifier: python train.py <bench folder> <work folder> writes model.json and report.json here.

Three scores, each made from the one before, all by 5-fold cross-validation over hosts so that no score of a page was
learned from its host: a linear one over names and words, boosted trees over the features, and boosted trees over both
with what the scores say of the surroundings, which end on the page's own soft F1.
"""

import json
import subprocess
import sys
from pathlib import Path

import lightgbm
import numba
import numpy as np

import lexical
from corpus import FOLDS, read_matrix, read_pages
from score import Scorer

HERE = Path(__file__).parent
SEED = 7
SET_WEIGHT = {"wcxb-dev": 1.0, "fundus-dev": 3.0, "cleaneval-dev": 2.0, "trafilatura-dev": 2.0}
# Snippets tell too little of a page for its F1.
F1_WEIGHT = {"wcxb-dev": 1.0, "fundus-dev": 3.0, "cleaneval-dev": 2.0, "trafilatura-dev": 0.0}
MOST_BLOCKS, MOST_WEIGHT = 160, 300.0
FEATURES_KEPT = 130
TREES = dict(num_leaves=31, max_bin=63, min_data_in_leaf=40, feature_fraction=0.5, bagging_fraction=0.6, bagging_freq=1,
             verbose=-1, num_threads=2, seed=SEED, deterministic=True, force_row_wise=True)
FIRST = dict(TREES, objective="cross_entropy", learning_rate=0.12)
SECOND = dict(TREES, objective="cross_entropy", learning_rate=0.1)
THIRD = dict(TREES, learning_rate=0.06, num_leaves=24)
ROUNDS = (100, 60, 100)
F1_SCALE, CROSS_ENTROPY_SHARE = 30.0, 0.05


class Data:
    def __init__(self, bench, work):
        self.bench, self.work = bench, work
        self.pages = read_pages(work)
        saved = np.load(f"{work}/labels.npz")
        self.labels = saved["labels"]
        self.known = saved["weights"]
        self.fold = np.concatenate([np.full(len(p.blocks), p.fold) for p in self.pages])
        self.page = np.concatenate([np.full(len(p.blocks), i) for i, p in enumerate(self.pages)])
        self.words = np.concatenate([p.sizes for p in self.pages])
        self.full = self.weigh(sample=False)
        self.sampled = self.weigh(sample=True)

    def weigh(self, sample):
        """Long blocks count more, but no page too much; large pages are sampled, what is left standing for the rest."""
        rng, weights = np.random.default_rng(SEED), np.zeros(len(self.labels))
        for page in self.pages:
            rows, count = slice(page.first_row, page.first_row + len(page.blocks)), len(page.blocks)
            own = np.minimum(6, np.sqrt(page.sizes) + 0.2) * self.known[rows]
            own *= min(1.0, MOST_WEIGHT / max(own.sum(), 1e-9))
            if sample and count > MOST_BLOCKS:
                chosen = np.zeros(count)
                chosen[rng.permutation(count)[:MOST_BLOCKS]] = count / MOST_BLOCKS
                own *= chosen
            weights[rows] = own * SET_WEIGHT[page.set]
        return weights

    def context(self, name, scores):
        scores.astype(np.float32).tofile(f"{self.work}/{name}.f32")
        subprocess.run(["node", str(HERE / "measure.ts"), "context", self.bench, self.work, name], check=True)
        return read_matrix(self.work, f"{name}-context")


def probability(log_odds):
    return 1 / (1 + np.exp(-log_odds))


def boost(data, X, rows, parameters, rounds, start=None):
    dataset = lightgbm.Dataset(X[rows], data.labels[rows], weight=None if start is not None else data.sampled[rows],
                               init_score=start, params={k: v for k, v in parameters.items() if k != "objective"})
    return lightgbm.train(parameters, dataset, rounds)


@numba.njit
def soft_f1(score, labels, sizes, page, scale, weights, slope, curve):
    """Gradient of minus each page's F1, with probabilities for choices, and a little cross-entropy to hold on to."""
    pages = page.max() + 1
    hit, size = np.zeros(pages), np.full(pages, 1e-9)
    for i in range(len(score)):
        p = 1 / (1 + np.exp(-score[i]))
        hit[page[i]] += sizes[i] * labels[i] * p
        size[page[i]] += sizes[i] * (p + labels[i])
    for i in range(len(score)):
        p, q = 1 / (1 + np.exp(-score[i])), page[i]
        gain = 2 * sizes[i] * (labels[i] * size[q] - hit[q]) / (size[q] * size[q]) * scale[q]
        slope[i] = -gain * p * (1 - p) + weights[i] * (p - labels[i])
        curve[i] = abs(gain) * p * (1 - p) + weights[i] * p * (1 - p) + 1e-6


def boost_f1(data, X, rows, start):
    found, page = np.unique(data.page[rows], return_inverse=True)
    scale = np.array([F1_WEIGHT[data.pages[i].set] for i in found]) * F1_SCALE
    drawn = np.bincount(page, minlength=len(found))
    whole = np.array([len(data.pages[i].blocks) for i in found])
    sizes = data.words[rows] * (whole / drawn)[page]
    labels, weights = data.labels[rows].astype(float), data.sampled[rows] * CROSS_ENTROPY_SHARE

    def objective(score, _):
        slope, curve = np.empty(len(score)), np.empty(len(score))
        soft_f1(score, labels, sizes, page, scale, weights, slope, curve)
        return slope, curve

    return boost(data, X, rows, dict(THIRD, objective=objective), ROUNDS[2], start)


class TwoSteps:
    """Trees on cross-entropy, then trees on soft F1: their scores add up."""

    def __init__(self, data, X, rows):
        self.first = boost(data, X, rows, SECOND, ROUNDS[1])
        self.second = boost_f1(data, X, rows, self.first.predict(X[rows], raw_score=True))

    def raw(self, X):
        return self.first.predict(X, raw_score=True) + self.second.predict(X, raw_score=True)


def cross_validate(data, fit, raw, weights, folds=range(FOLDS)):
    """Log-odds of each block by a model that saw no page of its host."""
    scores = np.zeros(len(data.labels))
    for fold in folds:
        model = fit(np.nonzero((data.fold != fold) & (weights > 0))[0])
        rows = np.nonzero(data.fold == fold)[0]
        scores[rows] = raw(model, rows)
        print("  fold", fold, flush=True)
    return scores


def strongest(data, X, names, count):
    """The features that a first fit gains most by, in the order they had."""
    rows = np.nonzero(data.sampled > 0)[0]
    gain = boost(data, X, rows, dict(FIRST, feature_fraction=0.35), 60).feature_importance("gain")
    kept = np.sort(np.argsort(-gain, kind="stable")[:count])
    return np.ascontiguousarray(X[:, kept]), [names[i] for i in kept]


def as_data(models, inputs):
    """Only inputs that are used, trees as lists; see TreesData in src/scoring/boosted-trees.ts."""
    data = dict(inputs=[], roots=[], feature=[], threshold=[], left=[], right=[], values=[])
    place = {}

    def add(node):
        if "leaf_value" in node:
            data["values"].append(float(f"{node['leaf_value']:.5g}"))
            return ~(len(data["values"]) - 1)
        at = len(data["feature"])
        name = inputs[node["split_feature"]]
        data["feature"].append(place.setdefault(name, len(place)))
        data["threshold"].append(float(f"{np.float32(node['threshold']):.7g}"))
        data["left"].append(0)
        data["right"].append(0)
        data["left"][at] = add(node["left_child"])
        data["right"][at] = add(node["right_child"])
        return at

    for model in models:
        for tree in model.dump_model()["tree_info"]:
            data["roots"].append(add(tree["tree_structure"]))
    data["inputs"] = list(place)
    return data


def main(bench, work):
    data, report = Data(bench, work), {}
    scorer = Scorer(data.pages)
    terms, ends = (np.fromfile(f"{work}/{name}.i32", np.int32) for name in ("terms", "term-ends"))

    def show(name, scores):
        report[name] = scorer.report(scores)
        print(name, report[name], flush=True)

    def fit_lexical(rows):
        return lexical.train(terms, ends, data.labels, data.full, rows, SEED)

    names_and_words = cross_validate(data, fit_lexical, lambda m, rows: lexical.predict(terms, ends, *m, rows), data.full)
    show("lexical", probability(names_and_words))
    lexical_model = fit_lexical(np.nonzero(data.full > 0)[0])

    X, names = read_matrix(work, "features")
    C, context = data.context("lexical", probability(names_and_words))
    X, names = strongest(data, np.concatenate([X, C], 1), names + context, FEATURES_KEPT)
    fit_first = lambda rows: boost(data, X, rows, FIRST, ROUNDS[0])
    first = cross_validate(data, fit_first, lambda m, rows: m.predict(X[rows], raw_score=True), data.sampled)
    show("first", probability(first))
    first_model = fit_first(np.nonzero(data.sampled > 0)[0])

    C, context = data.context("first", probability(first))
    Y = np.concatenate([X, C], 1)
    fit_second = lambda rows: TwoSteps(data, Y, rows)
    second = cross_validate(data, fit_second, lambda m, rows: m.raw(Y[rows]), data.sampled)
    show("second", probability(second))
    show("mean", probability((first + second) / 2))
    np.savez(f"{work}/scores.npz", lexical=names_and_words, first=first, second=second)
    second_model = fit_second(np.nonzero(data.sampled > 0)[0])

    model = dict(lexical=lexical.as_data(*lexical_model), first=as_data([first_model], names),
                 second=as_data([second_model.first, second_model.second], names + context))
    (HERE / "model.json").write_text(json.dumps(model, separators=(",", ":")) + "\n")
    (HERE / "report.json").write_text(json.dumps(report, indent=2) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:3])
