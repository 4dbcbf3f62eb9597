"""The standard catalogue of the grass roots (基层政务公开标准目录): domains, and a line a matter.

国办发〔2019〕54号 asks each county, town and street for a catalogue by the 26 domains of the pilot, with name,
contents, basis, period, who, how, channels and for whom of every matter.
"""

from __future__ import annotations

from dataclasses import dataclass

AUDIENCES = ("全社会", "特定群体")
MODES = ("主动公开", "依申请公开")
LEVELS = ("市级", "县级", "乡级", "村级")

KEYS = (
    ("domain ★", "领域的 id（domains.toml）", "shjz"),
    ("first ★", "一级事项", "最低生活保障"),
    ("second", "二级事项", "审批结果"),
    ("code", "编码，有的写", "115001001"),
    ("content ★", "公开内容（要素）", "享受低保的户数、标准、资金支出情况"),
    ("basis ★", "公开依据，一条一项", '["社会救助暂行办法"]'),
    ("deadline ★", "公开时限，照目录的写法", "自该信息形成或者变更之日起20个工作日内"),
    ("bodies ★", "公开主体，机构的 id", '["mzj"]'),
    ("channels ★", "公开渠道和载体：13种里选的", '["政府网站", "公开查阅点"]'),
    ("audience", "、".join(AUDIENCES) + "；不写就是全社会", "全社会"),
    ("group", "特定群体是哪些人", "困难家庭"),
    ("mode", "、".join(MODES) + "；不写就是主动公开", "主动公开"),
    ("levels", "公开层级：" + "、".join(LEVELS), '["县级", "乡级"]'),
    ("columns", "本站哪些栏目公开这一项，栏目的 id；不写的算没有公开", '["shjz"]'),
)
"""What a clerk may write of a matter, how, and an example; ★ must be there."""


@dataclass(frozen=True, slots=True)
class Domain:
    """A domain (领域) of the catalogue; ``source`` is where its name was read."""

    id: str
    name: str
    source: str = ""
    line: int = 1


@dataclass(frozen=True, slots=True)
class Matter:
    """A line (公开事项) of the catalogue: ids of domain, bodies and columns, the rest as is printed.

    ``audience``, ``mode``, ``levels`` and ``channels`` are of AUDIENCES, MODES, LEVELS and
    ``plugins.records.fields.CHANNELS``. Without ``columns`` nothing here fulfils it.
    """

    domain: str
    first: str
    content: str
    basis: tuple[str, ...]
    deadline: str
    bodies: tuple[str, ...]
    channels: tuple[str, ...]
    second: str = ""
    code: str = ""
    audience: str = AUDIENCES[0]
    group: str = ""
    mode: str = MODES[0]
    levels: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    line: int = 1

    @property
    def name(self) -> str:
        """Both levels of the matter in one: 最低生活保障/审批结果."""
        return f"{self.first}/{self.second}" if self.second else self.first
