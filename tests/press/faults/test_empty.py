"""A site with items is never replaced by one without."""

import shutil

import pytest

from tests.press.faults import hands


def nothing(content):
    for path in content.iterdir():
        shutil.rmtree(path)


@pytest.mark.parametrize("more", [(), ("--no-cache",)], ids=["again", "anew"])
def test_a_town_without_items_is_refused(town, more):
    shutil.rmtree(town.content / "items")
    (town.content / "items").mkdir()
    done = hands.call(town.words("site", *more))
    assert done.returncode == 1
    assert "GK801" in done.stderr
    assert hands.whole(town.output) == town.old
    assert hands.beside(town.output) == []


def test_an_empty_folder_is_no_town(town):
    nothing(town.content)
    done = hands.call(town.words())
    assert done.returncode in (1, 2), done.stderr
    assert "Traceback" not in done.stderr
    assert hands.whole(town.output) == town.old


def test_who_deletes_the_site_may_build_it_empty(town):
    """As the message says; a site before, kept for a rollback, does not come back by itself."""
    hands.edit_item(town.content, "一处改动。")
    assert hands.call(town.words("site", "--workers", 1)).returncode == 0
    assert town.output.with_name(".output.previous").is_dir()
    shutil.rmtree(town.content / "items")
    shutil.rmtree(town.output)
    done = hands.call(town.words("site", "--workers", 1))
    assert done.returncode == 0, done.stderr
    assert not list(town.output.glob("item/*/*.html"))


def test_half_the_items_do_not_go_without_a_reason(town):
    shutil.rmtree(town.content / "items/fgw/2021")
    left = len(list(town.content.glob("items/*/*/*.md")))
    assert 0 < 2 * left < 5
    done = hands.call(town.words())
    assert done.returncode == 1
    assert f"有 5 条信息，这一次只有 {left} 条" in done.stderr
    assert hands.whole(town.output) == town.old
    assert hands.call(town.words("site", "--allow-shrink", " ")).returncode == 1
    done = hands.call(town.words("site", "--allow-shrink", "机构撤并"))
    assert done.returncode == 0, done.stderr
    assert len(list(town.output.glob("item/*/*.html"))) == left
