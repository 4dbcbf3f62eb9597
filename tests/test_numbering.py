"""Drafts get the next number of their body, whatever branch has used the last one."""

import subprocess
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from plugins.drafting import new
from plugins.importer import import_folder
from plugins.numbering import number
from plugins.records.load import load
from plugins.refused import CONFIGURATION, Refused
from plugins.rules import check, exit_code
from plugins.verbs.new_ import command as new_command
from plugins.verbs.number_ import command as number_command

DAY = date(2026, 3, 1)
PAGES = Path(__file__).parent / "importer/pages"

SITE = 'name = "示例市人民政府"\nPUBLIC_URL = ""\n'
BODIES = """
[[body]]
id = "fgw"
name = "示例市发展和改革委员会"
short = "市发展改革委"
prefix = "990700036"

[[body]]
id = "czj"
name = "示例市财政局"
"""
COLUMNS = """
[[column]]
id = "gk"
name = "概况"

[[column]]
id = "gzbg"
name = "工作报告"
parent = "gk"

[[column]]
id = "wj"
name = "文件"
profile = "公文"
"""
PROFILES = (
    '[[profile]]\nname = "公文"\nrequires = ["doc_number"]\nvalidity = true\ndocument = true\n'
)
DRAFT = "---\n索引号: 待编\n名称: {title}\n栏目: 工作报告\n生成日期: 2026-01-05\n公开方式: 主动公开\n---\n正文。\n"


@pytest.fixture
def content(tmp_path):
    root = tmp_path / "content"
    tables = {"site": SITE, "bodies": BODIES, "columns": COLUMNS, "profiles": PROFILES}
    for name, text in tables.items():
        write(root, f"registry/{name}.toml", text)
    return root


def write(root, path, text):
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def run(content, paths=None, body=None, column=None, year=None):
    return number(str(content), paths, body, column, DAY, year)


def git(content, *words):
    who = ["-c", "user.name=clerk", "-c", "user.email=clerk@shili.example"]
    subprocess.run(["git", "-C", str(content), *who, *words], check=True, capture_output=True)


def test_drafts_get_the_next_numbers_and_move_with_their_files(content):
    write(
        content,
        "items/fgw/2026/00003.md",
        DRAFT.format(title="旧").replace("待编", "990700036/2026-00003"),
    )
    write(
        content,
        "items/fgw/2026/caogao.md",
        DRAFT.format(title="新").replace("---\n正文", "附件:\n  - 文件: 表.csv\n---\n正文"),
    )
    write(content, "items/fgw/2026/caogao/表.csv", "a,b\n")
    assert run(content) == [("items/fgw/2026/00004.md", "990700036/2026-00004")]
    assert not (content / "items/fgw/2026/caogao.md").exists()
    assert (content / "items/fgw/2026/00004/表.csv").read_text(encoding="utf-8") == "a,b\n"
    text = (content / "items/fgw/2026/00004.md").read_text(encoding="utf-8")
    assert text.startswith("---\n索引号: 990700036/2026-00004\n名称: 新\n")
    assert exit_code(check(load(str(content), DAY))) == 0


def test_several_drafts_are_numbered_in_the_order_of_their_paths(content):
    for name in ("b", "a"):
        write(content, f"items/fgw/2025/{name}.md", DRAFT.format(title=name))
    assert [n for _, n in run(content)] == ["990700036/2026-00001", "990700036/2026-00002"]
    text = (content / "items/fgw/2026/00001.md").read_text(encoding="utf-8")
    assert "名称: a\n" in text
    assert not (content / "items/fgw/2025").exists()


def test_a_number_of_another_branch_or_of_a_deleted_item_is_not_given_again(content):
    write(
        content,
        "items/fgw/2026/00001.md",
        DRAFT.format(title="一").replace("待编", "990700036/2026-00001"),
    )
    git(content, "init", "-q", "-b", "main")
    git(content, "add", ".")
    git(content, "commit", "-qm", "one")
    git(content, "checkout", "-qb", "other")
    write(
        content,
        "items/fgw/2026/00002.md",
        DRAFT.format(title="二").replace("待编", "990700036/2026-00002"),
    )
    git(content, "add", ".")
    git(content, "commit", "-qm", "two")
    git(content, "checkout", "-q", "main")
    write(
        content,
        "items/fgw/2026/00003.md",
        DRAFT.format(title="三").replace("待编", "990700036/2026-00003"),
    )
    git(content, "add", ".")
    git(content, "commit", "-qm", "three")
    git(content, "rm", "-q", "items/fgw/2026/00003.md")
    git(content, "commit", "-qm", "gone")
    write(content, "items/fgw/2026/caogao.md", DRAFT.format(title="新"))
    assert [n for _, n in run(content)] == ["990700036/2026-00004"]


def test_a_content_below_the_top_of_a_repository_finds_its_history_too(content):
    write(
        content,
        "items/fgw/2026/00007.md",
        DRAFT.format(title="七").replace("待编", "990700036/2026-00007"),
    )
    git(content.parent, "init", "-q")
    git(content.parent, "add", ".")
    git(content.parent, "commit", "-qm", "seven")
    (content / "items/fgw/2026/00007.md").unlink()
    write(content, "items/fgw/2026/caogao.md", DRAFT.format(title="新"))
    assert [n for _, n in run(content)] == ["990700036/2026-00008"]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("items/czj/2026/caogao.md", "没有索引号前缀"),
        ("items/daiding/2026/caogao.md", "不知道是哪个机构的"),
    ],
)
def test_a_draft_that_cannot_be_numbered_is_refused_and_nothing_moves(content, path, words):
    write(content, "items/fgw/2026/caogao.md", DRAFT.format(title="新"))
    write(content, path, DRAFT.format(title="新"))
    with pytest.raises(Refused, match=words) as refusal:
        run(content)
    assert refusal.value.exitcode == CONFIGURATION
    assert (content / "items/fgw/2026/caogao.md").exists()


def test_an_unknown_body_or_column_is_refused_with_the_nearest_name(content):
    with pytest.raises(Refused, match="相近的有：示例市财政局"):
        run(content, body="示例市财政")
    with pytest.raises(Refused, match="相近的有：工作报告"):
        run(content, column="工作报吿")
    with pytest.raises(Refused, match="写最末一级：工作报告"):
        run(content, column="概况")


def test_a_path_that_is_no_draft_is_refused(content):
    write(
        content,
        "items/fgw/2026/00001.md",
        DRAFT.format(title="一").replace("待编", "990700036/2026-00001"),
    )
    with pytest.raises(Refused, match="已经有索引号"):
        run(content, [str(content / "items/fgw/2026/00001.md")])


def test_named_drafts_take_the_named_body_and_column(content):
    write(content, "items/czj/2026/caogao.md", DRAFT.format(title="新"))
    write(content, "items/fgw/2026/other.md", DRAFT.format(title="留"))
    path = str(content / "items/czj/2026/caogao.md")
    (moved,) = run(content, [path], body="市发展改革委", column="文件")
    assert moved == ("items/fgw/2026/00001.md", "990700036/2026-00001")
    text = (content / moved[0]).read_text(encoding="utf-8")
    assert "栏目: 文件\n" in text
    assert "发文机关: 示例市财政局\n" in text
    assert (content / "items/fgw/2026/other.md").exists()


def test_imported_drafts_build_after_number_with_the_baseline_and_not_without(tmp_path):
    folder, content = tmp_path / "from", tmp_path / "content"
    folder.mkdir()
    for page in PAGES.glob("*.txt"):
        (folder / page.name).write_bytes(page.read_bytes())
    import_folder(str(folder), str(content), DAY)
    columns = content / "registry/columns.toml"
    with columns.open("a", encoding="utf-8") as opened:
        opened.write('\n[[column]]\nid = "gzbg"\nname = "工作报告"\n')
    moves = dict(run(content, body="sfzggw", column="工作报告"))
    assert moves["items/sfzggw/2021/00008.md"] == "990700036/2021-00008"
    assert len(moves) == 3
    corpus = load(str(content), DAY)
    assert len(corpus.items) == 3
    assert not corpus.drafts
    assert exit_code(check(corpus)) == 0
    (content / "baseline.json").unlink()
    assert exit_code(check(load(str(content), DAY))) == 1


def test_new_writes_the_fields_of_the_profile_empty_for_check_to_ask(content):
    path = new(str(content), "fgw", "文件", DAY)
    assert path == "items/fgw/2026/00001.md"
    text = (content / path).read_text(encoding="utf-8")
    assert text.startswith("---\n索引号: 990700036/2026-00001\n名称:\n栏目: 文件\n")
    for label in ("文号", "成文日期", "有效性", "主题分类", "公开方式"):
        assert f"\n{label}:\n" in text
    assert "名称" in {f.field for f in check(load(str(content), DAY))}
    text = text.replace("名称:", "名称: 关于某事的通知").replace("公开方式:", "公开方式: 主动公开")
    (content / path).write_text(text, encoding="utf-8")
    asked = {f.field for f in check(load(str(content), DAY))}
    assert {"文号", "成文日期", "有效性", "主题分类"} <= asked


def test_new_copies_an_old_item_without_what_was_its_own(content):
    old = (
        "---\n索引号: 990700036/2025-00009\n名称: 旧通知\n栏目: 文件\n文号: 示发改〔2025〕9号\n"
        "成文日期: 2025-05-05\n公开日期: 2025-05-06\n公开方式: 主动公开\n责任部门: 办公室\n"
        "附件:\n  - 文件: 表.csv\n    标题: 统计表\n主题分类: 综合政务/政务公开\n---\n第一段。\n"
    )
    write(content, "items/fgw/2025/00009.md", old)
    path = new(str(content), "fgw", "", DAY, str(content / "items/fgw/2025/00009.md"))
    assert (content / path).read_text(encoding="utf-8") == (
        "---\n索引号: 990700036/2026-00001\n名称: 旧通知\n栏目: 文件\n文号:\n成文日期:\n"
        "公开方式: 主动公开\n责任部门: 办公室\n主题分类: 综合政务/政务公开\n---\n第一段。\n"
    )


def test_two_new_items_never_share_a_number(content):
    first = new(str(content), "fgw", "文件", DAY)
    second = new(str(content), "fgw", "文件", DAY)
    assert (first, second) == ("items/fgw/2026/00001.md", "items/fgw/2026/00002.md")


def with_grammar(content, grammar, form):
    table = f"[index_number]\ngrammar = '{grammar}'\nformat = \"{form}\"\n"
    write(content, "registry/site.toml", SITE + table)


def test_a_grammar_without_names_never_gives_a_number_twice(content):
    with_grammar(content, r"^[0-9A-Z]{9}/\d{4}-\d{5}$", "{prefix}/{year}-{serial:05d}")
    for serial in ("00001", "00002"):
        write(
            content,
            f"items/fgw/2026/{serial}.md",
            DRAFT.format(title=serial).replace("待编", f"990700036/2026-{serial}"),
        )
    assert new(str(content), "fgw", "文件", DAY) == "items/fgw/2026/00003.md"
    assert new(str(content), "fgw", "文件", DAY) == "items/fgw/2026/00004.md"
    write(content, "items/fgw/2026/caogao.md", DRAFT.format(title="新"))
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
    write(content, "items/fgw/2026/caogao.md", DRAFT.format(title="新"))
    ((_, number),) = run(content)
    assert number == given


def test_a_format_without_a_serial_is_refused(content):
    with_grammar(content, r"(?P<prefix>[0-9]+)/(?P<year>[0-9]{4})", "{prefix}/{year}")
    with pytest.raises(Refused, match="serial"):
        new(str(content), "fgw", "文件", DAY)


def test_the_number_that_a_draft_came_with_is_given_to_no_other(content):
    write(content, "items/fgw/2026/a.md", DRAFT.format(title="甲"))
    kept = DRAFT.format(title="乙").replace("待编\n", "待编\n# 原索引号: 990700036/2026-00001\n")
    write(content, "items/fgw/2026/b.md", kept)
    assert new(str(content), "fgw", "文件", DAY) == "items/fgw/2026/00002.md"
    assert [n for _, n in run(content)] == ["990700036/2026-00003", "990700036/2026-00001"]


def test_items_shown_without_a_number_get_one_only_when_they_are_named(content):
    write(content, "registry/site.toml", SITE + "keep_unnumbered = true\n")
    old = DRAFT.format(title="旧").replace(
        "公开方式", "导入来源: a.html\n导入日期: 2026-01-01\n公开方式"
    )
    write(content, "items/fgw/2015/old.md", old)
    write(content, "items/fgw/2026/caogao.md", DRAFT.format(title="新"))
    assert run(content) == [("items/fgw/2026/00001.md", "990700036/2026-00001")]
    assert run(content, ["items/fgw/2015/old.md"]) == [
        ("items/fgw/2026/00002.md", "990700036/2026-00002")
    ]


def test_new_from_an_old_item_needs_nothing_else(content):
    write(
        content,
        "items/fgw/2025/00009.md",
        DRAFT.format(title="旧").replace("待编", "990700036/2025-00009"),
    )
    words = ["--content", str(content), "--from", "items/fgw/2025/00009.md"]
    result = CliRunner().invoke(new_command, words, env={"SOURCE_DATE_EPOCH": "1772323200"})
    path = Path(result.output.strip())
    assert path == content / "items/fgw/2026/00001.md"
    assert "栏目: 工作报告\n" in path.read_text(encoding="utf-8")


def test_new_without_a_body_is_refused(content):
    with pytest.raises(Refused, match="--body"):
        new(str(content), "", "文件", DAY)


@pytest.mark.parametrize("typed", ["items/fgw/2026/a.md", "content/items/fgw/2026/a.md"])
def test_a_path_counts_from_content_or_from_the_working_directory(content, typed, monkeypatch):
    monkeypatch.chdir(content.parent)
    write(content, "items/fgw/2026/a.md", DRAFT.format(title="甲"))
    words = ["--content", "content", typed]
    result = CliRunner().invoke(number_command, words, env={"SOURCE_DATE_EPOCH": "1772323200"})
    assert result.output == "content/items/fgw/2026/00001.md 990700036/2026-00001\n"
    again = new("content", "", "", DAY, typed.replace("a.md", "00001.md"))
    assert again == "items/fgw/2026/00002.md"
