"""Chooses blocks by their scores and scores the choice, as the product and the benchmark do it."""

from collections import Counter

import numpy as np

from corpus import tokens

SHINGLE = 4


def expected_f1(p, words, part):
    """See src/scoring/expected-f1.ts."""
    total, f1 = (p * words).sum(), 0.8
    for _ in range(30):
        kept = p > part * f1
        size = words[kept].sum() + total
        following = 2 * (p[kept] * words[kept]).sum() / size if size else 0.0
        if abs(following - f1) < 1e-6:
            break
        f1 = following
    return part * f1


def choose(p, words, part=0.5, least_mass=30, least_best=0.55):
    """Indices of the blocks kept; none where nothing on the page is likely."""
    if len(p) == 0 or ((p * words).sum() < least_mass and p.max() < least_best):
        return np.zeros(0, int)
    return np.nonzero(p > expected_f1(p, words, part))[0]


def without_copies(page, kept, p, shortest=8, most_seen=0.8, sure=0.97):
    """See src/extract/repeated-blocks.ts."""
    stays, seen = [], set()
    for b in kept:
        own = list(zip(*(page.words[b][i:] for i in range(SHINGLE))))
        hits = sum(shingle in seen for shingle in own)
        if len(page.words[b]) < shortest or hits <= most_seen * len(own) or p[b] >= sure:
            stays.append(b)
            seen.update(own)
    return np.array(stays, int)


def squeeze(text):
    return " ".join(text.split())


class Scorer:
    """Word F1, shingle F1 and with/without of choices, over the pages of some folds."""

    def __init__(self, pages):
        self.pages = pages
        for page in pages:
            if page.gold is None:
                page.plain = [squeeze(text) for text in page.blocks]
                continue
            page.gold_words = tokens(page.gold)
            page.gold_count = Counter(page.gold_words)
            vocabulary = {word: i for i, word in enumerate(page.gold_count)}
            page.gold_sizes = np.array(list(page.gold_count.values()), int)
            page.local = [np.array([vocabulary[w] for w in words if w in vocabulary], int) for words in page.words]

    def word_f1(self, page, kept):
        size, gold = sum(len(page.words[b]) for b in kept), len(page.gold_words)
        if size == 0 or gold == 0:
            return float(size == 0 and gold == 0)
        hits = np.bincount(np.concatenate([page.local[b] for b in kept]), minlength=len(page.gold_sizes))
        return 2 * np.minimum(hits, page.gold_sizes).sum() / (size + gold)

    def shingles(self, page, kept):
        ours = shingled([word for b in kept for word in page.words[b]])
        gold = shingled(page.gold_words)
        both = sum((ours & gold).values())
        return both / max(1, sum(ours.values())), both / max(1, sum(gold.values()))

    def report(self, p, folds=None, part=0.5):
        """`part` is one number, or one for each page."""
        words, found, types = {}, [], {}
        snippets = Counter()
        for page, part in zip(self.pages, np.broadcast_to(part, len(self.pages))):
            if folds is not None and page.fold not in folds:
                continue
            rows = slice(page.first_row, page.first_row + len(page.blocks))
            kept = without_copies(page, choose(p[rows], page.sizes, part), p[rows])
            if page.gold is None:
                text = " ".join(page.plain[b] for b in kept)
                snippets.update("tp" if squeeze(s) in text else "fn" for s in page.wanted)
                snippets.update("fp" for s in page.unwanted if squeeze(s) in text)
                continue
            f1 = self.word_f1(page, kept)
            words.setdefault(page.set, []).append(f1)
            types.setdefault(page.kind, []).append(f1)
            if page.set == "fundus-dev":
                found.append(self.shingles(page, kept))
        result = {name: float(np.mean(values)) for name, values in words.items()}
        precision, recall = np.mean(found, 0)
        result["fundus-shingle"] = float(2 * precision * recall / (precision + recall))
        precision = snippets["tp"] / (snippets["tp"] + snippets["fp"])
        recall = snippets["tp"] / (snippets["tp"] + snippets["fn"])
        result["trafilatura-F"] = 2 * precision * recall / (precision + recall)
        result.update({kind: float(np.mean(values)) for kind, values in sorted(types.items()) if kind not in result})
        return {name: round(value, 4) for name, value in result.items()}


def shingled(words):
    if words and len(words) < SHINGLE:
        return Counter([tuple(words)])
    return Counter(zip(*(words[i:] for i in range(SHINGLE))))
