"""What looks like the datum of a person. The ledger is published in parts and kept in Git for ever.

个人信息保护法 art. 25 (nothing is published without consent of its own), art. 28 (what is
sensitive). The tests err on the side of refusal; what they refuse is never repeated.
"""

from __future__ import annotations

import re
import unicodedata

from plugins.leaks.kinds import address, identity, minor, passport, plate
from plugins.leaks.kinds.card import luhn
from plugins.leaks.names import SURNAME
from plugins.leaks.plain import HIDDEN

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SUSPECT = re.compile(r"[0-9]{11}|@")
_ID18 = re.compile(r"(?<![0-9A-Z])[1-9][0-9]{16}[0-9X](?![0-9A-Z])")
_ID15 = re.compile(r"(?<![0-9A-Z])[1-9][0-9]{14}(?![0-9A-Z])")
_MOBILE = re.compile(r"(?<![0-9])(?:86)?1[3-9][0-9]{9}(?![0-9])")
_CARD = re.compile(r"(?<![0-9A-Z])[3-6][0-9]{14,18}(?![0-9A-Z])")
_MAIL = re.compile(r"[A-Z0-9._%+-]{1,64}@[A-Z0-9-]{1,63}(?:\.[A-Z0-9-]{1,63})+")
_BETWEEN = re.compile(r"(?<=[0-9])[ \-.·_]{1,3}(?=[0-9X])")
_HEADING = re.compile(
    r"姓名|名字|身份证|证件|护照|电话|手机|住址|地址|住所|邮箱|电子邮件|E-?MAIL|联系人|联系方式|银行|账号|"
    r"账户|卡号|出生|代理人|代表人|签收人|申请人|第三人|"
    r"举报人|投诉人|咨询人",
    re.IGNORECASE,
)
NOT_SHOWN = "（不显示）"
_SAID = (address, passport, plate, minor)
"""Kinds that are told by the words around them."""
_NAMED = re.compile(rf"(?:{SURNAME})[\u4e00-\u9fff某×*]{{0,2}}(?:先生|女士)")


def _even(text: str) -> str:
    """One width, nothing that cannot be seen."""
    return HIDDEN.sub("", unicodedata.normalize("NFKC", text))


def _identity(number: str) -> bool:
    return identity.short(number) if len(number) == 15 else identity.long(number)


def personal(text: str) -> str:
    """What datum of a person ``text`` seems to hold, in a word; empty where there is none."""
    if len(text) < 5 or _DAY.fullmatch(text):
        return ""
    even = _even(text)
    if kind := next((one.KIND for one in _SAID if any(one.find(even))), None):
        return str(kind)
    plain = _BETWEEN.sub("", even.upper())
    if not _SUSPECT.search(plain):
        return ""
    if any(_identity(m[0]) for p in (_ID18, _ID15) for m in p.finditer(plain)):
        return "身份证号"
    if _MOBILE.search(plain):
        return "手机号"
    if any(luhn(m[0]) for m in _CARD.finditer(plain)):
        return "银行卡号"
    return "电子邮箱" if "@" in plain and _MAIL.search(plain) else ""


def private(heading: str) -> str:
    """By which word a heading that is no column of the ledger asks for a person; empty if it does
    not."""
    found = _HEADING.search(_even(heading))
    return found[0] if found else ""


def named(text: str) -> bool:
    """Whether ``text`` seems to name somebody: a surname, perhaps a name, 先生 or 女士."""
    return bool(_NAMED.search(_even(text)))


def veiled(topic: str) -> str:
    """``topic`` for a page or a list; NOT_SHOWN where it seems to name somebody."""
    return NOT_SHOWN if named(topic) else topic
