"""Two open branches that take one index number, in a real repository."""

from tests.owners.conftest import Repository

FGW, OTHER = "fgw@shili.example", "fgw2@shili.example"
NUMBER = "990700036/2026-00001"


def told(repository: Repository) -> list[str]:
    lines = repository.owners("--base", "main", "--by", "@shili/zwgk").stdout.splitlines()
    return [line for line in lines if "GK906" in line]


def test_two_open_branches_that_take_one_number_are_told(repository):
    repository.branch("a")
    repository.take("fgw", "00001", NUMBER, FGW)
    repository.branch("b")
    repository.take("fgw", "00001", NUMBER, OTHER, 名称="另一个文件")
    (line,) = told(repository)
    assert NUMBER in line
    assert "分支 a" in line
    assert "分支 b" in line
    assert "make number" in line


def test_so_are_those_that_only_look_alike_and_lie_elsewhere(repository):
    repository.branch("a")
    repository.take("fgw", "00001", NUMBER, FGW)
    repository.branch("b")
    repository.take("fgw", "00002", "990700036／2026-00001", OTHER)
    assert len(told(repository)) == 1


def test_other_numbers_drafts_and_edits_are_no_clash(repository):
    for name, number in (
        ("a", NUMBER),
        ("b", "990700036/2026-00002"),
        ("c", "待编"),
        ("d", "待编"),
    ):
        repository.branch(name)
        repository.take("fgw", name, number, FGW)
    for name in ("e", "f"):  # one item of the main branch, edited twice
        repository.branch(name)
        path = "content/items/fgw/2021/00007.md"
        text = (repository.folder / path).read_text(encoding="utf-8")
        repository.change(FGW, **{path: f"{text}\n{name}\n"})
    assert told(repository) == []


def test_a_branch_that_stands_on_another_is_no_clash(repository):
    repository.branch("a")
    repository.take("fgw", "00001", NUMBER, FGW)
    repository.branch("b", "a")
    repository.take("fgw", "00001", NUMBER, FGW, 名称="同一个文件，改过")
    assert told(repository) == []


def test_a_merged_branch_is_no_longer_open(repository):
    repository.branch("a")
    repository.take("fgw", "00001", NUMBER, FGW)
    repository.git("checkout", "--quiet", "main")
    repository.git("merge", "--quiet", "--ff-only", "a")
    repository.branch("b")
    repository.take("fgw", "00002", "990700036/2026-00002", FGW)
    assert told(repository) == []


def test_a_branch_of_the_forge_counts(repository, tmp_path_factory):
    forge = tmp_path_factory.mktemp("forge") / "site.git"
    repository.branch("theirs")
    repository.take("fgw", "00001", NUMBER, OTHER)
    repository.git("clone", "--quiet", "--bare", ".", str(forge))
    repository.git("checkout", "--quiet", "main")
    repository.git("branch", "-D", "theirs")
    repository.git("remote", "add", "origin", str(forge))
    repository.git("fetch", "--quiet", "origin")
    repository.branch("mine")
    repository.take("fgw", "00001", NUMBER, FGW, 名称="我的")
    (line,) = told(repository)
    assert "origin/theirs" in line


def test_a_commit_that_no_branch_has_counts_too(repository):
    """As pipelines check out what is to be merged."""
    repository.branch("theirs")
    repository.take("fgw", "00001", NUMBER, OTHER)
    repository.git("checkout", "--quiet", "--detach", "main")
    repository.take("fgw", "00001", NUMBER, FGW, 名称="我的")
    (line,) = told(repository)
    assert "这次的改动" in line
    repository.git("checkout", "--quiet", "--detach", "theirs")
    repository.change(OTHER, **{"content/guide/fgw.md": "x"})
    assert told(repository) == []
