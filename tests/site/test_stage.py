"""One build at a time, nothing half, and what time decides."""

import shutil
import subprocess
import sys

from tests.site.conftest import CONTENT, ROOT, beside, digests, run

DAY = 86400
EPOCH = 1795305600  # 2026-11-22 in Shanghai


def small(folder):
    """A town small enough to build often."""
    content = folder / "content"
    shutil.copytree(CONTENT / "registry", content / "registry")
    shutil.copytree(CONTENT / "items/fgw/2026", content / "items/fgw/2026")
    return content


def item(content, serial, *lines, column="工作报告"):
    head = [f"索引号: 990700036/2026-{serial}", f"名称: 条目{serial}", f"栏目: {column}",
            "公开方式: 主动公开", "责任部门: 办公室", f"文号: 示发改字〔2026〕{int(serial)}号"]  # fmt: skip
    path = content / f"items/fgw/2026/{serial}.md"
    path.write_text(
        "\n".join(["---", *head, *lines, "---", "正文说明有关情况。", ""]), encoding="utf-8"
    )
    return path


def test_a_second_build_into_one_folder_is_told_to_wait(tmp_path):
    content = small(tmp_path)
    holder = (
        "import sys, time; sys.path.insert(0, '.'); from plugins.press.stage import held\n"
        f"with held({str(tmp_path / 'output')!r}): print('held', flush=True); time.sleep(60)\n"
    )
    command = [sys.executable, "-c", holder]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as first:
        assert first.stdout.readline() == "held\n"
        second = run("site", "--content", content, "--output", tmp_path / "output")
        first.kill()
    assert second.returncode == 3
    assert "另一次生成" in second.stderr
    again = run("site", "--content", content, "--output", tmp_path / "output")
    assert again.returncode == 0, again.stderr
    assert beside(tmp_path) == ["content", "output"]


def test_a_site_with_items_is_not_replaced_by_an_empty_one(tmp_path):
    content = small(tmp_path)
    assert run("site", "--content", content, "--output", tmp_path / "output").returncode == 0
    before = digests(tmp_path / "output")
    shutil.rmtree(content / "items")
    done = run("site", "--content", content, "--output", tmp_path / "output")
    assert done.returncode == 1
    assert "GK801" in done.stderr
    assert digests(tmp_path / "output") == before


def test_an_item_appears_on_its_day_and_leaves_no_trace_before(tmp_path):
    content = small(tmp_path)
    item(content, "09001", "成文日期: 2026-11-20", "公开日期: 2026-11-24")
    seen = []
    for day in range(4):
        done = run(
            "site", "--content", content, "--output", tmp_path / "output",
            SOURCE_DATE_EPOCH=str(EPOCH + day * DAY),
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        files = (tmp_path / "output").rglob("*")
        text = b"".join(p.read_bytes() for p in files if p.is_file())
        seen.append("条目09001".encode() in text or b"2026-09001" in text)
    assert seen == [False, False, True, True]


def test_a_publicity_period_is_shown_as_it_stands_on_the_day(tmp_path):
    content = small(tmp_path)
    path = item(
        content, "09002", "成文日期: 2026-11-20", "公示起始: 2026-11-23", "公示截止: 2026-11-24"
    )
    shown = []
    for day in range(4):
        done = run(
            "site", "--content", content, "--output", tmp_path / "output",
            SOURCE_DATE_EPOCH=str(EPOCH + day * DAY),
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        page = tmp_path / "output/item/990700036/2026-09002.html"
        words = page.read_text(encoding="utf-8")
        shown.append(next(w for w in ("公示尚未开始", "公示中", "公示已结束") if w in words))
    assert path.exists()
    assert shown == ["公示尚未开始", "公示中", "公示中", "公示已结束"]


def test_an_odd_day_is_a_sentence():
    for epoch in ("abc", "99999999999999"):
        done = run("check", SOURCE_DATE_EPOCH=epoch)
        assert done.returncode == 2
        assert "Traceback" not in done.stderr
