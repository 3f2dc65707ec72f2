"""Says for every block how much of it is main content: python label.py <features> writes labels.npz there."""

import sys
from multiprocessing import Pool

import numpy as np

from corpus import read_pages, tokens

SHORTEST_RUN = 3


def matched(page, gold):
    """Which page tokens a longest common subsequence with the gold text pairs: bit-parallel rows (Hyyrö 2004), traced back."""
    masks = {}
    for at, token in enumerate(gold):
        masks[token] = masks.get(token, 0) | (1 << at)
    full = (1 << len(gold)) - 1
    row, rows = full, []
    for token in page:
        common = row & masks.get(token, 0)
        row = ((row + common) | (row - common)) & full
        rows.append(row)
    found = np.full(len(page), -1)
    i, j = len(page), len(gold)
    while i > 0 and j > 0:
        if (rows[i - 1] >> (j - 1)) & 1:
            j -= 1
            continue
        i -= 1
        if i > 0 and not (rows[i - 1] >> (j - 1)) & 1:
            continue
        j -= 1
        found[i] = j
    return found


def gold_labels(page):
    """Share of each block's tokens that lie in matched runs; single words that match by chance do not count."""
    gold = tokens(page.gold)
    flat = [token for words in page.words for token in words]
    found = matched(flat, gold)
    lines = {tuple(tokens(line)) for line in page.gold.split("\n")}
    kept = np.zeros(len(flat), bool)
    start = 0
    for i in range(1, len(flat) + 1):
        if i < len(flat) and found[i - 1] >= 0 and found[i] == found[i - 1] + 1:
            continue
        if found[i - 1] >= 0 and i - start >= SHORTEST_RUN:
            kept[start:i] = True
        start = i
    labels, at = [], 0
    for words in page.words:
        end = at + len(words)
        share = kept[at:end].mean() if words else 0.0
        if words and share < 1 and (found[at:end] >= 0).all() and tuple(words) in lines:
            share = 1.0
        labels.append(share)
        at = end
    return np.array(labels, np.float32), np.ones(len(labels), np.float32)


def squeeze(text):
    return " ".join(text.split())


def snippet_labels(page):
    """Blocks that hold a wanted snippet are content, those that hold an unwanted one are not; nothing is known of the rest."""
    wanted, unwanted = [squeeze(s) for s in page.wanted], [squeeze(s) for s in page.unwanted]
    labels, weights = [], []
    for block in map(squeeze, page.blocks):
        yes = any(s in block or (len(block) > 20 and block in s) for s in wanted)
        no = any(s in block or (len(block) > 20 and block in s) for s in unwanted)
        labels.append(float(yes))
        weights.append(float(yes != no))
    return np.array(labels, np.float32), np.array(weights, np.float32)


def label(page):
    return snippet_labels(page) if page.gold is None else gold_labels(page)


if __name__ == "__main__":
    folder = sys.argv[1]
    pages = read_pages(folder)
    with Pool(2) as pool:
        done = pool.map(label, pages, chunksize=8)
    np.savez(f"{folder}/labels.npz", labels=np.concatenate([l for l, _ in done]), weights=np.concatenate([w for _, w in done]))
    print(len(pages), "pages,", sum(len(l) for l, _ in done), "blocks")
