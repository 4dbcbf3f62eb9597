"""Archives: every file in them is opened in its turn; other forms than ZIP and GZIP are not read."""

from __future__ import annotations

import zlib
from collections.abc import Callable

from plugins.leaks.leak import Kind
from plugins.leaks.papers.opened import Locked, Opened
from plugins.leaks.papers.package import Package

Enter = Callable[[bytes, str, Opened], None]

PROGRAMS = (
    *(
        ".exe",
        ".msi",
        ".com",
        ".bat",
        ".cmd",
        ".ps1",
        ".vbs",
        ".scr",
        ".sh",
        ".jar",
        ".apk",
        ".dll",
    ),
    *(".lnk", ".url", ".hta", ".js", ".mjs", ".swf", ".app", ".reg", ".docm", ".xlsm", ".pptm"),
)
_HEADS = (b"MZ", b"\x7fELF", b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe", b"\xca\xfe\xba\xbe", b"#!/")
_GZIP_MOST = 64 << 20


def program(data: bytes) -> bool:
    """Whether it is something that runs, by its first bytes."""
    return data.startswith(_HEADS)


def read(package: Package, opened: Opened, enter: Enter) -> None:
    """Open every member of a plain ZIP archive."""
    for name in package.names:
        base = name.replace("\\", "/").rpartition("/")[2]
        opened.say("压缩包里的文件名", name)
        if base.lower().endswith(PROGRAMS):
            opened.tell(Kind.ACTIVE, "压缩包里的程序")
        enter(package.read(name), base, opened.within(f"压缩包里的“{opened.named(base)}”"))


def gunzip(data: bytes, opened: Opened, enter: Enter) -> None:
    """Open what a GZIP file holds. Raises Locked for a broken one."""
    inflater = zlib.decompressobj(31)
    try:
        found = inflater.decompress(data, _GZIP_MOST)
    except zlib.error as error:
        raise Locked("压缩包是坏的") from error
    if inflater.unconsumed_tail or len(found) > 200 * max(len(data), 5_000):
        opened.tell(Kind.BOMB, "压缩包")
    opened.take(len(found))
    enter(found, "", opened.within("压缩包里的文件"))
