"""The standard catalogue: its registry read and refused, what fulfils a line, its pages and CSV."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins import addresses, digest, duties, rules, sitemap
from plugins.duties.context import StandardPage, StandardsPage
from plugins.owed.standards import SHOWN, State, catalogue
from plugins.plan import Blob, Page
from plugins.records import read_registry
from plugins.records.fields import CHANNELS
from plugins.records.load import load
from plugins.records.standards import KEYS, Matter
from tests.plans import flat
from tests.rooms import town
from tests.small_town import put

LINE = """\
# 目录
[[matter]]
domain = "shjz"
first = "最低生活保障"
second = "政策"
code = "115001001"
content = "标准和程序"
basis = ["社会救助暂行办法", "政府信息公开条例"]
deadline = "20个工作日内"
bodies = ["mzj"]
channels = ["公开查阅点", "政府网站"]
audience = "特定群体"
group = "困难家庭"
levels = ["县级", "乡级"]
columns = ["shjz"]
"""


def line(name, **more):
    """A line of the catalogue with other values."""
    text = LINE.replace('"政策"', f'"{name}"')
    for key, value in more.items():
        kept = [one for one in text.splitlines() if not one.startswith(f"{key} =")]
        text = "\n".join([*kept, f"{key} = {value}" if value else "", ""])
    return text


WHOLE = "".join(
    (
        LINE,
        line("公示", bodies='["zfb"]'),
        line("申请", columns="", mode='"依申请公开"'),
        line("入户", columns="", channels='["入户/现场"]'),
        line("名录", columns=""),
        line("文件", bodies='["zfb", "mzj"]', columns='["zhengce"]'),
    )
)
STATES = {
    "政策": State.OPEN,
    "公示": State.SIGNED,
    "申请": State.ON_REQUEST,
    "入户": State.ELSEWHERE,
    "名录": State.GAP,
    "文件": State.OPEN,
}


@pytest.fixture(scope="session")
def root(tmp_path_factory):
    root = tmp_path_factory.mktemp("town")
    town.write(root)
    for serial in range(61, 66):
        for path, text in town.item("mzj", 2024, serial, f"低保{serial}", "社会救助").items():
            put(root / path, text)
    for body in ("zfb", "mzj"):
        written = ("文号: 示民〔2024〕7号", "成文日期: 2024-03-04", "有效性: 有效")
        for path, text in town.item(body, 2024, 71, "低保办法", "行政规范性文件", *written).items():
            put(root / path, text)
    return root


@pytest.fixture(scope="session")
def read(root):
    def read(text, **tables):
        put(root / "registry/standards.toml", text)
        for name, table in tables.items():
            put(root / f"registry/{name}.toml", table)
        found = read_registry.read(root / "registry")
        for name in ("standards", *tables):
            (root / f"registry/{name}.toml").unlink()
        return found

    return read


@pytest.fixture(scope="module")
def corpus(root):
    put(root / "registry/standards.toml", WHOLE)
    found = load(str(root), town.DAY)
    (root / "registry/standards.toml").unlink()
    return found


@pytest.fixture(scope="module")
def outputs(corpus):
    return {o.address: o for o in flat(duties.plan(corpus, town.build()))}


def test_a_line_is_read_with_its_place(read):
    found = read(LINE)
    assert not found.faults
    assert found.matters == (
        Matter(
            domain="shjz",
            first="最低生活保障",
            second="政策",
            code="115001001",
            content="标准和程序",
            basis=("社会救助暂行办法", "政府信息公开条例"),
            deadline="20个工作日内",
            bodies=("mzj",),
            channels=("公开查阅点", "政府网站"),
            audience="特定群体",
            group="困难家庭",
            levels=("县级", "乡级"),
            columns=("shjz",),
            line=2,
        ),
    )


def test_every_key_is_explained():
    keys = [key.removesuffix(" ★") for key, _, _ in KEYS]
    assert sorted(keys) == sorted(set(Matter.__slots__) - {"line"})


def test_the_nation_has_26_domains_and_13_channels_and_each_says_where_it_is_from(read):
    domains = read("").domains
    assert len(domains) == len({one.name for one in domains.values()}) == 26
    assert all(one.source for one in domains.values())
    assert len(CHANNELS) == 13


def test_a_site_corrects_the_domains(read):
    own = '[[domain]]\nid = "shjz"\nname = "社会救助和养老"\n'
    assert [one.name for one in read(LINE, domains=own).domains.values()] == ["社会救助和养老"]


def test_the_catalogue_changes_nothing_that_items_are_made_from(read):
    assert read(LINE).digest == read("# 没有\n").digest


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ('"shjz"\nfirst', '"mei"\nfirst', "registry-unknown-reference"),
        ('["mzj"]', '["jzm"]', "registry-unknown-reference"),
        ('columns = ["shjz"]', 'columns = ["zhjs"]', "registry-unknown-reference"),
        ('"政府网站"', '"门户网站"', "registry-not-a-choice"),
        ('"特定群体"', '"部分人"', "registry-not-a-choice"),
        ('"县级", "乡级"', '"县", "乡"', "registry-not-a-choice"),
        ('["mzj"]', "[]", "registry-missing"),
        ('content = "标准和程序"\n', "", "registry-missing"),
        ('["mzj"]', '"mzj"', "registry-wrong-type"),
        ("code", "number", "registry-unknown-key"),
        ("[[matter]]", "[[line]]", "registry-unknown-key"),
    ],
)
def test_a_slip_is_told(read, before, after, kind):
    found = read(LINE.replace(before, after))
    assert [fault.kind for fault in found.faults["registry/standards.toml"]] == [kind]


def test_a_matter_stands_once(read):
    found = read(LINE + LINE)
    assert [f.kind for f in found.faults["registry/standards.toml"]] == ["registry-duplicate"]
    assert len(found.matters) == 1


words = st.text(max_size=6).filter(str.isprintable)


@given(st.sampled_from([key.removesuffix(" ★") for key, _, _ in KEYS]), words)
def test_whatever_is_written_is_read_or_told(read, key, word):
    quoted = word.replace("\\", "\\\\").replace('"', '\\"')
    found = read(line("x", **{key: f'["{quoted}"]'}))
    assert found.faults or found.matters


def test_what_has_become_of_each_line(corpus):
    (shelf,) = (shelf for shelf in catalogue(corpus) if shelf.lines)
    assert shelf.domain.name == "社会救助"
    assert {one.matter.second: one.state for one in shelf.lines} == STATES
    first, *_, last = shelf.lines
    mine = [i for i in corpus.items if (i.column.id, i.publisher.id) == ("shjz", "mzj")]
    assert (first.number, first.newest) == (len(mine), tuple(mine[:SHOWN]))
    below = [i for i in corpus.items if i.column.id in ("gfxwj", "zcjd")]
    below = [i for i in below if i.publisher.id in ("zfb", "mzj")]
    assert (last.number, last.newest) == (len(below), tuple(below[:SHOWN]))


def test_only_a_settled_site_is_told(corpus):
    check = next(rule for rule in rules.RULES if rule.CODE == "GK884").check
    assert list(check(replace(corpus, releases=()))) == []
    (told,) = check(replace(corpus, releases=(town.DAY.replace(year=2023),)))
    assert (told.path, told.value) == ("registry/standards.toml", "shjz")
    assert told.message == "“社会救助”领域没有公开的事项 1 项：最低生活保障/名录"


def test_the_index_has_every_domain_and_says_which_are_not_catalogued(outputs):
    page = outputs[addresses.STANDARDS].context
    assert isinstance(page, StandardsPage)
    (row,) = (row for row in page.rows if row.lines)
    numbers = (row.lines, row.open, row.said, row.on_request, row.elsewhere, row.gaps)
    assert numbers == (6, 2, 1, 1, 1, 1)
    assert [r.address for r in page.rows if r.address] == [row.address] == ["standards/shjz.html"]
    assert len(page.rows) == 26


def test_each_line_leads_to_its_columns_and_newest_items(outputs, corpus):
    page = outputs["standards/shjz.html"].context
    assert isinstance(page, StandardPage)
    first, *_, last = page.lines
    stands = sum(item.column.id == "shjz" for item in corpus.items)
    (column,) = first.line.columns
    assert (column.address, column.count) == ("column/shjz/index.html", stands)
    assert [row.title for row in first.newest] == ["低保65", "低保64", "低保63"]
    assert first.line.audience == "特定群体（困难家庭）"
    assert first.line.channels == ("政府网站", "公开查阅点")
    assert last.line.columns[0].address == "column/zhengce/index.html"


def test_the_csv_has_a_box_for_each_channel(outputs):
    every = outputs[addresses.STANDARDS_TABLE]
    one = outputs["standards/shjz.csv"]
    assert isinstance(every, Blob)
    assert every.data == one.data
    heads, first, *rest = csv.reader(io.StringIO(one.data.decode("utf-8-sig")))
    assert len(rest) == 5
    assert {len(row) for row in (heads, first, *rest)} == {len(heads)}
    said = dict(zip(heads, first, strict=True))
    assert [channel for channel in CHANNELS if said[channel] == "■"] == ["政府网站", "公开查阅点"]
    assert [said[channel] for channel in CHANNELS].count("□") == 11
    assert (said["序号"], said["二级事项"], said["本站公开情况"]) == ("1", "政策", "已公开")


def test_a_new_item_changes_the_page_of_its_domain_alone(corpus):
    def given(found):
        planned = (p for p in duties.plan(found, town.build()) if p.name.startswith("standards/"))
        return {batch.name: digest.of(*batch.inputs) for batch in planned}

    newest = next(item for item in corpus.items if item.title == "低保65")
    fewer = replace(corpus, items=tuple(item for item in corpus.items if item is not newest))
    before, after = given(fewer), given(corpus)
    changed = {name for name in after if before[name] != after[name]}
    assert before.keys() == after.keys()
    assert changed == {"standards/shjz.html"}


def test_without_a_catalogue_there_is_no_page_and_no_way_to_one(root):
    bare = load(str(root), town.DAY)
    plans = (duties.plan(bare, town.build()), sitemap.plan(bare, town.build()))
    pages = [o for plan in plans for o in flat(plan) if isinstance(o, Page)]
    assert pages
    assert not any("standards" in page.address or "标准目录" in str(page) for page in pages)
