from serve_peer import serve_peer


def load():
    import rs_trafilatura

    def extract(page, url):
        result = rs_trafilatura.extract(page, url=url)
        return result.main_content, result.title

    return rs_trafilatura.__version__, extract


serve_peer(load)
