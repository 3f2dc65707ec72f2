"""LangChain documents: dehusk clean scrapes/ --out output --preset langchain"""

import json
import sys

from langchain_core.documents import Document

with open(f"{sys.argv[1]}/documents.jsonl", encoding="utf-8") as lines:
    documents = [Document(**json.loads(line)) for line in lines]
print(f"{len(documents)} documents")
for document in documents:
    print(document.metadata.get("title"), document.metadata["source"], len(document.page_content), sep=" | ")
