"""Every example of every component: rendered, valid, and nothing in it becomes markup."""

import subprocess
import tomllib

import pytest
from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser

from plugins.frame import frame
from plugins.press import assets
from plugins.press.render import Texts, environment
from tests import tools
from tests.theme import town

COMPONENTS = sorted(p.name for p in (town.THEME / "components").iterdir() if p.is_dir())
POISON = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>&lt;"
SHELL = '<!doctype html><html lang="zh-CN"><head><title>t</title></head><body><h1>t</h1><h2>t</h2>{}</body></html>'


def examples(name):
    path = town.THEME / "components" / name / "examples.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))["example"] if path.exists() else []


EXAMPLES = [(name, e) for name in COMPONENTS for e in examples(name)]
IDS = [f"{name}: {e['name']}" for name, e in EXAMPLES]


@pytest.fixture(scope="module")
def env(corpus):
    build = town.build()
    theme = assets.collect(build.theme).addresses
    return environment(build, frame(corpus, build), theme, Texts(), frozenset())


def render(env, name, example):
    call = (
        "{% call m(**args) %}{{ inner }}{% endcall %}" if "call" in example else "{{ m(**args) }}"
    )
    source = f'{{% from "components/{name}/template.html" import {name} as m with context %}}{call}'
    inner = Markup(example.get("call", ""))
    return env.from_string(source).render(
        args=example["args"], inner=inner, address="item/990700001/2021-00008.html"
    )


def poisoned(value, fixed, key=""):
    """``value`` with markup in every word but those that are vocabulary."""
    if isinstance(value, dict):
        return {k: poisoned(v, fixed, k) for k, v in value.items()}
    if isinstance(value, list):
        return [poisoned(v, fixed, key) for v in value]
    return value + POISON if isinstance(value, str) and value and key not in fixed else value


@pytest.mark.parametrize("name", COMPONENTS)
def test_a_component_is_a_template_a_style_and_examples(name):
    found = {p.name for p in (town.THEME / "components" / name).iterdir()}
    assert found == {"template.html", "style.css", "examples.toml"}


@pytest.mark.parametrize(("name", "example"), EXAMPLES, ids=IDS)
def test_markup_in_a_word_stays_text(env, name, example):
    fixed = example.get("fixed", ())
    html = render(env, name, {**example, "args": poisoned(example["args"], fixed)})
    tree = LexborHTMLParser(SHELL.format(html))
    assert not tree.css("script")
    assert not [n for n in tree.css("*") if any(a.startswith("on") for a in n.attributes)]
    assert {n.attributes.get("src") for n in tree.css("img")} & {"x"} == set()


def test_every_example_is_valid_html(env, tmp_path):
    for number, (name, example) in enumerate(EXAMPLES):
        html = SHELL.format(render(env, name, example))
        (tmp_path / f"{number:03d}-{name}.html").write_text(html, encoding="utf-8")
    assert faults(tmp_path) == ""


def faults(folder):
    """What the validator calls an error in the pages of a folder."""
    command = [tools.java(), "-jar", tools.vnu(), "--errors-only", "--skip-non-html", folder]
    return subprocess.run(command, capture_output=True, text=True, check=False).stderr
