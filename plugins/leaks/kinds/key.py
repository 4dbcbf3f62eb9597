"""Keys, tokens and passwords."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.leaks.leak import Kind

KIND = Kind.KEY

_SHAPES = re.compile(
    r"-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----"
    r"|(?<![A-Za-z0-9])(?:AKIA[0-9A-Z]{16}|LTAI[0-9A-Za-z]{12,24}|AKID[0-9A-Za-z]{28,36}"
    r"|gh[pousr]_[0-9A-Za-z]{30,}|glpat-[0-9A-Za-z_-]{18,}|xox[abp]-[0-9A-Za-z-]{20,}|sk-[0-9A-Za-z]{24,}"
    r"|eyJ[0-9A-Za-z_-]{12,}\.eyJ[0-9A-Za-z_-]{8,}\.[0-9A-Za-z_-]{8,})"
)
_ASCII = re.compile(r"-----BEGIN|[A-Za-z0-9_.-]{16}")  # no key is shorter
_SAID = re.compile(
    r"(?i)(?:password|passwd|\bpwd|secret|api[_-]?key|access[_-]?key(?:[_-]?secret)?|token|密码|口令|密钥|授权码)"
    r"[\"']?[ \t|]{0,3}(?:[:=：]|为|是)[ \t|]{0,3}[\"']?(?P<value>[!-~]{6,80})"
)
_WORDS = ("passw", "pwd", "secret", "key", "token", "密码", "口令", "密钥", "授权码")
_URL = re.compile(r"[a-z][a-z0-9+]{1,12}://[^\s:/@]{1,40}:(?P<value>[^\s:/@]{3,80})@")
_TOLD = re.compile(r"(?i)^(?:https?:|www\.|\$\{|\{\{|<|x{3,}|\*{3,}|\.{3,})|^[a-z_]+$")


def find(text: str) -> Iterator[tuple[int, int]]:
    """Where one stands: by its shape, behind a word for it, or within an address."""
    if _ASCII.search(text):
        yield from (found.span() for found in _SHAPES.finditer(text))
    lower = text.lower()
    for found in _SAID.finditer(text) if any(word in lower for word in _WORDS) else ():
        value = found["value"]
        if not _TOLD.search(value) and (
            re.search(r"[0-9]", value) or re.search(r"[!@#$%^&]", value)
        ):
            yield found.span("value")
    if "://" in text:
        yield from (found.span("value") for found in _URL.finditer(text))
