"""What looks personal, and what only looks like it at first sight."""

import pytest

from plugins.ledger.columns import BY_HEADING
from plugins.ledger.personal import NOT_SHOWN, named, personal, private, veiled


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("电话13800000000", "手机号"),
        ("138-0000-0000", "手机号"),
        ("身份证 999999 1980 0228 0013", "身份证号"),
        ("999999800228001", "身份证号"),
        ("6222 0000 0000 0000 004", "银行卡号"),
        ("someone@mail.example", "电子邮箱"),
        ("家住幸福路12号3栋502室的拆迁补偿", "住址"),
        ("幸福小区3号楼2单元501室加装电梯", "住址"),
        ("护照E12345678的签发", "护照号"),
        ("京A·12345车辆的处罚", "车牌号"),
        ("张小明，男，9岁，入学", "未成年人"),
    ],
)
def test_a_datum_of_a_person_is_told_by_its_kind(text, kind):
    assert personal(text) == kind


@pytest.mark.parametrize(
    "text",
    [
        *(
            "2025-03-04",
            "2025-001",
            "示政发〔2021〕8号",
            "2021年至2025年补贴发放情况",
            "0999-8210000",
        ),
        *("项目代码2503-999900-04-01-123456", "@所有人", "990700036/2021-00008"),
        *("999999198002280012", "999999198002300013"),  # wrong check digit; no such day
        "12345678901234567890123",
    ],
)
def test_other_numbers_are_none(text):
    assert personal(text) == ""


@pytest.mark.parametrize(
    "text", ["王某先生的申请", "张女士", "欧阳先生宅基地", "李××女士低保", "张\u200b女士"]
)
def test_a_surname_before_an_address_is_a_name(text):
    assert named(text)
    assert veiled(text) == NOT_SHOWN


@pytest.mark.parametrize(
    "text",
    [
        "幸福路12号地块规划条件",
        "女士专用停车位",
        "征地补偿标准",
        "先生产后生活",
        "孙中山先行示范区",
    ],
)
def test_other_topics_name_nobody(text):
    assert not named(text)
    assert veiled(text) == text


@pytest.mark.parametrize(
    "heading",
    ["姓名", "申请人", "联系电话", "身份证号码", "家庭住址", "电子邮箱", "E-mail", "签收人"],
)
def test_a_heading_for_a_person_is_private(heading):
    assert private(heading)
    assert heading not in BY_HEADING


@pytest.mark.parametrize("heading", ["备注", "文号", "办理科室"])
def test_another_unknown_heading_is_not(heading):
    assert not private(heading)
