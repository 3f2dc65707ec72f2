"""LlamaIndex documents: dehusk clean scrapes/ --out output --preset llamaindex"""

import json
import sys

from llama_index.core import Document

with open(f"{sys.argv[1]}/documents.jsonl", encoding="utf-8") as lines:
    documents = [Document(**json.loads(line)) for line in lines]
print(f"{len(documents)} documents")
for document in documents:
    print(document.metadata.get("title"), document.metadata["file_path"], len(document.text), sep=" | ")
