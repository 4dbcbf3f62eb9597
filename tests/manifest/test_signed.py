"""A release signed with an SSH key: by whom, over what, and without our program too."""

import subprocess

import pytest

from plugins import addresses
from plugins.manifest.fault import Kind
from plugins.manifest.signed import NAMESPACE, sign, unsigned
from plugins.refused import ENVIRONMENT, Refused

DATA = b"0" * 64 + b"  index.html\n"


def key(folder, name):
    """A new key pair; the path of its private half, and its line in a list of signers."""
    path = folder / name
    command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", str(path)]
    subprocess.run(command, check=True, capture_output=True)
    public = path.with_name(f"{name}.pub").read_text(encoding="utf-8").strip()
    return str(path), f'{name}@shili.example namespaces="{NAMESPACE}" {public}\n'


@pytest.fixture
def signers(tmp_path):
    """The key of the office, and a file that names it alone."""
    private, line = key(tmp_path, "office")
    (tmp_path / "signers").write_text(line, encoding="utf-8")
    return private, str(tmp_path / "signers")


def told(signature, data, signers):
    return [(fault.path, fault.kind, fault.message) for fault in unsigned(signature, data, signers)]


def test_a_signature_of_one_who_may_sign_is_good_and_always_the_same(signers):
    private, file = signers
    made = sign(private, DATA)
    assert told(made, DATA, file) == []
    assert sign(private, DATA) == made


def test_ssh_keygen_alone_is_enough(signers, tmp_path):
    private, file = signers
    (tmp_path / "release.sig").write_text(sign(private, DATA), encoding="utf-8")
    command = ["ssh-keygen", "-Y", "verify", "-f", file, "-I", "office@shili.example"]
    command += ["-n", "gongkai", "-s", str(tmp_path / "release.sig")]
    assert subprocess.run(command, input=DATA, capture_output=True, check=False).returncode == 0


def test_other_data_another_signer_and_none_are_told(signers, tmp_path):
    private, file = signers
    other, _ = key(tmp_path, "other")
    made = sign(private, DATA)
    faults = [
        told(made, DATA + b"x", file),
        told(sign(other, DATA), DATA, file),
        told("", DATA, file),
    ]
    assert [(f[0][0], f[0][1]) for f in faults] == [(addresses.FACTS, Kind.SIGNATURE)] * 3
    assert ["不符" in faults[0][0][2], "不是" in faults[1][0][2], "没有" in faults[2][0][2]] == [
        True
    ] * 3
    assert told("-----BEGIN NONSENSE-----", DATA, file)


def test_a_key_that_cannot_sign_stops_the_release(tmp_path):
    with pytest.raises(Refused) as refusal:
        sign(str(tmp_path / "none"), DATA)
    assert refusal.value.exitcode == ENVIRONMENT
    assert "→" in str(refusal.value)
