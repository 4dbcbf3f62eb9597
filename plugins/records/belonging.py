"""What items can belong to, as a site registers it: sets of parts, special topics, serials."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DossierKind:
    """What is to be made public as one (成套): ``parts`` in the order in which they become public.

    ``follow`` are the working days after the end of a part's publicity period within which the
    next part is expected, 0 for no such expectation; ``basis`` says where the number is from.
    """

    name: str
    parts: tuple[str, ...]
    follow: int = 0
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Topic:
    """A special topic (专栏) that gathers items of any column; ``numbered`` makes it a serial
    (公报、简报), whose items have issue numbers. ``ended`` says that nothing more is to come."""

    id: str
    name: str
    description: str = ""
    numbered: bool = False
    ended: bool = False
    line: int = 1
