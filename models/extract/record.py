"""Writes what a model that saw no page of its host makes of each page: python record.py <work folder> <folder>.

Runs after train_pages.py. `npm run bench:extract -- <bench folder> --recorded <folder>` scores it beside other extractors, as the
model that comes with dehusk was trained on these pages.
"""

import json
import sys
from pathlib import Path

import numpy as np

from corpus import read_pages
from score import choose, without_copies
from train import probability


def main(work, folder):
    saved = np.load(f"{work}/scores.npz")
    p = probability((saved["first"] + saved["second"]) / 2)
    texts = {}
    for page, part in zip(read_pages(work), np.load(f"{work}/parts.npy")):
        own = p[page.first_row : page.first_row + len(page.blocks)]
        kept = without_copies(page, choose(own, page.sizes, part), own)
        text = "\n\n".join(" ".join(page.blocks[b].split()) for b in kept)
        texts.setdefault(page.set, []).append(json.dumps({"id": page.id, "text": text}))
    out = Path(folder) / "dehusk-cross-validated"
    out.mkdir(parents=True, exist_ok=True)
    for name, lines in texts.items():
        (out / f"{name}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:3])
