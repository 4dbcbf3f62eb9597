"""Settings, plugins, rooms and themes that are broken: never a success, never another site."""

import shutil
from concurrent.futures import ThreadPoolExecutor

import pytest

from plugins.press.making import ALONE
from tests.press.faults import hands

TELLING = ("plain", "-q", "-v")
SIGNALS = [
    "initialized", "get_generators", "all_generators_finalized", "get_writer", "finalized",
]  # fmt: skip

RAISES = """
from pelican import signals
def fault(*_):
    raise ValueError("某个插件出错")
def register():
    signals.SIGNAL.connect(fault)
"""
RAISES_AT_ONCE = """
def register():
    raise ValueError("某个插件出错")
"""
WEAK = """
from pelican import signals
from plugins import gate
def register():
    def check(pelican):
        gate._on_generators(pelican)
    signals.get_generators.connect(check)
"""
ROOM = """
def plan(corpus, build):
    raise ValueError("某个栏目出错")
"""

BROKEN = {
    "plugin missing": ("PLUGINS = [*PLUGINS, 'no_such_plugin']", ""),
    "gate mistyped": ("PLUGINS = ['plugins.gaet', press]", ""),
    "press mistyped": ("PLUGINS = [gate, 'plugins.pres']", ""),
    "raises in register": ("import odd\nPLUGINS = [*PLUGINS, odd]", RAISES_AT_ONCE),
    "gate raises in register": ("import odd\nPLUGINS = [odd, press]", RAISES_AT_ONCE),
    "gate held weakly": ("import odd\nPLUGINS = [odd, press]", WEAK),
    "room by a wrong name": ("ROOMS = [*ROOMS, 'plugins.catlog']", ""),
    "room that is none": ("import odd\nROOMS = [*ROOMS, odd]", ""),
    "setting mistyped": ("PUBLC_URL = 'https://www.shili.example/'", ""),
    "setting of Pelican mistyped": ("OUTPUT_PAHT = 'elsewhere'", ""),
    "value of another type": ("PUBLISH = 'no'", ""),
}
"""What is wrong with the settings, and the text of the module ``odd``."""

THEMES = {
    "page template missing": ("templates/item.html", None, "缺少模板"),
    "component missing": ("components/facts/template.html", None, "缺少模板"),
    "undefined variable": ("templates/item.html", "{{ nonsense }}", "nonsense"),
    "not a template": ("templates/item.html", "{% if %}", "模板"),
    "raises": ("templates/item.html", "{{ 1 // 0 }}", "item.html"),
    "wrong type": ("templates/item.html", "{{ 'a' + 1 }}", "item.html"),
}
"""A file of the theme, what stands at the end of it (None: it is gone), and what is said."""


def settings(folder, lines, odd=""):
    (folder / "odd.py").write_text(odd, encoding="utf-8")
    conf = folder / "conf.py"
    conf.write_text(
        f"import sys\nsys.path[:0] = [{str(hands.ROOT)!r}, {str(folder)!r}]\n"
        f"from pelicanconf import *\n{lines}\n",
        encoding="utf-8",
    )
    return conf


def build(town, conf, telling="plain"):
    words = [] if telling == "plain" else [telling]
    return hands.call([*hands.PELICAN, town.content, "-s", conf, "-o", town.output, *words])


def said_by(done):
    return (done.stderr + done.stdout).replace("\n", "")


def builds(town, conf, tellings=TELLING):
    """The same with many ways of telling; none of them changes the site."""
    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(lambda telling: build(town, conf, telling), tellings))
    assert hands.whole(town.output) == town.old
    assert hands.beside(town.output) == []
    return done


@pytest.mark.parametrize("fault", BROKEN)
def test_broken_settings(town, tmp_path, fault):
    lines, odd = BROKEN[fault]
    town.edit()
    every = fault in ("plugin missing", "gate mistyped", "gate held weakly")
    done = builds(town, settings(tmp_path, lines, odd), TELLING if every else ("plain",))
    assert {d.returncode for d in done} == {2}, said_by(done[0])
    assert not any("Traceback" in said_by(d) for d in done)


@pytest.mark.parametrize(
    ("signal", "telling"), list(zip(SIGNALS, ("-q", *TELLING, "-v"), strict=True))
)
def test_a_plugin_that_raises(town, tmp_path, signal, telling):
    """No fault of the content (1): of the settings, or of a program."""
    town.edit()
    odd = RAISES.replace("SIGNAL", signal)
    done = builds(town, settings(tmp_path, "import odd\nPLUGINS = [odd, *PLUGINS]", odd), [telling])
    assert {d.returncode for d in done} in ({2}, {70}), said_by(done[0])
    assert all("某个插件出错" in said_by(d) for d in done)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("PUBLC_URL = ''", "没有设置 PUBLC_URL → 是不是 PUBLIC_URL？"),
        ("WORKER = 2", "没有设置 WORKER → 是不是 WORKERS？"),
        ("WORKERS = '2'", "设置 WORKERS = '2' 写错了 → 要写成一个数"),
        ("PUBLISH = 1", "设置 PUBLISH = 1 写错了"),
    ],
)
def test_a_slip_in_the_settings_is_named(town, tmp_path, line, words):
    assert words in said_by(build(town, settings(tmp_path, line)))


def test_settings_that_pelican_reads_and_does_not_list(town, tmp_path):
    lines = "CATEGORY_FEED_ATOM_URL = 'x'\nTAGS_URL = 'x'\nMY_CONSTANT = 1\nROOMS = tuple(ROOMS)"
    done = build(town, settings(tmp_path, lines))
    assert done.returncode == 0, said_by(done)


def test_what_else_is_installed_is_not_loaded_and_said(town, tmp_path):
    """Pelican would load every package below ``pelican.plugins`` by itself."""
    package = tmp_path / "pelican/plugins/uninvited"
    package.mkdir(parents=True)
    said = tmp_path / "loaded"
    code = f"def register():\n    open({str(said)!r}, 'w')\n"
    (package / "__init__.py").write_text(code, encoding="utf-8")
    done = hands.call(town.words(), PYTHONPATH=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "uninvited" in done.stderr
    assert not said.exists()
    assert hands.whole(town.output) == town.old


def test_one_batch_with_one_address_twice(town, tmp_path):
    odd = (
        "from plugins.plan import Batch, Blob\n"
        "def twice():\n    yield Blob('two.txt', b'1')\n    yield Blob('two.txt', b'2')\n"
        "def plan(corpus, build):\n    yield Batch('twice', twice, ())\n"
    )
    (done,) = builds(town, settings(tmp_path, "import odd\nROOMS = [*ROOMS, odd]", odd), ("plain",))
    assert done.returncode == 1
    assert "GK614" in said_by(done)
    assert "two.txt（odd）" in said_by(done)


def test_settings_that_are_no_python(town, tmp_path):
    """A room that cannot be imported, by a slip: Pelican itself stops."""
    town.edit()
    done = builds(town, settings(tmp_path, "from plugins import catlog"), ["plain"])
    assert all(d.returncode for d in done)
    assert all("catlog" in said_by(d) for d in done)


def test_a_room_that_raises(town, tmp_path):
    """A fault of ours: it is named, and it is no fault of the content."""
    town.edit()
    conf = settings(tmp_path, "import odd\nROOMS = [*ROOMS, odd]", ROOM)
    done = builds(town, conf)
    assert [d.returncode for d in done] == [70, 70, 70], said_by(done[0])
    assert all("odd" in said_by(d) for d in done)


@pytest.mark.parametrize(
    ("fault", "workers"),
    [*((fault, 1) for fault in THEMES), ("page template missing", 2), ("raises", 2)],
)
def test_a_broken_theme(town, tmp_path, fault, workers):
    name, end, words = THEMES[fault]
    theme = tmp_path / "theme"
    shutil.copytree(hands.ROOT / "theme", theme)
    path = theme / name
    if end is None:
        path.unlink()
    else:
        path.write_text(path.read_text(encoding="utf-8").replace("{% block main %}", "{% block main %}" + end),
                        encoding="utf-8")  # fmt: skip
    conf = settings(tmp_path, f"THEME = {str(theme)!r}\nWORKERS = {workers}")
    done = build(town, conf)
    assert done.returncode == 2, said_by(done)
    assert words in said_by(done)
    assert "item/" in said_by(done) or "component" in fault
    assert "Traceback" not in said_by(done)
    assert hands.whole(town.output) == town.old
    assert hands.beside(town.output) == []


def test_a_worker_that_dies(town, tmp_path):
    """The system ends a worker, for want of memory: a sentence, and the old site stays."""
    odd = (
        "import os\nfrom plugins.plan import Batch\n"
        "def die():\n    os.kill(os.getpid(), 9)\n"
        f"def plan(corpus, build):\n    for n in range({ALONE}):\n        yield Batch(f'die-{{n}}', die, ())\n"
    )
    town.edit()
    conf = settings(tmp_path, "import odd\nROOMS = [*ROOMS, odd]\nWORKERS = 2", odd)
    done = build(town, conf)
    assert done.returncode == 3, said_by(done)
    assert "Traceback" not in said_by(done)
    assert hands.whole(town.output) == town.old
    assert hands.beside(town.output) == []
