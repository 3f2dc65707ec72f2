from importlib.metadata import version

from serve_peer import serve_peer


def load():
    import justext

    # It wants to be told the language; the stop words of all of them together need no one to know it.
    stop_words = frozenset().union(*(justext.get_stoplist(name) for name in justext.get_stoplists()))

    def extract(page, _url):
        paragraphs = justext.justext(page, stop_words)
        return "\n".join(paragraph.text for paragraph in paragraphs if not paragraph.is_boilerplate), None

    return version("justext"), extract


serve_peer(load)
