"""Surnames, and whose number it is that follows."""

from __future__ import annotations

import re

_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻苏潘葛范彭鲁韦马方俞任袁柳"
    "史唐费岑薛雷贺倪汤滕罗毕郝安常于傅齐康伍余顾孟黄穆萧尹姚邵汪毛狄米贝明臧戴宋庞熊纪舒屈项祝董梁杜阮"
    "蓝闵季贾江童颜郭梅盛林钟徐邱骆高夏蔡田樊胡凌霍虞万柯管卢莫房解应宗丁邓洪包左石崔吉龚程邢裴陆荣翁"
    "段富焦侯宓全班仰仲伊宫宁仇甘武符刘景龙叶白蒲邰赖卓蔺屠蒙池乔阴闻党翟谭劳姬申冉桑桂牛边农温庄晏柴"
    "瞿阎慕茹习向古易廖耿匡文寇广欧沃利越师巩聂曾关荆游盖桓公肖覃"
)
SURNAME = rf"(?:欧阳|司马|上官|诸葛|[{_SURNAMES}])"
"""A pattern of one."""

_LABELS = re.compile(
    r"(?:[\s,，、:：;；|()（）]|公民身份号码|居民身份证|身份证件号码|身份证号码?|身份证|证件号码?|证号|号码"
    r"|电话|手机号?码?|联系方式?|男|女|为|是|系)+$"
)
_NAME = re.compile(rf"{SURNAME}[\u4e00-\u9fff某×*]{{1,2}}$")
_REACH = 30


def before(text: str, offset: int) -> str:
    """The name that stands before a number at ``offset``, what labels the number left out."""
    found = _NAME.search(_LABELS.sub("", text[max(0, offset - _REACH) : offset]))
    return found[0] if found else ""
