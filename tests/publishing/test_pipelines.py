"""The pipelines that forges run are valid by the forges' own schemas, and pin what they use."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))


def valid(schema: str, path: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda p: p.name)
def test_a_github_workflow_is_valid(path):
    done = valid("vendor.github-workflows", path)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_gitlab_pipeline_is_valid():
    done = valid("vendor.gitlab-ci", ROOT / ".gitlab-ci.yml")
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_faulty_workflow_is_found(tmp_path):
    text = WORKFLOWS[0].read_text(encoding="utf-8").replace("runs-on:", "run-on:")
    (tmp_path / "bad.yml").write_text(text, encoding="utf-8")
    assert valid("vendor.github-workflows", tmp_path / "bad.yml").returncode != 0


def test_every_action_is_pinned_by_hash():
    for path in WORKFLOWS:
        for used in re.findall(r"uses: (\S+)", path.read_text(encoding="utf-8")):
            assert re.search(r"@[0-9a-f]{40}$", used), f"{path.name}: {used}"


def test_the_site_is_published_on_push_and_daily_after_midnight_in_shanghai():
    text = (ROOT / ".github/workflows/publish.yml").read_text(encoding="utf-8")
    minute, hour = re.search(r'cron: "(\d+) (\d+) \* \* \*"', text).groups()
    assert (int(hour) + 8) % 24 == 0
    assert int(minute) > 0
    assert "branches: [main]" in text
