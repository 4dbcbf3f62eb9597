"""Who may import whom, and how large a piece may grow."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PLUGINS = ROOT / "plugins"
MODULES = sorted(p for p in PLUGINS.rglob("*.py"))
ROOMS = {
    p.parent.name
    for p in PLUGINS.glob("*/__init__.py")
    if "\ndef plan(corpus" in p.read_text(encoding="utf-8")
}
FOUNDATIONS = (
    "records",
    "rules",
    "hanzi",
    "manifest",
    "workdays",
    "tallies",
    "annual",
    "ledger",
    "activities",
    "leaks",
    "owed",
    "review",
    "steering",
    "scrub",
)
DOORS = {"plugins.gate", "plugins.host", "plugins.press"}
TABLES = {"plugins/records/fields.py"}  # tables of data may be long


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(p for p in parts if p != "__init__")


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {a.name for a in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found |= {node.module, *(f"{node.module}.{a.name}" for a in node.names)}
    return found


def within(name: str, *packages: str) -> bool:
    return any(name == p or name.startswith(p + ".") for p in packages)


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_a_module_imports_only_what_lies_below_it(path):
    name = module_name(path)
    for used in imports(path):
        if within(used, "pelican"):
            assert within(name, *DOORS, "plugins.verbs"), f"{name} imports Pelican"
        for room in ROOMS:
            if within(used, f"plugins.{room}"):
                allowed = within(name, f"plugins.{room}", "plugins.verbs")
                assert allowed, f"{name} imports the room {room}"
        if any(within(name, f"plugins.{f}") for f in FOUNDATIONS):
            assert not within(used, "jinja2"), f"{name} imports Jinja"
        if within(name, "plugins.audit"):
            asked = within(
                used, "plugins.audit", "plugins.leaks"
            )  # what a number is: the gate's words
            shared = within(used, "plugins") and not asked
            assert not shared, f"the auditor shares {used} with the build"


def test_every_room_is_listed_in_the_table_of_contents():
    import pelicanconf

    listed = [room.__name__.removeprefix("plugins.") for room in pelicanconf.ROOMS]
    assert sorted(listed) == sorted(ROOMS)


def test_check_needs_neither_pelican_nor_jinja():
    code = (
        "import sys; from click.testing import CliRunner; from plugins.verbs.check_ import command; "
        f"CliRunner().invoke(command, ['--content', {str(ROOT / 'content')!r}]); "
        "print([m for m in ('pelican', 'jinja2') if m in sys.modules])"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_site_without_ledger_and_reports_waits_for_no_forms():
    content = ROOT / "tests/items/base"
    code = (
        "import sys; from click.testing import CliRunner; from plugins.verbs.check_ import command; "
        f"done = CliRunner().invoke(command, ['--content', {str(content)!r}]); "
        "print(done.exit_code, [m for m in sys.modules if m.startswith('plugins.annual')])"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0 []"


def lengths() -> list[tuple[int, str]]:
    found = []
    for path in MODULES:
        place = path.relative_to(ROOT).as_posix()
        text = path.read_text(encoding="utf-8")
        if place not in TABLES:
            found.append((len(text.splitlines()), 250, place))
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef):
                size = (node.end_lineno or 0) - node.lineno + 1
                found.append((size, 50, f"{place}:{node.name}"))
    for path in (ROOT / "theme").rglob("*.html"):
        size = len(path.read_text(encoding="utf-8").splitlines())
        found.append((size, 120, path.relative_to(ROOT).as_posix()))
    for path in (ROOT / "theme/components").glob("*/style.css"):
        size = len(path.read_text(encoding="utf-8").splitlines())
        found.append((size, 100, path.relative_to(ROOT).as_posix()))
    return sorted(found, key=lambda row: row[0] / row[1], reverse=True)


def test_no_piece_outgrows_its_ceiling(capsys):
    rows = lengths()
    with capsys.disabled():
        largest = "; ".join(f"{place} {size}" for size, _, place in rows[:10])
        print(f"\nlargest: {largest}")
    over = [
        f"{place}: {size} lines, ceiling {limit}" for size, limit, place in rows if size > limit
    ]
    assert not over, "\n".join(over)


def test_every_public_function_says_what_it_promises():
    silent = []
    for path in MODULES:
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            public = isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith(
                "_"
            )
            if public and not ast.get_docstring(node):
                silent.append(f"{module_name(path)}.{node.name}")
    assert not silent


def test_every_module_has_a_docstring():
    silent = [p for p in MODULES if not ast.get_docstring(ast.parse(p.read_text(encoding="utf-8")))]
    assert not silent


def test_every_kind_of_fault_that_the_reader_finds_has_a_rule():
    emitted, handled = set(), set()
    kinds = set()
    for path in (*(PLUGINS / "records").glob("*.py"), *(PLUGINS / "ledger").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                texts = [a.value for a in node.args if isinstance(a, ast.Constant)]
                if name in ("Fault", "_fault", "fault", "_pattern"):
                    kinds = {
                        t for t in texts if isinstance(t, str) and t.replace("-", "").isalpha()
                    }
                    emitted |= {k for k in kinds if k.isascii() and "-" in k}
    rules = "".join(p.read_text(encoding="utf-8") for p in (PLUGINS / "rules").glob("*.py"))
    handled = {k for k in emitted if f'"{k}"' in rules}
    assert emitted - handled == set()
