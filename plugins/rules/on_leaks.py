"""The rules over leaks, in order; their findings in attachments, and what is let pass of all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Protocol, runtime_checkable

from plugins.leaks.allowance import Allowance
from plugins.leaks.leak import Kind
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.rules import (
    gk611_attachment_kind,
    gk612_dangerous_attachment,
    gk701_identity_number,
    gk702_mobile_number,
    gk703_bank_card,
    gk704_other_number,
    gk705_home_address,
    gk706_minor,
    gk707_weak_mask,
    gk708_joined_masks,
    gk720_old_format,
    gk721_file_properties,
    gk722_tracked_changes,
    gk723_comments,
    gk724_hidden_content,
    gk725_cached_data,
    gk726_speaker_notes,
    gk727_unseen_text,
    gk728_earlier_revision,
    gk730_secret_mark,
    gk731_keys,
    gk732_allowance,
    gk733_scrub_record,
)
from plugins.rules.leaked import Words, in_attachments
from plugins.rules.rule import Rule


@runtime_checkable
class _Worded(Protocol):
    """A rule that says how it tells of each kind of leak."""

    CODE: str
    WORDS: Words


LEAKS: tuple[Rule, ...] = (
    gk701_identity_number,  # 公开的内容里有身份证号
    gk702_mobile_number,  # 公开的内容里有手机号
    gk703_bank_card,  # 公开的内容里有银行卡号
    gk704_other_number,  # 公开的内容里有护照号、车牌号或者私人邮箱
    gk705_home_address,  # 公开的内容里有住址
    gk706_minor,  # 公开的内容里有未成年人
    gk707_weak_mask,  # 遮盖得太少，或者前后不一致
    gk708_joined_masks,  # 两处遮盖合起来是完整的号码
    gk720_old_format,  # 附件是旧格式，查不了
    gk721_file_properties,  # 附件的属性里有作者、路径或者拍摄地点
    gk722_tracked_changes,  # 附件里有修订痕迹
    gk723_comments,  # 附件里有批注
    gk724_hidden_content,  # 附件里有隐藏的内容
    gk725_cached_data,  # 附件里存着另一份数据
    gk726_speaker_notes,  # 幻灯片里有讲稿备注
    gk727_unseen_text,  # 附件里有看不见的文字
    gk728_earlier_revision,  # 附件里留着旧版的内容
    gk730_secret_mark,  # 有密级标志或者内部标志
    gk731_keys,  # 有密钥或者口令
    gk732_allowance,  # 放行登记过期，或者用不着了
    gk733_scrub_record,  # 附件清理记录写错了
)
_WORDS: dict[Kind, tuple[str, Words]] = {
    kind: (rule.CODE, rule.WORDS)
    for rule in (gk612_dangerous_attachment, *LEAKS)
    if isinstance(rule, _Worded)
    for kind in rule.WORDS
}
_CODES = frozenset(code for code, _ in _WORDS.values())


def joined(findings: Iterable[Finding]) -> Iterator[Finding]:
    """All findings, those that only together say something in the place of their notes."""
    return gk708_joined_masks.joined(findings)


def attached(corpus: Corpus) -> Iterator[Finding]:
    """The findings of ``corpus.scans``: attachments are opened once, whatever else changes."""
    return in_attachments(corpus, _WORDS, gk611_attachment_kind.refuses)


def weighed(corpus: Corpus, findings: Iterable[Finding]) -> Iterator[Finding]:
    """All findings; those that an entry of ``registry/leaks.toml`` lets pass as notices.

    An entry that lets nothing pass is a notice, too.
    """
    valid = [one for one in corpus.registry.allowances if one.until >= corpus.day]
    left = Counter({one: one.number for one in valid})
    for finding in findings:
        one = _allowance(finding, valid, left) if finding.code in _CODES else None
        if one is None:
            yield finding
            continue
        left[one] -= 1
        fix = f"已由{one.approver}放行至 {one.until.isoformat()}：{one.reason}"
        yield replace(finding, fix=fix, severity=Severity.NOTICE)
    for one in valid:
        if left[one] == one.number:
            message = f"“{one.file}”里没有登记放行的内容（{one.kind}）"
            place = (gk732_allowance.PATH, one.line, 1, gk732_allowance.CODE)
            yield Finding(*place, "file", message, "删去这一项", one.file, Severity.NOTICE)


def _allowance(
    finding: Finding, valid: Iterable[Allowance], left: Counter[Allowance]
) -> Allowance | None:
    name = finding.field.removeprefix("附件 ")
    inside = finding.field.startswith("附件 ")
    file = f"{finding.path.removesuffix('.md')}/{name}" if inside else finding.path
    for one in valid:
        what = f"{one.kind} {one.masked}".strip()
        if left[one] > 0 and one.file == file and finding.value == what:
            return one
    return None
