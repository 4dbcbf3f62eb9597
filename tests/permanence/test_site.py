"""A site of several releases after its items were redacted, withdrawn, moved, or ran out."""

from __future__ import annotations

import json
import re
import shutil

import pytest

from tests.permanence.traces import told_everywhere, traces
from tests.press.same.builds import DAY, EPOCH, Warmed

PUBLIC = "https://www.shili.example/zwgk/"
WORDS = ("龘靐齾", "爩鱻麤", "灪龖厵", "纞虋驫")  # title, text, file name, what the file says
REDACTED, WITHDRAWN, REMOVED, MOVED, EXPIRED = range(5)


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    """Four releases of a town; before the last of them, the verbs. Gives folder, items, numbers."""
    root = tmp_path_factory.mktemp("permanence")
    line = Warmed(root, seed=3)
    content, output = root / "content", root / "output"
    folders = ("--content", content, "--output", output)

    def good(*words, **env):
        done = line.run(*words, **env)
        assert done.returncode == 0, done.stdout + done.stderr

    good("town", 16, content)
    site = content / "registry/site.toml"
    text = re.sub("(?m)^PUBLIC_URL.*\n", "", site.read_text(encoding="utf-8"))
    site.write_text(f'PUBLIC_URL = "{PUBLIC}"\n{text}', encoding="utf-8")
    items = sorted(content.glob("items/*/*/*.md"))[:5]
    numbers = [re.search("索引号: (.+)", p.read_text(encoding="utf-8"))[1] for p in items]
    told_everywhere(items[REDACTED], WORDS)
    other = sorted(content.glob("items/*/*/*.md"))[-1]
    for release in range(3):
        other.write_text(other.read_text(encoding="utf-8") + f"\n第{release}次。\n", "utf-8")
        good("publish", *folders, SOURCE_DATE_EPOCH=EPOCH + release * DAY)
    shutil.copytree(output, root / "before")
    reason = ("--content", content, "--reason")
    good(
        "redact",
        numbers[REDACTED],
        *reason,
        "含有个人信息",
        "--basis",
        "《个人信息保护法》第四十七条",
    )
    good("withdraw", numbers[WITHDRAWN], *reason, "登记的面积有误")
    good("withdraw", numbers[REMOVED], *reason, "决定已经撤销", "--no-content")
    good("move", numbers[MOVED], *reason, "职责划转", "--body", items[0].parts[-3])
    good("expire", numbers[EXPIRED], "2026-01-01", "--content", content)
    good("publish", *folders, SOURCE_DATE_EPOCH=EPOCH + 3 * DAY)
    good("verify", output, "--content", root / "nowhere", "--output", root / "nowhere")
    line.close()
    return root, items, numbers


def page(root, number, folder="output"):
    return (root / folder / f"item/{number}.html").read_text(encoding="utf-8")


def test_the_words_were_everywhere_before(town):
    root, _, numbers = town
    found = traces(root / "before", WORDS)
    assert f"item/{numbers[REDACTED]}.html" in found
    assert {"feeds/all.xml", "SHA256SUMS"} <= set(found)
    assert [a for a in found if a.startswith("search/")]
    assert [a for a in found if a.endswith(".gz")]
    assert all(traces(root / "before", [word]) for word in WORDS)


def test_what_was_redacted_is_nowhere(town):
    root, _, numbers = town
    assert traces(root / "output", WORDS) == []
    assert traces(root / "content", WORDS) == []
    text = page(root, numbers[REDACTED])
    for word in (
        numbers[REDACTED],
        "依法删除",
        "含有个人信息",
        "《个人信息保护法》第四十七条",
        "noindex",
    ):
        assert word in text


def test_every_former_number_is_an_item_or_tells_what_became_of_it(town):
    root, _, numbers = town
    log = [json.loads(x) for x in (root / "output/releases.jsonl").read_text("utf-8").splitlines()]
    gone = [numbers[i] for i in (REDACTED, REMOVED, MOVED, EXPIRED)]
    assert log[-1]["gone"] == sorted(gone)
    assert len(log[-1]["new"]) == 1
    for number in log[0]["new"]:
        assert (root / "output" / f"item/{number}.html").is_file()


def test_tombstones_are_in_no_list_no_search_and_no_feed(town):
    root, _, numbers = town
    for which in (REDACTED, REMOVED, EXPIRED):
        found = traces(root / "output", [numbers[which]])
        own = f"item/{numbers[which]}.html"
        assert set(found) <= {own, f"{own}.gz", "releases.jsonl", "releases.jsonl.gz", "SHA256SUMS"}


def test_a_withdrawn_item_stays_and_says_so_first_and_in_lists(town):
    root, items, numbers = town
    text = page(root, numbers[WITHDRAWN])
    assert "撤回" in text
    assert "理由：登记的面积有误" in text
    assert "noindex" in text
    title = re.search("名称: (.+)", items[WITHDRAWN].read_text(encoding="utf-8"))[1]
    assert title in text
    lists = [p.read_text(encoding="utf-8") for p in (root / "output/body").rglob("*.html")]
    rows = "".join(lists).split("<tr")
    (row,) = {row.split("</tr>")[0] for row in rows if f"{numbers[WITHDRAWN]}.html" in row}
    assert "gk-validity--ended" in row
    feeds = [p.read_text(encoding="utf-8") for p in (root / "output/feeds").glob("all*.xml")]
    assert any("登记的面积有误" in text for text in feeds)


def test_a_moved_item_is_found_from_its_old_address(town):
    root, _, numbers = town
    text = page(root, numbers[MOVED])
    (new,) = re.findall('<meta http-equiv="refresh" content="0; url=([^"]+)">', text)
    target = (root / f"output/item/{numbers[MOVED]}.html").parent / new
    assert target.resolve().is_file()
    assert 'rel="canonical"' in text


def test_an_expired_item_keeps_its_file_and_loses_its_content(town):
    root, items, numbers = town
    assert items[EXPIRED].is_file()
    text = page(root, numbers[EXPIRED])
    assert "公开期限已满" in text
    assert "2026年1月1日" in text
    title = re.search("名称: (.+)", items[EXPIRED].read_text(encoding="utf-8"))[1]
    assert traces(root / "output", [title]) == []
