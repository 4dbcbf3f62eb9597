"""lunr.py used as its documentation says, with our tokens as the fields' values: the reference."""

from __future__ import annotations

import json
from array import array

from lunr.builder import Builder

from plugins.hanzi.fold import fold
from plugins.hanzi.tokens import number_tokens, tokens
from plugins.search.sound import sounds

BOOSTS = {
    "title": 10,
    "numbers": 10,
    "keywords": 6,
    "summary": 2,
    "text": 1,
    "publisher": 3,
    "sound": 4,
    "attached": 1,
}


def split(text):
    """``text`` with every astral character as two, as JavaScript counts them."""
    return "".join(map(chr, array("H", text.encode("utf-16-le"))))


def values(document):
    """field -> its tokens."""
    titles = [title for title, _ in document.attached]
    keys = [key for number in document.numbers for key in number_tokens(fold(number))]
    found = {
        "title": tokens(fold(document.title)),
        "numbers": keys + tokens(fold(" ".join(document.numbers))),
        "keywords": tokens(fold(" ".join(document.keywords))),
        "summary": tokens(fold(document.summary)),
        "text": tokens(fold(document.text)),
        "publisher": tokens(fold(" ".join(document.publishers))),
        "sound": sounds((document.title, *document.keywords)),
        "attached": tokens(fold("\n".join((*titles, *document.attached_texts)))),
    }
    return {name: [split(token) for token in listed] for name, listed in found.items()}


def plain_lunr(documents, fields=tuple(BOOSTS)):
    """lunr.py's index over these fields of documents."""
    builder = Builder()
    builder.ref("ref")
    for name in fields:
        builder.field(name, boost=BOOSTS[name])
    for ref, document in enumerate(documents):
        builder.add({"ref": str(ref), **values(document)})
    return builder.build()


def json_of(index):
    """An index as lunr.py serialises it, in the bytes of a script."""
    text = json.dumps(index.serialize(), ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le").encode()
