"""The catalog with one fault that nobody sees: GONGKAI_SABOTAGE is drop, double, swap or cut."""

import os
from dataclasses import replace

from plugins import catalog
from plugins.catalog.item_page import item_outputs
from plugins.plan import Batch, Page


def plan(corpus, build):
    """What the catalog plans, but for one item."""
    kind = os.environ["GONGKAI_SABOTAGE"]
    one, other = corpus.items[0], corpus.items[-1]
    for planned in catalog.plan(corpus, build):
        if not isinstance(planned, Batch) or planned.make is not item_outputs:
            yield planned
            continue
        item, *rest = planned.inputs
        if kind == "swap" and item in (one, other):
            text = (other if item is one else one).record.text
            yield replace(planned, make=swapped, inputs=(text, item, *rest))
        elif kind == "cut" and item is one:
            yield replace(planned, make=cut)
        elif kind != "drop" or item is not one:
            yield planned
        if kind == "double" and item is one:
            yield replace(planned, name="twin", make=doubled)


def swapped(text, *given):
    """The page with the text of another item."""
    for output in item_outputs(*given):
        if isinstance(output, Page):
            yield replace(output, context=replace(output.context, text=text))
        else:
            yield output


def cut(*given):
    """The page with a title that lacks its last character."""
    for output in item_outputs(*given):
        if isinstance(output, Page):
            yield replace(output, context=replace(output.context, title=output.context.title[:-1]))
        else:
            yield output


def doubled(*given):
    """The same page once more, at another address."""
    for output in item_outputs(*given):
        if isinstance(output, Page):
            yield replace(output, address=output.address.replace(".html", "0.html"))
