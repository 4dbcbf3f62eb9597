"""The second door to Pelican: what rooms plan becomes files, staged, audited and switched.

One generator a room and one writer are registered with Pelican, so that its command line,
autoreload and other people's generators go through the same press. The press never knows
what a page is about. Pelican is imported when it asks, so that the tools of the press are to be
had without it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from types import ModuleType
from typing import TYPE_CHECKING, Any

from plugins import refused
from plugins.settings import CORPUS, READING, RUN

if TYPE_CHECKING:
    from pelican import Pelican

    from plugins.frame import Build
    from plugins.press.run import Run
    from plugins.press.writer import PressWriter


class RoomGenerator:
    """What Pelican sees of a room: it plans when Pelican asks for output."""

    room: ModuleType

    def __init__(self, settings: dict[str, Any], **_: object) -> None:
        self.settings = settings

    def generate_output(self, writer: PressWriter) -> None:
        """Hand the room's plan to the press."""
        from plugins.press.writer import PressWriter

        corpus = self.settings.get(CORPUS)
        if corpus is None or not isinstance(writer, PressWriter):
            raise refused.Refused("检查没有运行，不能生成网站", refused.CONFIGURATION)
        build: Build = self.settings[RUN].build
        owner = self.room.__name__.removeprefix("plugins.")
        for output in self.room.plan(corpus, build):
            self.settings[RUN].take(output, owner)


def _on_generators(pelican: Pelican) -> Iterator[type[RoomGenerator]]:
    for room in pelican.settings["ROOMS"]:
        if not callable(getattr(room, "plan", None)):
            name = getattr(room, "__name__", room)
            message = f"ROOMS 里的 {name} 不是栏目（没有 plan）→ 核对设置"
            raise refused.Refused(message, refused.CONFIGURATION)
        yield type(f"Room_{room.__name__.rpartition('.')[2]}", (RoomGenerator,), {"room": room})


def _on_writer(pelican: Pelican) -> type[PressWriter]:
    from plugins.press.circumstances import circumstances
    from plugins.press.means import Means
    from plugins.press.run import Run
    from plugins.press.writer import PressWriter
    from plugins.records.dated import dated

    corpus = pelican.settings.get(CORPUS)
    if corpus is None:
        raise refused.Refused("检查没有运行，不能生成网站", refused.CONFIGURATION)
    build = circumstances(pelican.settings, corpus)
    corpus = pelican.settings[CORPUS] = dated(corpus, build.release.published)
    means = Means.of(pelican.settings)
    run = pelican.settings[RUN] = Run(corpus, build, pelican.output_path, means)
    run.outcome.seconds["check"] = round(pelican.settings.get(READING, 0.0), 3)
    return PressWriter


def _on_initialized(pelican: Pelican) -> None:
    """Before anything is read or refused: the site is in its place."""
    from plugins.press import stage, trees

    live = os.path.realpath(pelican.output_path)
    if os.path.isdir(trees.moved(live)):
        with suppress(refused.Refused), stage.held(live):
            trees.recover(live)


def _on_finalized(pelican: Pelican) -> None:
    run: Run = pelican.settings[RUN]
    run.finish()


def register() -> None:
    """Connect to Pelican."""
    from pelican import signals

    signals.initialized.connect(_on_initialized)
    signals.get_generators.connect(_on_generators)
    signals.get_writer.connect(_on_writer)
    signals.finalized.connect(_on_finalized)
