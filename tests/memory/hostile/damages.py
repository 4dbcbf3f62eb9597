"""What may have become of the file of a memory; each of these does it to the one of a site."""

from __future__ import annotations

import os

import pytest

from plugins import code
from plugins.memory import Memory


def bomb(marker):
    """What touches ``marker`` for whoever unpickles it."""
    return b"cos\nsystem\n(S'touch %s'\ntR." % os.fsencode(marker)


def noise_within(site):
    data = bytearray(site.memory.read_bytes())
    data[8192:] = os.urandom(len(data) - 8192)
    site.memory.write_bytes(data)


def pickled(site):
    site.memory.write_bytes(bomb(site.marker) * 500)


def bombs_with_the_seals_kept(site):
    site.query("UPDATE memory SET value = ?", bomb(site.marker))


def bombs_sealed_without_the_key(site):
    """As by this very code, of another user: their key is not ours."""
    rows = site.rows()
    site.memory.unlink()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GONGKAI_KEY", "not ours")
        with Memory(str(site.memory), code.stamp()) as memory:
            for kind, key, _, _ in rows:
                memory.put(kind, {key: bomb(site.marker)})
            memory.save()


def values_of_other_rows(site):
    """Every row has the value and the seal of its neighbour."""
    rows = site.rows()
    for (kind, key, _, _), (_, _, value, seal) in zip(rows, rows[1:] + rows[:1], strict=True):
        words = "UPDATE memory SET value = ?, seal = ? WHERE kind = ? AND key = ?"
        site.query(words, value, seal, kind, key)


def by_other_code(site):
    """The same rows with the same key, sealed by a version of the code that is not this one."""
    rows = site.rows()
    site.memory.unlink()
    with Memory(str(site.memory), b"other code") as memory:
        for kind, key, value, _ in rows:
            memory.put(kind, {key: value})
        memory.save()


def gone(site):
    site.memory.unlink()


def a_folder(site):
    site.memory.unlink()
    site.memory.mkdir()
    (site.memory / "x").write_bytes(b"x")


def a_link(site):
    """The file is elsewhere and somebody else's: it may be read, it is the right one."""
    other = site.memory.with_name("elsewhere")
    site.memory.rename(other)
    site.memory.symlink_to(other)


def a_link_to_a_device(site):
    site.memory.unlink()
    site.memory.symlink_to("/dev/zero")


def a_pipe(site):
    site.memory.unlink()
    os.mkfifo(site.memory)


def with_a_trigger(site):
    site.query("CREATE TRIGGER t AFTER INSERT ON memory BEGIN DELETE FROM memory; END")


DAMAGES = (
    *(noise_within, pickled, bombs_with_the_seals_kept, bombs_sealed_without_the_key),
    *(values_of_other_rows, by_other_code, gone, a_folder, a_link, a_link_to_a_device, a_pipe),
    *(with_a_trigger,),
)
