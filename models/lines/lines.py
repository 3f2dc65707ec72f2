"""Reads what measure.ts wrote: documents with their lines, labels and features."""

import hashlib
import json
from types import SimpleNamespace
from urllib.parse import urlparse

import numpy as np

FOLDS = 5


def host_of(doc):
    return (urlparse(doc.get("url") or "").netloc or doc["id"]).removeprefix("www.")


def fold_of(host):
    """Pages of one host are always in one fold; bench/noise/fold-models.ts counts as well."""
    return int(hashlib.sha256(host.encode()).hexdigest(), 16) % FOLDS


def read_lines(work, name):
    """All documents in order, each knowing its first row, and of each row what is known of it."""
    with open(f"{work}/{name}-features.json", encoding="utf-8") as file:
        names = json.load(file)
    documents, labels, folds, row = [], [], [], 0
    with open(f"{work}/{name}-facts.jsonl", encoding="utf-8") as lines:
        for line in lines:
            doc = json.loads(line)
            doc.pop("blocks", None)
            doc["row"] = row
            row += len(doc["rows"])
            furniture = doc.get("furniture")
            labels.extend(furniture[i] if furniture else 0 for i in doc["rows"])
            folds.extend([fold_of(host_of(doc))] * len(doc["rows"]))
            documents.append(doc)
    X = np.fromfile(f"{work}/{name}-features.f32", np.float32).reshape(-1, len(names))
    return SimpleNamespace(
        documents=documents, X=X, names=names, labels=np.array(labels, float), fold=np.array(folds),
        words=X[:, names.index("size")],
        terms=np.fromfile(f"{work}/{name}-terms.i32", np.int32), ends=np.fromfile(f"{work}/{name}-term-ends.i32", np.int32))


def flattened_labels(work):
    """Share of each line that is not main content, as models/extract/label.py pairs the words."""
    return 1.0 - np.load(f"{work}/flattened/labels.npz")["labels"].astype(float)
