"""Trains what is said of a whole page, its type and the quality of its extraction: python train_pages.py <bench> <work>.

Runs after train.py, on the scores it cross-validated, and adds to its model.json and report.json.
"""

import json
import subprocess
import sys

import lightgbm
import numpy as np

from corpus import FOLDS, read_matrix, read_pages
from score import Scorer, choose, without_copies
from train import HERE, SEED, as_data, probability

TREES = dict(num_leaves=8, max_bin=63, min_data_in_leaf=15, learning_rate=0.08, feature_fraction=0.4, bagging_fraction=0.7,
             bagging_freq=1, verbose=-1, num_threads=2, seed=SEED, deterministic=True, force_row_wise=True)
TYPE_ROUNDS, QUALITY_ROUNDS = 60, 90
ADDRESS = ("pathDepth", "lastPartLength")
# The part of the expected F1 at which pages of a type are cut, where another one than `choose` has is better: an article's
# blocks are alike, so that doubtful ones beside it rarely belong to it; of pages of many items what is doubtful mostly does.
PARTS = {"article": 0.6, "collection": 0.3, "documentation": 0.35, "listing": 0.3}


def boost(X, bare, y, rows, objective, rounds):
    both = lightgbm.Dataset(np.concatenate([X[rows], bare[rows]]), np.concatenate([y[rows], y[rows]]))
    return lightgbm.train(dict(TREES, objective=objective), both, rounds)


def cross_validate(X, bare, y, rows, fold, objective, rounds):
    scores = np.zeros(len(y))
    for f in range(FOLDS):
        model = boost(X, bare, y, rows[fold[rows] != f], objective, rounds)
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

    kinds = np.array(["article" if page.set == "fundus-dev" else page.kind for page in pages])
    typed = np.array([i for i, page in enumerate(pages) if page.set in ("wcxb-dev", "fundus-dev") and page.blocks])
    # Every page once more as one whose address is not known, which the same page often comes without.
    bare = X.copy()
    bare[:, [i for i, name in enumerate(names) if name in ADDRESS or name.startswith("address")]] = 0
    types = sorted(set(kinds[typed]))
    model["types"], odds = {}, []
    for kind in types:
        y = (kinds == kind).astype(float)
        odds.append(cross_validate(X, bare, y, typed, fold, "binary", TYPE_ROUNDS))
        model["types"][kind] = as_data([boost(X, bare, y, typed, "binary", TYPE_ROUNDS)], names)
    found = np.array(types)[np.argmax(odds, 0)]
    model["parts"] = PARTS
    np.save(f"{work}/parts.npy", [PARTS.get(kind, 0.5) for kind in found])
    report["page-type"] = {"accuracy": round(float(np.mean(found[typed] == kinds[typed])), 4)}
    for kind in types:
        ours, gold = found[typed] == kind, kinds[typed] == kind
        report["page-type"][kind] = {"precision": round(float(gold[ours].mean()), 3), "recall": round(float(ours[gold].mean()), 3)}

    scorer = Scorer(pages)
    parts = np.load(f"{work}/parts.npy")
    report["mean"] = scorer.report(mean)
    report["by-type"] = scorer.report(mean, part=parts)
    judged = np.array([i for i, page in enumerate(pages) if page.gold is not None and page.blocks])
    f1 = np.zeros(len(pages))
    for i in judged:
        rows = slice(pages[i].first_row, pages[i].first_row + len(pages[i].blocks))
        kept = without_copies(pages[i], choose(mean[rows], pages[i].sizes, parts[i]), mean[rows])
        f1[i] = scorer.word_f1(pages[i], kept)
    guess = cross_validate(X, bare, f1, judged, fold, "cross_entropy", QUALITY_ROUNDS)
    model["quality"] = as_data([boost(X, bare, f1, judged, "cross_entropy", QUALITY_ROUNDS)], names)
    worst = judged[np.argsort(guess[judged])[: len(judged) // 10]]
    report["quality"] = {"correlation": round(float(np.corrcoef(guess[judged], f1[judged])[0, 1]), 3),
                         "mean-f1": round(float(f1[judged].mean()), 3), "mean-f1-of-lowest-tenth": round(float(f1[worst].mean()), 3)}
    print(report["page-type"], report["quality"])
    (HERE / "model.json").write_text(json.dumps(model, separators=(",", ":")) + "\n")
    (HERE / "report.json").write_text(json.dumps(report, indent=2) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:3])
