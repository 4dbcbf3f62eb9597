"""PDFs: every page's words, shown or not, what was there before, properties, notes, files within.

A PDF is read in a process of its own (``pdf_reading``), which the system ends at its limits.
"""

from __future__ import annotations

import base64
import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from plugins.leaks.leak import Kind
from plugins.leaks.papers import picture
from plugins.leaks.papers.opened import Locked, Opened
from plugins.leaks.papers.properties import paths, person

Enter = Callable[[bytes, str, Opened], None]

_READING = Path(__file__).with_name("pdf_reading.py")
_WAIT = 600  # seconds on the clock
_ACTIVE = re.compile(rb"/S\s*/(?:JavaScript|Launch|SubmitForm|ImportData)|/JavaScript\s|/JS\s*[(<]")
_EMBEDDED = re.compile(rb"/EmbeddedFiles?\b|/RichMedia\b")
_MOST_EXIF = 50
_FEW = 4  # letters that nobody sees on a page: less is a stray blank or mark


def read(data: bytes, opened: Opened, enter: Enter) -> None:
    """Say all that a PDF holds. Raises Locked where it cannot be read to its end."""
    if _ACTIVE.search(data):
        opened.tell(Kind.ACTIVE, "脚本或启动动作")
    if _EMBEDDED.search(data):
        opened.tell(Kind.PACKED, "内嵌的文件")
    for packet in picture.packets(data):
        picture.xmp(packet, opened)
    for found in list(re.finditer(rb"Exif\0\0", data))[:_MOST_EXIF]:
        size = int.from_bytes(data[found.start() - 2 : found.start()])  # of its segment
        picture.exif(data[found.end() : found.start() - 2 + size], opened.within("图片"))
    said = _said(data)
    _pages(said["pages"], opened)
    _properties(said["meta"], opened)
    for text in said["notes"]:
        opened.say("批注", text)
        opened.tell(Kind.COMMENT)
    opened.say("表单和书签", "\n".join(said["fields"]))
    if said["old"]:
        opened.say("旧版内容", "\n".join(said["old"]))
        opened.tell(Kind.REVISION)
    if said["redacted"]:
        opened.tell(Kind.UNSEEN, "没有应用的涂黑标记")
    for name, content in said["files"]:
        opened.tell(Kind.PACKED, "内嵌的文件")
        enter(base64.b64decode(content), name, opened.within("内嵌的文件"))


def _said(data: bytes) -> dict[str, Any]:
    """What the reading process found."""
    command = [sys.executable, "-P", str(_READING)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=_WAIT, check=False)
    except subprocess.TimeoutExpired as error:
        raise Locked("读得太久") from error
    if done.returncode > 0:
        raise RuntimeError(done.stderr.decode(errors="replace")[-500:])
    if done.returncode < 0:
        raise Locked("读到限度也没有读完")
    said: dict[str, Any] = json.loads(done.stdout)
    if said["fault"]:
        raise Locked(said["fault"])
    return said


def _pages(pages: list[list[str]], opened: Opened) -> None:
    for number, (shown, unseen) in enumerate(pages, 1):
        opened.say(f"第 {number} 页", shown)
        if sum(c.isalnum() for c in unseen) >= _FEW:
            where = f"第 {number} 页看不见的文字"
            opened.tell(Kind.UNSEEN, where)
            opened.say(where, unseen)


def _properties(meta: dict[str, str], opened: Opened) -> None:
    if person(meta.get("Author", "")):
        opened.tell(Kind.METADATA, "作者", meta["Author"])
    for value in meta.values():
        opened.say("文件属性", value)
        for path in paths(value):
            opened.tell(Kind.METADATA, "内部路径", path)
