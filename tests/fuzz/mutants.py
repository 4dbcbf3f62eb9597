"""Mutants of a CONTENT: a file or two of it damaged, as disks, editors, mergers and enemies do."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

HOSTILE = (
    b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\r", b"\t", b"---\n", b"\n---\n", b"...", b"&a *a", b"!!python/object:os",
    b"[" * 3000, b"[^1]" * 300, b" " * 20000, b"**" * 500, b"<script>alert(1)</script>", b"'" * 99, b'"' * 99,
    b"\xf0\x9f\x98\x80", "：".encode(), "\u202e".encode(), "\u200b".encode(), "\u2028".encode(),
    b"{{ 1/0 }}", b"{%", b"%s%n", b"../../../etc/passwd", b"/dev/zero", b"9" * 400, b"-1", b"1e999", b"nan",
    b"0000-00-00", b"9999-12-31", "二〇二一年".encode(), "待编".encode(), "不予公开".encode(), b"\n[[body]]\n",
    b"\n[[column]]\nid = \"x\"\n", b"<<<<<<< HEAD\n", b",,,,,,,,\n", b"a.b.c = 1\n", b"PK\x03\x04", b"%PDF-1.7",
    b"(?P<prefix>.*)", b"\\", b"C:\\", b"\x1a", b"\x85", "ﬁ".encode(), "①".encode(),
)  # fmt: skip
NAMES = (
    "新 文件.md",
    "00099.md",
    "index.md",
    "CON.txt",
    "a\nb.txt",
    ".hidden",
    "~$x.docx",
    "x" * 200,
    "e\u0301.txt",
)
SUFFIXES = (".md", ".MD", ".toml", ".csv", ".html", ".pdf", ".docx", ".png", "")


def mutate(content: Path, dice: random.Random) -> str:
    """Damage CONTENT; what was done, for whoever has to find out."""
    done = []
    for _ in range(dice.choice((1, 1, 1, 2, 3))):
        files = sorted(p for p in content.rglob("*") if p.is_file() and not p.is_symlink())
        if not files:
            break
        file = dice.choice(files)
        change = dice.choices(_WHOLE, (1,) * len(_WHOLE))[0] if dice.random() < 0.15 else _bytes
        done.append(f"{change.__name__} {file.relative_to(content)}: {change(file, files, dice)}")
    return "; ".join(done)


def _written(file: Path, data: bytes) -> None:
    file.unlink()  # it may be a second name of the file that all mutants start from
    file.write_bytes(data)


def _bytes(file: Path, files: list[Path], dice: random.Random) -> str:
    data, told = file.read_bytes(), []
    for _ in range(dice.choice((1, 1, 2, 4, 16))):
        change = dice.choice(_SMALL)
        data = change(data, dice)
        told.append(change.__name__)
    _written(file, data)
    return ",".join(told)


def _flip(data: bytes, dice: random.Random) -> bytes:
    at = dice.randrange(len(data) + 1)
    return (
        data[:at] + bytes(b ^ (1 << dice.randrange(8)) for b in data[at : at + 1]) + data[at + 1 :]
    )


def _cut(data: bytes, dice: random.Random) -> bytes:
    at = dice.randrange(len(data) + 1)
    return data[:at] + data[at + dice.choice((1, 2, 3, 10, 100, len(data))) :]


def _insert(data: bytes, dice: random.Random) -> bytes:
    at = dice.randrange(len(data) + 1)
    return data[:at] + dice.choice(HOSTILE) + data[at:]


def _in_value(data: bytes, dice: random.Random) -> bytes:
    """Something hostile where a line's value begins, or ends."""
    lines = data.split(b"\n")
    at = dice.randrange(len(lines))
    colon = max(lines[at].find(b":"), lines[at].find(b"="), lines[at].find(b","))
    piece = dice.choice(HOSTILE)
    lines[at] = (
        lines[at][: colon + 1] + piece + (lines[at][colon + 1 :] if dice.random() < 0.5 else b"")
    )
    return b"\n".join(lines)


def _twice(data: bytes, dice: random.Random) -> bytes:
    lines = data.split(b"\n")
    at = dice.randrange(len(lines))
    return b"\n".join([*lines[: at + 1], *lines[at:]])


def _without(data: bytes, dice: random.Random) -> bytes:
    lines = data.split(b"\n")
    del lines[dice.randrange(len(lines))]
    return b"\n".join(lines)


def _swapped(data: bytes, dice: random.Random) -> bytes:
    lines = data.split(b"\n")
    one, other = dice.randrange(len(lines)), dice.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


def _digit(data: bytes, dice: random.Random) -> bytes:
    places = [at for at, byte in enumerate(data) if 48 <= byte <= 57]
    if not places:
        return _flip(data, dice)
    at = dice.choice(places)
    return data[:at] + str(dice.randrange(10)).encode() + data[at + 1 :]


def _gone(file: Path, files: list[Path], dice: random.Random) -> str:
    file.unlink()
    return ""


def _renamed(file: Path, files: list[Path], dice: random.Random) -> str:
    name = dice.choice((*NAMES, file.stem + dice.choice(SUFFIXES), file.name.upper()))
    if not (file.parent / name).exists():
        file.rename(file.parent / name)
    return repr(name)


def _copied(file: Path, files: list[Path], dice: random.Random) -> str:
    other = dice.choice(files)
    data = other.read_bytes()
    if other != file:
        _written(file, data)
    return f"from {other.name}"


def _doubled(file: Path, files: list[Path], dice: random.Random) -> str:
    name = dice.choice(("00098.md", f"副本{file.name}", f"{file.stem}2{file.suffix}"))
    shutil.copyfile(file, file.parent / name)
    return name


def _special(file: Path, files: list[Path], dice: random.Random) -> str:
    kind = dice.choice(("pipe", "zeros", "loop", "folder"))
    file.unlink()
    if kind == "pipe":
        os.mkfifo(file)
    elif kind == "folder":
        file.mkdir()
    else:
        file.symlink_to("/dev/zero" if kind == "zeros" else file.name)
    return kind


def _emptied(file: Path, files: list[Path], dice: random.Random) -> str:
    _written(file, dice.choice((b"", b"\n", b" " * 100, b"\0" * 100)))
    return ""


def _grown(file: Path, files: list[Path], dice: random.Random) -> str:
    piece = dice.choice((*HOSTILE, b"- \xe7\x94\xb2\n", b"| a | b |\n", b"x" * 100 + b"\n"))
    _written(file, file.read_bytes() + piece * (dice.choice((10_000, 200_000)) // len(piece)))
    return repr(piece[:20])


Small = Callable[[bytes, random.Random], bytes]
_SMALL: tuple[Small, ...] = (_flip, _cut, _insert, _in_value, _twice, _without, _swapped, _digit)
_WHOLE = (_gone, _renamed, _copied, _doubled, _special, _emptied, _grown)
