"""CODEOWNERS of a registry, and change sets held against it, in a real repository."""

import json

import pytest

from tests.owners.conftest import ROLES, Repository
from tests.rules.examples import item

FGW, JYJ, ZWGK = "fgw@shili.example", "jyj@shili.example", "zwgk@shili.example"
NEW = "content/items/fgw/2026/00001.md"


def owner(lines, path):
    """Whom a code host asks: the last line that matches wins."""
    found = ""
    for line in lines:
        pattern, _, accounts = line.partition(" ")
        whole = path == pattern[1:] or (pattern.endswith("/") and path.startswith(pattern[1:]))
        if (
            pattern == "*"
            or whole
            or (pattern == "*.review.toml" and path.endswith(".review.toml"))
        ):
            found = accounts
    return found


def test_every_folder_of_a_body_is_its_own_and_all_else_the_platforms(repository):
    done = repository.owners()
    assert done.returncode == 0, done.stderr
    lines = [line for line in done.stdout.splitlines() if line and not line.startswith("#")]
    platform = "@shili/zwgk zwgk@shili.example"
    fgw = "@fgw-bgs FGW@shili.example"
    assert {path: owner(lines, path) for path in OWNED} == dict(
        zip(OWNED, (*[fgw] * 4, "@jyj-bgs jyj@shili.example", *[platform] * 9), strict=True)
    )
    assert "@jyj-old" not in done.stdout


OWNED = (
    *(NEW, "content/guide/fgw.md", "content/rules/fgw/a.md", "content/reports/fgw/2025.csv"),
    "content/items/jyj/2026/00001/a.pdf",
    *("content/items/fgw/2026/00001.review.toml", "content/registry/roles.toml", "plugins/x.py"),
    *(
        "theme/x.html",
        ".github/workflows/x.yml",
        "content/requests/2026.csv",
        "content/baseline.json",
    ),
    *("content/items/zfb/2026/00001.md", "README.md"),
)


def test_without_anybody_for_the_platform_there_is_no_file(repository):
    path = repository.content / "registry/roles.toml"
    path.write_text(ROLES.replace('["平台"]', '["保密"]'), encoding="utf-8")
    repository.commit(ZWGK)
    done = repository.owners()
    assert (done.returncode, done.stdout) == (2, "")
    assert "平台" in done.stderr
    repository.branch("a")
    repository.change(JYJ, **{NEW: item()})
    done = repository.owners("--base", "main")
    assert done.returncode == 0
    assert "没有核对" in done.stderr


def test_ones_own_folder_may_be_changed(repository):
    repository.branch("a")
    repository.change(FGW, **{NEW: item(), "content/guide/fgw.md": "x"})
    assert repository.owners("--base", "main").returncode == 0
    assert repository.owners("--base", "main", "--by", "@FGW-bgs").returncode == 0


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("content/items/jyj/2026/00001.md", "这是“市教育局”的文件，由 fgw@shili.example 改动"),
        ("content/items/zfb/2026/00001.md", "这是“市政府办公室”的文件"),
        ("content/items/fgw/2026/00001.review.toml", "这是平台的"),
        ("content/registry/columns.toml", "这是平台的"),
        ("content/registry/roles.toml", "这是平台的"),
        ("content/requests/2026.csv", "这是平台的"),
        ("plugins/x.py", "这是平台的"),
        ("theme/templates/base.html", "这是平台的"),
        (".github/workflows/check.yml", "这是平台的"),
        ("CODEOWNERS", "这是平台的"),
    ],
)
def test_what_belongs_to_others_is_told(repository, path, said):
    repository.branch("a")
    repository.change(FGW, **{path: "x"})
    done = repository.owners("--base", "main")
    assert done.returncode == 1
    (line,) = (line for line in done.stdout.splitlines() if "GK905" in line)
    assert said in line
    assert path in line
    assert " → " in line
    assert repository.owners("--base", "main", "--by", "@shili/zwgk").returncode == 0


def test_a_deletion_and_a_move_are_changes_of_both_places(repository):
    repository.branch("a")
    moved = "content/items/jyj/2021/00007.md"
    (repository.folder / moved).parent.mkdir(parents=True)
    repository.git("mv", "content/items/fgw/2021/00007.md", moved)
    repository.commit(JYJ)
    said = repository.owners("--base", "main").stdout
    assert "items/fgw/2021/00007.md" in said
    assert moved not in said


def test_nobody_makes_himself_an_owner(repository):
    repository.branch("a")
    repository.change(
        JYJ,
        **{"content/registry/roles.toml": ROLES.replace('["fgw"]', '["fgw", "jyj"]'), NEW: item()},
    )
    said = repository.owners("--base", "main").stdout
    assert said.count("GK905") == 2


def test_each_commit_is_its_authors(repository):
    repository.branch("a")
    repository.change(FGW, **{NEW: item()})
    repository.change(JYJ, **{"content/items/jyj/2026/00001.md": item()})
    assert repository.owners("--base", "main").returncode == 0
    assert repository.owners("--base", "main", "--by", "@fgw-bgs").returncode == 1


def test_what_only_a_merge_changed_is_seen(repository):
    repository.branch("a")
    repository.change(FGW, **{NEW: item()})
    repository.branch("b")
    repository.git("checkout", "--quiet", "a")
    repository.change(FGW, **{"content/guide/fgw.md": "x"})
    repository.git("merge", "--quiet", "--no-commit", "--no-ff", "b")
    repository.change(FGW, **{"plugins/x.py": "import os"})
    assert "plugins/x.py" in repository.owners("--base", "main").stdout


def test_what_came_into_the_main_branch_meanwhile_is_nobodys_fault(repository):
    repository.branch("a")
    repository.change(FGW, **{NEW: item()})
    repository.git("checkout", "--quiet", "main")
    repository.change(ZWGK, **{"plugins/x.py": "import os"})
    repository.git("checkout", "--quiet", "a")
    assert repository.owners("--base", "main", "--by", "@fgw-bgs").returncode == 0


@pytest.mark.parametrize("form", ["json", "sarif", "github", "gitlab", "junit"])
def test_forges_read_it(repository, form):
    repository.branch("a")
    repository.change(FGW, **{"plugins/x.py": "import os"})
    done = repository.owners("--base", "main", "--format", form)
    assert done.returncode == 1
    assert "GK905" in done.stdout
    if form == "json":
        (found,) = json.loads(done.stdout)["findings"]
        assert found["path"] == "../plugins/x.py"


def test_content_may_be_a_repository_of_its_own(tmp_path):
    repository = Repository(tmp_path, ".")
    assert "\n/items/fgw/ @fgw-bgs" in repository.owners().stdout
    repository.branch("a")
    repository.change(FGW, **{"items/jyj/2026/00001.md": item()})
    assert "items/jyj/2026/00001.md" in repository.owners("--base", "main").stdout


@pytest.mark.parametrize(
    "words", [("--base", "nowhere"), ("--base", "--output=x"), ("--base", "main", "--head", "x")]
)
def test_a_branch_that_is_not_there_is_a_sentence(repository, words):
    done = repository.owners(*words)
    assert done.returncode == 2
    assert "→" in done.stderr
    assert "Traceback" not in done.stderr


def test_outside_git_it_is_a_sentence(tmp_path):
    (tmp_path / "registry").mkdir()
    outside = Repository.__new__(Repository)
    outside.content = tmp_path
    done = outside.owners()
    assert done.returncode == 2
    assert "→" in done.stderr
