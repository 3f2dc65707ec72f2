"""Text of an extractor's HTML; bench/peers/adapters/html-text.js is its twin."""

from lxml import etree, html

INLINE = set(
    "a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark q ruby s samp small span strike strong"
    " sub sup time tt u var wbr".split()
)
UNSEEN = {"script", "style", "template", "head"}


def html_text(markup):
    """One line for each block: plain `text_content` glues the words of two blocks."""
    if not markup or not markup.strip():
        return ""
    tree = html.document_fromstring(markup.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8"))
    parts = []
    # Ends come as events of their own, so that a page of any depth needs no recursion.
    unseen = 0
    for event, node in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            if not unseen:
                parts.append(node.tail or "")
            continue
        if node.tag in UNSEEN:
            unseen += 1 if event == "start" else -1
        edge = "" if node.tag in INLINE else "\n"
        text = node.text if event == "start" else node.tail
        if not unseen:
            parts += [edge, text or ""]
    return "".join(parts).strip()
