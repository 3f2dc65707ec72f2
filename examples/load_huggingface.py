"""Hugging Face datasets: dehusk clean scrapes/ --out output --preset huggingface"""

import sys

from datasets import load_dataset

data = load_dataset("json", data_files=f"{sys.argv[1]}/documents*.jsonl*", split="train")
print(f"{len(data)} documents")
print(*data.features)
for row in data:
    print(row["title"], row["path"], len(row["text"]), sep=" | ")
