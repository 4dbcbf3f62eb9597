"""The names of Pelican settings by which one run hands things on, and by which it is steered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from types import MappingProxyType

CORPUS = "GONGKAI_CORPUS"  # gate -> press: what was read
FINDINGS = "GONGKAI_FINDINGS"  # gate -> verbs: what was found
READING = "GONGKAI_READING"  # gate -> press: seconds of reading and checking
RUN = "GONGKAI_RUN"  # press -> verbs: the build

SUMS = "GONGKAI_SUMS"  # verbs -> gate: SHA-256 of texts that were read just now

WORKERS = "WORKERS"  # processes; 0: one for each core
CLUSTER = "CLUSTER"  # address of a Dask scheduler
NO_CACHE = "NO_CACHE"  # make everything anew
AUDIT = "AUDIT"  # stands in for the auditor of the house, in benches
ALLOW_OLDER = "ALLOW_OLDER"  # an older commit may replace a newer
ALLOW_SHRINK = "ALLOW_SHRINK"  # why a site of less than half the items may replace one
SIGN = "SIGN"  # a file with the private key that signs the release
PUBLIC_URL = "PUBLIC_URL"  # where citizens find the site
PUBLISH = "PUBLISH"  # made for citizens, not a preview
ROOMS = "ROOMS"  # the modules that plan pages

_WAYS = ("_URL", "_SAVE_AS")  # Pelican reads many more of these than it lists
_WORDS = {bool: "True 或 False", int: "一个数", str: "一段文字", list: "一个列表"}
OURS: Mapping[str, type] = MappingProxyType(
    {
        WORKERS: int,
        CLUSTER: str,
        ALLOW_SHRINK: str,
        SIGN: str,
        PUBLIC_URL: str,
        ROOMS: list,
        NO_CACHE: bool,
        ALLOW_OLDER: bool,
        PUBLISH: bool,
        "THEME": str,
    }
)
"""The settings that steer us, with the type of each."""


def faults(settings: Mapping[str, object], known: Iterable[str]) -> Iterator[str]:
    """What is wrong with settings: slips of ``known`` names and of ours, and values of other types.

    A name that is like no other is somebody's constant, and no fault.
    """
    names = {*known, *OURS}
    for name in sorted(settings):
        if name not in names and name.isupper() and not name.startswith("GONGKAI_"):
            near = get_close_matches(name, sorted(names), 1, 0.87)
            if near and (near[0] in OURS or not name.endswith(_WAYS)):
                yield f"没有设置 {name} → 是不是 {near[0]}？"
    for name, kind in OURS.items():
        value = settings.get(name)
        if (
            name in settings
            and type(list(value) if isinstance(value, tuple) else value) is not kind
        ):
            yield f"设置 {name} = {settings[name]!r} 写错了 → 要写成{_WORDS[kind]}"
