"""What verifying a copy of a site finds: which file, what is wrong with it, what to do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from plugins import refused
from plugins.records.finding import Finding

SITE = "."
"""The path of what concerns the copy as a whole."""


class Kind(Enum):
    """A kind of fault: its code, its name, and the remedy."""

    CHANGED = ("GK920", "被改动", "用完整的副本换掉它，并查明是谁改的")
    MISSING = ("GK921", "缺少", "从完整的副本补上，并查明为什么缺少")
    ADDED = ("GK922", "多出", "查明来历，不是本站的就移走")
    SPECIAL = ("GK923", "不是普通文件", "移走；网站里只有普通文件")
    MANIFEST = ("GK924", "清单有误", "重新取一份完整的副本，或者重新生成")
    LOG = ("GK925", "发布记录有误", "与另存的发布记录核对，查明哪一份是真的")
    ROLLBACK = ("GK926", "旧版本", "换上最新的一次发布")
    MIXTURE = ("GK927", "新旧混杂", "整个换成同一次发布的文件")
    SIGNATURE = ("GK928", "签名不对", "向发布机关核对；签名的公钥从别的途径取得")
    UNREADABLE = ("GK929", "不能读", "检查权限和磁盘后再核对一次")

    def __init__(self, code: str, label: str, fix: str) -> None:
        self.code, self.label, self.fix = code, label, fix


@dataclass(frozen=True, slots=True)
class Fault:
    """One finding; ``path`` is an address of the copy, SITE, or the path of what it is compared to."""

    path: str
    kind: Kind
    message: str

    def finding(self) -> Finding:
        """The fault in the form of ``check``."""
        return Finding(self.path, 1, 1, self.kind.code, "", self.message, self.kind.fix)


def in_order(faults: set[Fault]) -> tuple[Fault, ...]:
    """Each fault once, by path; what concerns the whole first."""
    return tuple(sorted(faults, key=lambda f: (f.path != SITE, f.path, f.kind.code, f.message)))


def exit_code(faults: tuple[Fault, ...]) -> int:
    """0 clean, 4 where something is not as it was published, 3 where only reading failed."""
    if not faults:
        return 0
    only_unread = all(fault.kind is Kind.UNREADABLE for fault in faults)
    return refused.ENVIRONMENT if only_unread else refused.AUDIT
