"""Withdrawn, taken away, back again, run out: the kept site is the clean one after each step."""

from __future__ import annotations

from tests.press.same import builds
from tests.press.same.builds import replaced

PATH = "items/fgw/2025/00002"
PAGE = "item/990700036/2025-00002.html"
LATER = builds.EPOCH + 10 * builds.DAY


def _step(content, word, reason):
    path = content / f"{PATH}.state.toml"
    before = path.read_text(encoding="utf-8") if path.is_file() else ""
    lines = (f'state = "{word}"', 'index_no = "990700036/2025-00002"', "date = 2026-11-20")
    text = "\n".join(("[[state]]", *lines, f'reason = "{reason}"', ""))
    path.write_text(f"{before}\n{text}", encoding="utf-8")


def _withdrawn(content):
    _step(content, "撤回", "面积有误")


def _reason(content):
    replaced(content / f"{PATH}.state.toml", "面积有误", "登记的面积有误")


def _restored(content):
    _step(content, "恢复", "核对无误")


def _taken_away(content):
    _step(content, "撤下", "决定撤销")
    path = content / f"{PATH}.md"
    path.rename(content.parent / "kept.md")


def _another_reason(content):
    replaced(content / f"{PATH}.state.toml", "决定撤销", "决定已经撤销")


def _back(content):
    (content.parent / "kept.md").rename(content / f"{PATH}.md")
    _step(content, "恢复", "撤销又被撤销")


def _will_end(content):
    replaced(content / f"{PATH}.md", "公开方式", "公开截止: 2026-11-25\n公开方式")


STEPS = (_withdrawn, _reason, _restored, _taken_away, _another_reason, _back, _will_end)


def test_after_every_step_the_kept_site_is_the_clean_one(kept, clean, content, tmp_path):
    output, wrong = tmp_path / "output", {}
    kept.site(content, output)
    for step in STEPS:
        step(content)
        mine, other = kept.site(content, output), clean(content)
        if found := builds.differences(mine.files, other.files):
            wrong[step.__name__] = found[:20]
        if mine.findings != other.findings:
            wrong[f"{step.__name__} says"] = (mine.findings, other.findings)
        if not mine.written:
            wrong[f"{step.__name__} does"] = "nothing"
    assert wrong == {}


def test_time_alone_takes_an_item_out_of_a_kept_site(kept, clean, content, tmp_path):
    output = tmp_path / "output"
    _will_end(content)
    kept.site(content, output)
    assert "正文" in (output / PAGE).read_text(encoding="utf-8")
    mine = kept.site(content, output, SOURCE_DATE_EPOCH=LATER)
    assert "公开期限已满" in (output / PAGE).read_text(encoding="utf-8")
    assert builds.differences(mine.files, clean(content, SOURCE_DATE_EPOCH=LATER).files) == []
    assert "GK233" in mine.findings
