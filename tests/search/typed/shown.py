"""What was read, in the writing of the tables: ``title:水价``, ``"两 词"``, ``-电价``, ``publisher=教育局``."""

from __future__ import annotations


def shown(found):
    """The words and then the filters, parted by `` | ``."""
    words = [
        ("-" if word["unwanted"] else "")
        + (f"{word['field']}:" if word["field"] else "")
        + (f'"{word["text"]}"' if word["phrase"] else word["text"])
        for word in found["words"]
    ]
    return " | ".join([*words, *(f"{one['name']}={one['text']}" for one in found["filters"])])


def span(found):
    """``2021-03-01 2021-03-31``, or an empty text for no reading."""
    when = found["when"]
    return f"{when['from']} {when['to']}" if when else ""
