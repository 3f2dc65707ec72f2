"""Trains what is said of a whole page, its type and the quality of its extraction: python train_pages.py <bench> <work>.

Runs after train.py, on the scores it cross-validated, and adds to its model.json and report.json.
"""

import json
import subprocess
import sys

import lightgbm
import numpy as np

from corpus import FOLDS, read_matrix, read_pages
from score import Scorer, choose
from train import HERE, SEED, as_data, probability

TREES = dict(num_leaves=8, max_bin=63, min_data_in_leaf=15, learning_rate=0.08, feature_fraction=0.4, bagging_fraction=0.7,
             bagging_freq=1, verbose=-1, num_threads=2, seed=SEED, deterministic=True, force_row_wise=True)
TYPE_ROUNDS, QUALITY_ROUNDS = 60, 90


def boost(X, y, rows, objective, rounds):
    return lightgbm.train(dict(TREES, objective=objective), lightgbm.Dataset(X[rows], y[rows]), rounds)


def cross_validate(X, y, rows, fold, objective, rounds):
    scores = np.zeros(len(y))
    for f in range(FOLDS):
        model = boost(X, y, rows[fold[rows] != f], objective, rounds)
        scores[fold == f] = model.predict(X[fold == f])
    return scores


def main(bench, work):
    pages = read_pages(work)
    saved = np.load(f"{work}/scores.npz")
    mean = probability((saved["first"] + saved["second"]) / 2)
    mean.astype(np.float32).tofile(f"{work}/mean.f32")
    subprocess.run(["node", str(HERE / "measure.ts"), "pages", bench, work, "mean"], check=True)
    X, names = read_matrix(work, "page-signs")
    fold = np.array([page.fold for page in pages])
    report = json.loads((HERE / "report.json").read_text())
    model = json.loads((HERE / "model.json").read_text())

    typed = np.array([i for i, page in enumerate(pages) if page.set == "wcxb-dev" and page.blocks])
    kinds = np.array([page.kind for page in pages])
    types = sorted(set(kinds[typed]))
    model["types"], odds = {}, []
    for kind in types:
        y = (kinds == kind).astype(float)
        odds.append(cross_validate(X, y, typed, fold, "binary", TYPE_ROUNDS))
        model["types"][kind] = as_data([boost(X, y, typed, "binary", TYPE_ROUNDS)], names)
    found = np.array(types)[np.argmax(odds, 0)]
    report["page-type"] = {"accuracy": round(float(np.mean(found[typed] == kinds[typed])), 4)}
    for kind in types:
        ours, gold = found[typed] == kind, kinds[typed] == kind
        report["page-type"][kind] = {"precision": round(float(gold[ours].mean()), 3), "recall": round(float(ours[gold].mean()), 3)}

    scorer = Scorer(pages)
    judged = np.array([i for i, page in enumerate(pages) if page.gold is not None and page.blocks])
    f1 = np.zeros(len(pages))
    for i in judged:
        rows = slice(pages[i].first_row, pages[i].first_row + len(pages[i].blocks))
        f1[i] = scorer.word_f1(pages[i], choose(mean[rows], pages[i].sizes))
    guess = cross_validate(X, f1, judged, fold, "cross_entropy", QUALITY_ROUNDS)
    model["quality"] = as_data([boost(X, f1, judged, "cross_entropy", QUALITY_ROUNDS)], names)
    worst = judged[np.argsort(guess[judged])[: len(judged) // 10]]
    report["quality"] = {"correlation": round(float(np.corrcoef(guess[judged], f1[judged])[0, 1]), 3),
                         "mean-f1": round(float(f1[judged].mean()), 3), "mean-f1-of-lowest-tenth": round(float(f1[worst].mean()), 3)}
    print(report["page-type"], report["quality"])
    (HERE / "model.json").write_text(json.dumps(model, separators=(",", ":")) + "\n")
    (HERE / "report.json").write_text(json.dumps(report, indent=2) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:3])
