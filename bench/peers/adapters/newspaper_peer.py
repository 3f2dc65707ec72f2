from importlib.metadata import version

from serve_peer import serve_peer


def load():
    from newspaper import Article

    def extract(page, url):
        article = Article(url or "", fetch_images=False)
        article.download(input_html=page)
        article.parse()
        return article.text, article.title

    return version("newspaper4k"), extract


serve_peer(load)
