from importlib.metadata import version

from serve_peer import serve_peer


def load():
    from html_text import html_text
    from readability import Document

    def extract(page, url):
        document = Document(page, url=url)
        summary = document.summary(html_partial=True)
        return lambda: html_text(summary), document.short_title()

    return version("readability-lxml"), extract


serve_peer(load)
