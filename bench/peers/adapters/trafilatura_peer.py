import sys

from serve_peer import serve_peer

FAST = "--fast" in sys.argv


def load():
    import trafilatura

    def extract(page, url):
        return trafilatura.extract(page, url=url, fast=FAST, include_comments=False), None

    return trafilatura.__version__, extract


serve_peer(load)
