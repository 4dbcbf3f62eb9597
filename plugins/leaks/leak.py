"""What leaks: its kind, where it stands, how much of it; never the thing itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a leak is, in the word that findings and ``registry/leaks.toml`` use."""

    IDENTITY = "身份证号"
    MOBILE = "手机号"
    CARD = "银行卡号"
    PASSPORT = "护照号"
    PLATE = "车牌号"
    MAIL = "私人邮箱"
    ADDRESS = "住址"
    MINOR = "未成年人"
    WEAK_MASK = "遮盖太少"
    MIXED_MASK = "遮盖不一致"
    SECRET = "密级标志"
    INTERNAL = "内部标志"
    KEY = "密钥口令"
    OLD_FORMAT = "旧格式"
    METADATA = "文件属性"
    LOCATION = "拍摄信息"
    THUMBNAIL = "缩略图"
    TRACKED = "修订"
    COMMENT = "批注"
    HIDDEN = "隐藏内容"
    CACHED = "数据缓存"
    NOTES = "讲稿备注"
    UNSEEN = "看不见的文字"
    REVISION = "旧版内容"
    ACTIVE = "程序"
    PACKED = "内嵌文件"
    BOMB = "压缩炸弹"
    LOCKED = "打不开"
    MISMATCH = "类型不符"
    SLIP = "越界路径"


@dataclass(frozen=True, slots=True, order=True)
class Leak:
    """One leak. ``where`` is a place within its file, in Chinese; empty in plain text.

    ``masked`` is as of the function of that name; ``start`` and ``length`` count
    characters of the text that was searched.
    """

    kind: Kind
    where: str = ""
    masked: str = ""
    start: int = 0
    length: int = 0


_NUMBERS = frozenset(
    (Kind.IDENTITY, Kind.MOBILE, Kind.CARD, Kind.PASSPORT, Kind.PLATE, Kind.MAIL, Kind.METADATA)
)
_MARKS = frozenset((Kind.SECRET, Kind.INTERNAL, Kind.WEAK_MASK, Kind.MIXED_MASK))


def masked(kind: Kind, value: str) -> str:
    """A value as a log may show it: two characters of a number, one of words, none of a key.

    How many there were is told up to forty. Of a mark its kind says everything.
    """
    if kind in _MARKS:
        return kind.value
    plain = "".join(c for c in value if c.isalnum() or c in "@.") if kind in _NUMBERS else value
    shown = 0 if kind is Kind.KEY else 2 if kind in _NUMBERS and len(plain) > 4 else 1
    return plain[:shown] + "*" * min(len(plain) - shown, 40)
