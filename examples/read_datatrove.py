"""A datatrove pipeline: dehusk clean scrapes/ --out output --preset datatrove --compress gz"""

import sys

from datatrove.pipeline.filters import LambdaFilter
from datatrove.pipeline.readers import JsonlReader

reader = JsonlReader(sys.argv[1], glob_pattern="documents*.jsonl*")
in_english = LambdaFilter(lambda document: document.metadata.get("language", "").startswith("en"))
documents = list(in_english(reader()))
print(f"{len(documents)} documents")
for document in documents:
    print(document.metadata.get("title"), document.metadata["path"], len(document.text), sep=" | ")
