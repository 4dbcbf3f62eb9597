"""A change of the theme reaches every page that it concerns, whoever made them before."""

from __future__ import annotations

import shutil
import subprocess
import sys

from tests.press.same import builds
from tests.press.same.builds import replaced

LIST = '<ol class="gk-breadcrumb__list"'
MACRO = ("components/breadcrumb/template.html", LIST, f'{LIST} data-x="1"')


def settings(folder, name="conf.py", **more):
    """A copy of the settings file with a copy of the theme; the settings and the theme."""
    theme = folder / "theme"
    if not theme.exists():
        shutil.copytree(builds.ROOT / "theme", theme)
    lines = (f"{name} = {value!r}\n" for name, value in more.items())
    conf = folder / name
    conf.write_text(
        f"import sys\nsys.path.insert(0, {str(builds.ROOT)!r})\nfrom pelicanconf import *\n"
        f"THEME = {str(theme)!r}\nTHEME_TEMPLATES_OVERRIDES = [THEME]\n{''.join(lines)}",
        encoding="utf-8",
    )
    return conf, theme


def macro(theme):
    replaced(theme / MACRO[0], *MACRO[1:])


def frame(theme):
    """What all pages extend, and a stylesheet, whose name is in all of them."""
    replaced(theme / "templates/base.html", "<main", '<main data-x="2"')
    next(theme.glob("styles/core/*.css")).write_text("p { margin: 0 }", encoding="utf-8")


def word(theme):
    """A word that templates take from the table of words."""
    path = theme / "strings/zh-CN.toml"
    text = path.read_text(encoding="utf-8")
    line = next(x for x in text.splitlines() if x.startswith("skip"))
    path.write_text(text.replace(line, f'{line.split("=")[0]}= "跳过"'), encoding="utf-8")


def script(theme):
    path = next(theme.glob("static/search/*.js"))
    path.write_text(path.read_text(encoding="utf-8") + "\nvoid 0 // x\n", encoding="utf-8")


EDITS = (macro, frame, word, script)


def test_after_every_edit_the_kept_site_is_the_clean_one(kept, anew, content, tmp_path):
    conf, theme = settings(tmp_path)
    output, fresh = tmp_path / "output", tmp_path / "fresh"
    before = kept.pelican(content, output, conf)
    for edit in EDITS:
        edit(theme)
        mine, other = kept.pelican(content, output, conf), anew.pelican(content, fresh, conf)
        builds.forget(fresh)
        assert builds.differences(mine, other) == [], edit.__name__
        assert mine != before, edit.__name__
        before = mine


TWICE = """
import sys
from pathlib import Path
import pelican
content, conf, output, template, old, new = sys.argv[1:]
site, _ = pelican.get_instance(pelican.parse_arguments([content, "-s", conf, "-o", output, "-q"]))
site.run()
path = Path(template)
path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
site.run()
"""


def test_a_template_changes_while_pelican_watches(kept, anew, content, tmp_path):
    """``make serve`` and ``make regenerate`` build again and again in one process."""
    conf, theme = settings(tmp_path)
    words = [content, conf, tmp_path / "output", theme / MACRO[0], *MACRO[1:]]
    command = [sys.executable, "-c", TWICE, *map(str, words)]
    env = builds.environment(tmp_path / "state")
    done = subprocess.run(
        command, cwd=builds.ROOT, env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    mine = builds.site(tmp_path / "output")
    other = anew.pelican(content, tmp_path / "fresh", conf)
    assert builds.differences(mine, other) == []
