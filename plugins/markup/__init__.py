"""Official text is not markup: what a reader sees is what was written.

``to_html`` gives the body of a page, ``plain`` the lines that a reader sees of it; ``doubts`` what
a clerk should look at again, as data for the rules; ``links`` where the text leads. Pure; Markdown
is imported only by the texts that need it, and never by ``doubts`` or ``links``.
"""

from plugins.markup.doubts import Doubt, doubts, links
from plugins.markup.official import to_html
from plugins.markup.plain import plain
from plugins.markup.targets import Resolver, Target, resolver

__all__ = ["Doubt", "Resolver", "Target", "doubts", "links", "plain", "resolver", "to_html"]
