"""The bench's own first door: the corpus as it is read every day, and no rules. The peers have none."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from pelican import signals

from plugins import ahead, day, examined
from plugins.memory import Memory
from plugins.records import keep
from plugins.records.corpus import Corpus
from plugins.records.load import load
from plugins.settings import CORPUS, FINDINGS, READING

if TYPE_CHECKING:
    from pelican import Pelican


def _on_generators(pelican: Pelican) -> None:
    pelican.delete_outputdir = False
    began = time.perf_counter()
    with examined.remembered(pelican.path, pelican.output_path) as memory:
        pelican.settings[CORPUS] = _read(pelican.path, memory)
    pelican.settings[READING] = time.perf_counter() - began
    pelican.settings[FINDINGS] = ()


def _read(content: str, memory: Memory) -> Corpus:
    """The items, taken up again or read and remembered as ``plugins.examined`` does it."""
    rows = memory.all(keep.KIND)
    together = ahead.Together(0, _nothing)
    corpus = load(content, day.of_build(content), rows, many=together.read)
    fresh = ahead.rows(corpus, ())
    memory.put(keep.KIND, {**together.rows, **fresh}, rows.keys() - corpus.records.keys())
    memory.save()
    return examined.lighter(corpus, fresh)


def _nothing(corpus: Corpus) -> tuple[()]:
    return ()


def register() -> None:
    """Connect to Pelican."""
    signals.get_generators.connect(_on_generators)
