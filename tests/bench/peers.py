"""The peers, each on its own project: an equal minimal theme, the same items, its own binary."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from plugins.records.corpus import Corpus
from tests.bench import convert, prepare
from tests.bench.place import HERE

_CONTENT = {"pelican": "content", "hugo": "content/item", "eleventy": "content/item"}
_NAMES = {
    "pelican": "names.json",
    "hugo": "data/names.json",
    "eleventy": "content/_data/names.json",
}


@dataclass(frozen=True, slots=True)
class Peer:
    """A project ready to be built by ``command`` in ``folder``, into ``folder/output``."""

    name: str
    folder: Path
    command: tuple[str, ...]

    @property
    def output(self) -> Path:
        """Where its pages come to stand."""
        return self.folder / "output"


def _pelican() -> tuple[str, ...]:
    return (sys.executable, "-m", "pelican", "-s", "pelicanconf.py", "--quiet")


def _hugo() -> tuple[str, ...]:
    return (str(prepare.hugo()), "build", "--destination", "output", "--quiet")


def _eleventy() -> tuple[str, ...]:
    return (*prepare.eleventy(), "--quiet")


COMMANDS: Mapping[str, Callable[[], tuple[str, ...]]] = {
    "pelican": _pelican,
    "hugo": _hugo,
    "eleventy": _eleventy,
}


def project(name: str, corpus: Corpus, folder: Path) -> Path:
    """The project of a peer in ``folder``: its theme and settings, and every item."""
    shutil.copytree(HERE / "peers" / name, folder)
    names = folder / _NAMES[name]
    names.parent.mkdir(parents=True, exist_ok=True)
    names.write_text(json.dumps(convert.names(corpus), ensure_ascii=False), encoding="utf-8")
    convert.write(corpus, name, folder / _CONTENT[name])
    return folder


def ready(name: str, corpus: Corpus, folder: Path) -> Peer:
    """A peer with its binary. Raises MissingTool where that cannot be had."""
    return Peer(name, project(name, corpus, folder), COMMANDS[name]())
