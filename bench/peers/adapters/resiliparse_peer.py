from importlib.metadata import version

from serve_peer import serve_peer


def load():
    from resiliparse.extract.html2text import extract_plain_text

    def extract(page, _url):
        # Bullets, numbers of lists and descriptions of pictures are no text of the page.
        return extract_plain_text(page, main_content=True, list_bullets=False, alt_texts=False), None

    return version("resiliparse"), extract


serve_peer(load)
