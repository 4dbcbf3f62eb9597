"""The committed query set, from ``queries.toml``."""

from __future__ import annotations

import tomllib
from pathlib import Path

_SET = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))

WORDS: list[str] = _SET["words"]
SINGLE: list[str] = _SET["single"]
PHRASES: list[str] = _SET["phrases"]
NUMBERS: list[str] = _SET["numbers"]
NONSENSE: list[str] = _SET["nonsense"]
THROWING: list[str] = _SET["throwing"]
TRADITIONAL: dict[str, str] = _SET["traditional"]
