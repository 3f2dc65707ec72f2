"""DuckDB reads the Parquet files of a run as a table: dehusk clean scrapes/ --out output --parquet"""

import sys

import duckdb

documents = duckdb.read_parquet(f"{sys.argv[1]}/documents*.parquet")
rows = duckdb.sql(
    """
    select title, source.path, len(paragraphs) as paragraphs, len(text) as characters
    from documents order by source.path
    """
).fetchall()
print(f"{len(rows)} documents")
for row in rows:
    print(*row, sep=" | ")
