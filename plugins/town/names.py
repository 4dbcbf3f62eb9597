"""Who is there and what they disclose: forty bodies, forty-nine leaf columns. Tables."""

from __future__ import annotations

from dataclasses import dataclass

TOWN = "示例市"
FIRST_YEAR, LAST_YEAR = 2008, 2026


@dataclass(frozen=True, slots=True)
class TownBody:
    """A body of the registry; ``code`` heads its document numbers."""

    id: str
    name: str
    kind: str
    level: str
    prefix: str
    code: str


@dataclass(frozen=True, slots=True)
class Leaf:
    """A leaf column; ``pattern`` makes a title of a place, a topic and a year."""

    id: str
    parent: str
    name: str
    profile: str
    legal_item: int
    pattern: str


_KINDS = (
    ("人民政府", "县级以上", "人民政府/示政"),
    ("政府办公室", "县级以上", "人民政府办公室/示政办"),
    (
        "政府部门",
        "县级以上",
        "发展和改革委员会/示发改 教育局/示教 科学技术局/示科 工业和信息化局/示工信 民政局/示民 司法局/示司 "
        "财政局/示财 人力资源和社会保障局/示人社 自然资源局/示自然资 生态环境局/示环 住房和城乡建设局/示建 "
        "交通运输局/示交 水利局/示水 农业农村局/示农 商务局/示商务 文化和旅游局/示文旅 卫生健康委员会/示卫 "
        "退役军人事务局/示退役 应急管理局/示应急 审计局/示审 市场监督管理局/示市监 统计局/示统 "
        "医疗保障局/示医保 城市管理局/示城管 信访局/示信 林业局/示林",
    ),
    ("派出机构", "县级以上", "经济开发区管理委员会/示开管"),
    ("直属事业单位", "县级以上", "政务服务中心/示政务"),
    ("双管单位", "县级以上", "气象局/示气"),
    (
        "乡镇人民政府",
        "乡镇",
        "云溪镇人民政府/云政 石桥镇人民政府/石政 河口镇人民政府/河政 青岭镇人民政府/青政 "
        "柳湾镇人民政府/柳政 大泉镇人民政府/泉政",
    ),
    ("街道办事处", "县级以上", "城东街道办事处/城东办 城西街道办事处/城西办 河滨街道办事处/河滨办"),
)

_COLUMNS = (
    (
        "政策",
        "行政规范性文件/规范性文件/1/关于印发{place}{topic}管理办法的通知 "
        "其他政策文件/公文/0/关于做好{year}年{place}{topic}工作的通知 "
        "政策解读/说明/0/{place}{topic}政策解读（{year}年）",
    ),
    (
        "机构信息",
        "机构职能/说明/2/{place}{topic}工作职责 内设机构/说明/2/{place}{topic}工作机构设置 "
        "领导信息/说明/2/{year}年{place}{topic}工作分工",
    ),
    (
        "规划信息",
        "发展规划/公文/3/关于印发{place}{topic}发展规划的通知 "
        "专项规划/公文/3/关于印发{place}{topic}专项规划的通知 "
        "年度计划/公文/3/关于下达{year}年{place}{topic}计划的通知",
    ),
    (
        "统计信息",
        "统计公报/统计/4/{place}{year}年{topic}统计公报 统计数据/统计/4/{place}{year}年{topic}主要数据",
    ),
    (
        "许可和服务",
        "办事指南/说明/5/{place}{topic}事项办理说明 许可依据/说明/5/{place}{topic}许可的依据和条件 "
        "许可结果/说明/5/{year}年{place}{topic}许可结果",
    ),
    (
        "行政执法",
        "处罚依据/说明/6/{place}{topic}行政处罚依据和程序 处罚决定/行政处罚/6/{place}{topic}案行政处罚决定 "
        "强制依据/说明/6/{place}{topic}行政强制依据和程序",
    ),
    (
        "财政信息",
        "政府预算/预决算/7/{year}年{place}{topic}政府预算 政府决算/预决算/7/{year}年{place}{topic}政府决算 "
        "部门预算/预决算/7/{year}年{place}{topic}部门预算 部门决算/预决算/7/{year}年{place}{topic}部门决算 "
        "三公经费/预决算/7/{year}年{place}{topic}三公经费情况",
    ),
    (
        "收费和采购",
        "收费目录/说明/8/{place}{topic}收费项目和标准 采购目录/说明/9/{year}年{place}{topic}采购目录 "
        "采购结果/说明/9/{place}{topic}项目采购结果",
    ),
    (
        "重大建设项目",
        "项目批准/说明/10/{place}{topic}项目批准情况 项目实施/说明/10/{year}年{place}{topic}项目进展情况",
    ),
    (
        "民生保障",
        "乡村振兴/说明/11/{year}年{place}{topic}乡村振兴项目情况 教育/说明/11/{year}年{place}{topic}招生入学安排 "
        "医疗/说明/11/{place}{topic}医疗服务安排 社会保障/说明/11/{year}年{place}{topic}保障标准 "
        "就业/说明/11/{year}年{place}{topic}就业服务安排 养老/说明/11/{place}{topic}养老服务安排",
    ),
    (
        "应急管理",
        "应急预案/公文/12/关于印发{place}{topic}应急预案的通知 预警信息/说明/12/{place}{topic}预警信息 "
        "应对情况/说明/12/{place}{topic}突发事件应对情况",
    ),
    (
        "监督检查",
        "环境检查/说明/13/{year}年{place}{topic}环境检查情况 卫生检查/说明/13/{year}年{place}{topic}卫生检查情况 "
        "安全检查/说明/13/{year}年{place}{topic}安全生产检查情况 "
        "食药检查/说明/13/{year}年{place}{topic}食品药品检查情况 质量检查/说明/13/{year}年{place}{topic}产品质量检查情况",
    ),
    (
        "人事信息",
        "公务员招考/说明/14/{year}年{place}{topic}岗位招考公告 录用公示/公示/14/{year}年{place}{topic}岗位拟录用公示 "
        "人事任免/公文/0/关于{place}{topic}岗位人员任免的通知",
    ),
    (
        "其他法定信息",
        "工作报告/说明/15/{year}年{place}{topic}工作报告 建议提案/说明/15/{place}{topic}建议提案办理情况 "
        "意见征集/公示/15/{place}{topic}方案征求意见 政务公开/说明/15/{year}年{place}{topic}政务公开情况 "
        "年度报告/统计/15/{year}年{place}{topic}信息公开年度报告",
    ),
)


def _bodies() -> tuple[TownBody, ...]:
    rows = ((k, level, row) for k, level, names in _KINDS for row in names.split())
    return tuple(
        TownBody(f"b{i:02d}", TOWN + name, kind, level, f"9909{i:05d}", code)
        for i, (kind, level, row) in enumerate(rows, 1)
        for name, _, code in [row.partition("/")]
    )


def _leaves() -> tuple[Leaf, ...]:
    found = []
    for root, (_, rows) in enumerate(_COLUMNS, 1):
        for at, row in enumerate(rows.split(), 1):
            name, profile, legal, pattern = row.split("/")
            found.append(
                Leaf(f"c{root:02d}{at:02d}", f"c{root:02d}", name, profile, int(legal), pattern)
            )
    return tuple(found)


BODIES = _bodies()
ROOTS: tuple[tuple[str, str], ...] = tuple(
    (f"c{i:02d}", name) for i, (name, _) in enumerate(_COLUMNS, 1)
)
LEAVES = _leaves()
