"""A real Dask cluster of two worker processes gives the bytes that this machine gives alone."""

from __future__ import annotations

import shutil
from datetime import date
from types import MappingProxyType

import pytest

from plugins import code
from plugins.frame import Build
from plugins.press.work import Shop, work
from plugins.refused import Refused
from tests.press.same import builds
from tests.press.same.builds import replaced
from tests.press.same.conftest import running
from tests.press.same.test_theme import MACRO, settings


def test_a_cluster_gives_the_same_bytes(kept, clean, content, cluster, tmp_path):
    output = tmp_path / "output"
    mine = kept.site(content, output, "--cluster", cluster)
    other = clean(content)
    assert builds.differences(mine.files, other.files) == []
    assert mine.findings == other.findings
    assert mine.written == len(mine.files)


def test_an_edit_on_a_cluster_and_one_beside_it(kept, clean, content, cluster, tmp_path):
    """Both have one memory: what the cluster made need not be made here, nor the other way."""
    output = tmp_path / "output"
    kept.site(content, output)
    replaced(content / "items/fgw/2025/00001.md", "名称: 第1号工作报告", "名称: 改名报告")
    kept.site(content, output, "--cluster", cluster)
    replaced(content / "items/fgw/2025/00002.md", "第2号报告的正文。", "改过的正文。")
    mine = kept.site(content, output)
    assert mine.written == 4
    assert builds.differences(mine.files, clean(content).files) == []


def test_a_theme_that_changes_between_two_builds(kept, content, cluster, tmp_path):
    """Workers outlive a build; what they remember of templates must not."""
    conf, theme = settings(tmp_path, CLUSTER=cluster)
    output = tmp_path / "output"
    kept.pelican(content, output, conf)
    replaced(theme / MACRO[0], *MACRO[1:])
    mine = kept.pelican(content, output, conf)
    alone, _ = settings(tmp_path, name="alone.py")
    other = kept.pelican(content, tmp_path / "other", alone)
    assert builds.differences(mine, other) == []


def test_nodes_with_other_code_are_refused(kept, content, tmp_path):
    folder = tmp_path / "node"
    shutil.copytree(builds.ROOT / "plugins", folder / "plugins")
    with (folder / "plugins/shapes.py").open("a", encoding="utf-8") as file:
        file.write("# a day older\n")
    output = tmp_path / "output"
    before = kept.site(content, output).files
    replaced(content / "items/fgw/2025/00002.md", "第2号报告的正文。", "改过的正文。")
    with running(folder, 1) as address:
        done = kept.run("site", "--content", content, "--output", output, "--cluster", address)
    assert done.returncode == 2
    assert "集群节点上的程序" in done.stderr
    assert "Traceback" not in done.stderr
    assert builds.site(output) == before


def test_nodes_with_another_theme_are_refused():
    build = Build(day=date(2026, 11, 22), theme=str(builds.ROOT / "theme"))
    nothing = MappingProxyType({})
    shop = Shop(build, None, nothing, frozenset(), "", code.stamp(), False, "", b"", b"older")
    with pytest.raises(Refused, match="集群节点上的主题"):
        work(shop, ())
