"""Reads what dump-features.ts wrote: pages with their blocks, gold and features."""

import hashlib
import json
from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import urlparse

import numpy as np
import regex

FOLDS = 5
UNSPACED = r"\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}"
TOKEN = regex.compile(rf"[{UNSPACED}]|[\p{{L}}\p{{N}}](?:(?![{UNSPACED}])[\p{{L}}\p{{N}}\p{{M}}])*", regex.V1)


def tokens(text):
    """Words as the word F1 of the benchmark counts them."""
    return TOKEN.findall((text or "").lower())


@dataclass
class Page:
    set: str
    id: str
    host: str
    kind: str
    blocks: list
    gold: str | None
    wanted: list
    unwanted: list
    first_row: int = 0
    words: list = field(default_factory=list)
    sizes: np.ndarray | None = None

    @property
    def fold(self):
        """Pages of one host are always in one fold."""
        return int(hashlib.sha256(self.host.encode()).hexdigest(), 16) % FOLDS


def read_pages(folder):
    """All pages of all sets, in order, each knowing its first row in the matrix of features."""
    pages, row = [], 0
    with open(f"{folder}/pages.jsonl", encoding="utf-8") as lines:
        for line in lines:
            raw = json.loads(line)
            host = urlparse(raw.get("url") or "").netloc or raw["id"]
            page = Page(raw["set"], raw["id"], host.removeprefix("www."), raw.get("page_type") or raw["set"], raw["blocks"],
                        raw.get("gold"), raw.get("with") or [], raw.get("without") or [], row)
            page.words = [tokens(text) for text in page.blocks]
            page.sizes = np.array([len(words) for words in page.words], float)
            row += len(page.blocks)
            pages.append(page)
    return pages


def read_matrix(folder, name):
    """A matrix of float32 and the names of its columns."""
    with open(f"{folder}/{name}.json", encoding="utf-8") as file:
        names = json.load(file)
    return np.fromfile(f"{folder}/{name}.f32", dtype=np.float32).reshape(-1, len(names)), names
