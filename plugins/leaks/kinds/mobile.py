"""Mobile numbers: eleven digits from 13 to 19. Telephones of offices (landlines) are public."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.leaks.leak import Kind
from plugins.leaks.plain import even, pieces

KIND = Kind.MOBILE

_NUMBER = re.compile(
    r"(?<![0-9A-Za-z_/=.¥$])(?<![0-9A-Za-z]-)(?:\(?\+?0{0,2}86\)?[ -]?)?"
    r"(1[ \t|-]{0,3}[3-9](?:[ \t|-]{0,3}[0-9]){9})"
    r"(?![0-9A-Za-z_]|\.[0-9]|[ ]?(?:元|万|亿|%|吨|平方|千瓦|公里|人次))"
)
_BEGINS = re.compile(r"1[ \t|-]{0,3}[3-9][0-9 \t|-]{9}")  # what most texts have none of
_NEAR = re.compile(r"手机|电话|联系|致电|微信|移动|短信|Tel|Mobile|Phone|手機|電話", re.IGNORECASE)
_YEARS = re.compile(r"1[3-9][0-9]\D+(?:19|20)[0-9]{2}\D+(?:19|20)[0-9]{2}")


def find(text: str) -> Iterator[tuple[int, int]]:
    """Where a mobile number stands; parted in an unusual way only where the text speaks of one."""
    if not _BEGINS.search(text):
        return
    for found in _NUMBER.finditer(text):
        written = found[1]
        _, splits = pieces(written)
        usual = not splits or splits == {3, 7} or even(splits, 11, 1)
        said = bool(_NEAR.search(text, max(0, found.start() - 40), found.start()))
        if _YEARS.fullmatch(written) or (("\t" in written or "|" in written) and not said):
            continue
        if usual or (said and len(splits) <= 3):
            yield found.span(1)
