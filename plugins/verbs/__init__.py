"""The verbs of the command line, one file each: ``<verb>_.py`` with ``command``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


def folders(function: F) -> F:
    """The two options that every verb takes."""
    function = click.option(
        "--output", default="output", envvar="OUTPUT", show_default=True, help="网站的目录"
    )(function)
    return click.option(
        "--content", default="content", envvar="CONTENT", show_default=True, help="内容目录"
    )(function)


def reasoned(function: F) -> F:
    """The reason that stands on the page for all to read."""
    return click.option("--reason", default="", help="理由，一句话，会在网页上公开")(function)


def dated(function: F) -> F:
    """The day on which a step was taken, where that is not today."""
    day = click.DateTime(["%Y-%m-%d"])
    return click.option("--date", "on", type=day, help="日期，不写就是今天")(function)
