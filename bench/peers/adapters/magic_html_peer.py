from importlib.metadata import version

from serve_peer import serve_peer


def load():
    from html_text import html_text
    from magic_html import GeneralExtractor

    extractor = GeneralExtractor()

    def extract(page, url):
        found = extractor.extract(page, base_url=url or "")
        return lambda: html_text(found["html"]), found.get("title")

    return version("magic-html"), extract


serve_peer(load)
