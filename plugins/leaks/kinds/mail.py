"""Mail addresses at providers that people use privately; those of an office's own domain are public."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.leaks.leak import Kind

KIND = Kind.MAIL

_MAIL = re.compile(
    r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9][A-Za-z0-9._%+-]{1,63}"
    r"@(?:vip\.)?(?:qq|foxmail|163|126|yeah|139|189|wo|sina|sohu|aliyun|gmail|outlook|hotmail|icloud|yahoo)"
    r"\.(?:com|net|cn)(?:\.cn)?(?![A-Za-z0-9])"
)


def find(text: str) -> Iterator[tuple[int, int]]:
    """Where such an address stands."""
    if "@" in text:
        yield from (found.span() for found in _MAIL.finditer(text))
