"""No number is given twice, whatever branch, item or draft has used it, in whatever grammar."""

import subprocess

import pytest

from plugins.drafting import new
from plugins.refused import Refused
from tests.numbering.drafts import DAY, SITE, item, run
from tests.small_town import put


def git(content, *words):
    who = ["-c", "user.name=clerk", "-c", "user.email=clerk@shili.example"]
    subprocess.run(["git", "-C", str(content), *who, *words], check=True, capture_output=True)


def test_a_number_of_another_branch_or_of_a_deleted_item_is_not_given_again(content):
    put(content / "items/fgw/2026/00001.md", item("一", "990700036/2026-00001"))
    git(content, "init", "-q", "-b", "main")
    git(content, "add", ".")
    git(content, "commit", "-qm", "one")
    git(content, "checkout", "-qb", "other")
    put(content / "items/fgw/2026/00002.md", item("二", "990700036/2026-00002"))
    git(content, "add", ".")
    git(content, "commit", "-qm", "two")
    git(content, "checkout", "-q", "main")
    put(content / "items/fgw/2026/00003.md", item("三", "990700036/2026-00003"))
    git(content, "add", ".")
    git(content, "commit", "-qm", "three")
    git(content, "rm", "-q", "items/fgw/2026/00003.md")
    git(content, "commit", "-qm", "gone")
    put(content / "items/fgw/2026/caogao.md", item("新"))
    assert [n for _, n in run(content)] == ["990700036/2026-00004"]


def test_a_content_below_the_top_of_a_repository_finds_its_history_too(content):
    put(content / "items/fgw/2026/00007.md", item("七", "990700036/2026-00007"))
    git(content.parent, "init", "-q")
    git(content.parent, "add", ".")
    git(content.parent, "commit", "-qm", "seven")
    (content / "items/fgw/2026/00007.md").unlink()
    put(content / "items/fgw/2026/caogao.md", item("新"))
    assert [n for _, n in run(content)] == ["990700036/2026-00008"]


def test_the_number_that_a_draft_came_with_is_given_to_no_other(content):
    put(content / "items/fgw/2026/a.md", item("甲"))
    kept = item("乙").replace("待编\n", "待编\n# 原索引号: 990700036/2026-00001\n")
    put(content / "items/fgw/2026/b.md", kept)
    assert new(str(content), "fgw", "文件", DAY) == "items/fgw/2026/00002.md"
    assert [n for _, n in run(content)] == ["990700036/2026-00003", "990700036/2026-00001"]


def test_two_new_items_never_share_a_number(content):
    first = new(str(content), "fgw", "文件", DAY)
    second = new(str(content), "fgw", "文件", DAY)
    assert (first, second) == ("items/fgw/2026/00001.md", "items/fgw/2026/00002.md")


def with_grammar(content, grammar, form):
    table = f"[index_number]\ngrammar = '{grammar}'\nformat = \"{form}\"\n"
    put(content / "registry/site.toml", SITE + table)


def test_a_grammar_without_names_never_gives_a_number_twice(content):
    with_grammar(content, r"^[0-9A-Z]{9}/\d{4}-\d{5}$", "{prefix}/{year}-{serial:05d}")
    for serial in ("00001", "00002"):
        put(content / f"items/fgw/2026/{serial}.md", item(serial, f"990700036/2026-{serial}"))
    assert new(str(content), "fgw", "文件", DAY) == "items/fgw/2026/00003.md"
    assert new(str(content), "fgw", "文件", DAY) == "items/fgw/2026/00004.md"
    put(content / "items/fgw/2026/caogao.md", item("新"))
    assert run(content) == [("items/fgw/2026/00005.md", "990700036/2026-00005")]


@pytest.mark.parametrize(
    ("grammar", "form", "given"),
    [
        (
            r"(?P<prefix>[0-9A-Z]{9})/(?P<year>[0-9]{4})(?P<month>[0-9]{2})-(?P<serial>[0-9]{5})",
            "{prefix}/{year}{month:02d}-{serial:05d}",
            "990700036/202603-00001",
        ),
        (
            r"(?P<prefix>[0-9]+)-(?P<year>[0-9]{4})[0-9]{4}-(?P<serial>[0-9]+)",
            "{prefix}-{year}{month}{day}-{serial:04d}",
            "990700036-20260301-0001",
        ),
    ],
)
def test_a_number_may_hold_the_month_and_day_of_the_run(content, grammar, form, given):
    with_grammar(content, grammar, form)
    put(content / "items/fgw/2026/caogao.md", item("新"))
    ((_, number),) = run(content)
    assert number == given


def test_a_format_without_a_serial_is_refused(content):
    with_grammar(content, r"(?P<prefix>[0-9]+)/(?P<year>[0-9]{4})", "{prefix}/{year}")
    with pytest.raises(Refused, match="serial"):
        new(str(content), "fgw", "文件", DAY)
