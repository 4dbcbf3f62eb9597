"""Not a byte of what nobody reviewed is in any site, before and after; what was reviewed is."""

import gzip

import pytest

from tests.review import office
from tests.site.conftest import digests, run

PUBLIC = "https://www.shili.example/zwgk/"
DAY = "1768435200"


def traces(output):
    """The files of a site that hold a word of the second item, or are named by it."""
    words = (
        office.TITLE,
        office.TEXT,
        office.ATTACHED,
        office.NUMBER,
        "2021-00008",
        "00008",
        "仓库",
    )
    found = []
    for path in sorted(output.rglob("*")):
        if path.is_file():
            data = path.read_bytes()
            data = gzip.decompress(data) if path.suffix == ".gz" else data
            name = path.relative_to(output).as_posix()
            if any(word.encode() in data or word in name for word in words):
                found.append(name)
    return found


@pytest.mark.parametrize("verb", ["site", "publish"])
def test_an_unreviewed_item_is_in_no_site(tmp_path, verb):
    root, output = office.content(tmp_path, PUBLIC), tmp_path / "output"

    def build():
        words = ("--content", root, "--output", output)
        return run(verb, *words, SOURCE_DATE_EPOCH=DAY)

    office.reviewed(root, office.FIRST)
    assert build().returncode == 0
    before = digests(output)

    item = office.item(root)
    refused = build()
    assert refused.returncode == 1
    assert "00008.md:1:1: GK210 没有审查记录" in refused.stderr
    assert digests(output) == before
    assert traces(output) == []

    text = item.read_text(encoding="utf-8")  # the clerk takes it back; the rest goes on
    item.write_text(text.replace(office.NUMBER, "待编"), encoding="utf-8")
    first = root / office.FIRST
    first.write_text(first.read_text(encoding="utf-8").replace("十二", "十三"), encoding="utf-8")
    assert build().returncode == 1  # changed since it was reviewed
    assert digests(output) == before
    office.reviewed(root, office.FIRST)
    done = build()
    assert done.returncode == 0, done.stderr
    assert digests(output) != before
    assert traces(output) == []

    item.write_text(text, encoding="utf-8")
    record = office.reviewed(root, office.SECOND)
    done = build()
    assert done.returncode == 0, done.stderr
    assert traces(output)
    assert not [name for name in digests(output) if name.endswith(record.name)]
    people = (root / "registry/roles.toml").read_text(encoding="utf-8")
    assert "fgw-zuozhe" in people
    for path in output.rglob("*"):
        if path.is_file():
            assert b"fgw-zuozhe" not in path.read_bytes(), path
