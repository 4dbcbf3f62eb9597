"""The theme's own files: one stylesheet from its layers, scripts without comments, digests in names."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import rjsmin

from plugins.plan import Blob, Output

LAYERS = ("settings", "core", "objects", "components", "utilities")
STYLESHEET = "gongkai.css"


@dataclass(frozen=True, slots=True)
class Assets:
    """Files to publish, and the address of each by its name in the theme."""

    outputs: tuple[Output, ...]
    addresses: Mapping[str, str]


def _layer(theme: Path, name: str) -> Iterable[Path]:
    if name == "components":
        return sorted(theme.glob("components/*/style.css"))
    return sorted(theme.glob(f"styles/{name}/*.css"))


def stylesheet(theme: Path) -> bytes:
    """All styles in the order of their layers."""
    files = [path for layer in LAYERS for path in _layer(theme, layer)]
    return b"\n".join(path.read_bytes().strip() for path in files) + b"\n"


def minified(script: bytes) -> bytes:
    """A script without its comments and without blanks that mean nothing."""
    return f"{rjsmin.jsmin(script.decode())}\n".encode()


def _static(theme: Path) -> Iterable[tuple[str, bytes]]:
    yield STYLESHEET, stylesheet(theme)
    root = theme / "static"
    for path in sorted(p for p in root.rglob("*") if p.is_file() and not p.name.startswith(".")):
        data = path.read_bytes()
        name = path.relative_to(root).as_posix()
        yield name, minified(data) if path.suffix == ".js" else data


def collect(theme: str) -> Assets:
    """Every file of the theme that a page may ask for, addressed by its content."""
    outputs, addresses = [], {}
    for name, data in _static(Path(theme)):
        stem, suffix = os.path.splitext(name)
        address = f"static/{stem}.{hashlib.sha256(data).hexdigest()[:8]}{suffix}"
        outputs.append(Blob(address, data))
        addresses[name] = address
    return Assets(tuple(outputs), addresses)
