"""A signature over ``SHA256SUMS``, by ``ssh-keygen -Y``: who published, not only that nothing changed.

It stands in ``release.json`` as ``signature``, so that no file is added to the site. Anybody can check it
without this program, as ``docs/operators.md`` shows. Keys are those of SSH; nothing is stored here.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator, Sequence

from plugins import addresses, refused
from plugins.manifest.fault import Fault, Kind

NAMESPACE = "gongkai"
"""What a signature of ours is for: none of another use can stand in its place."""


def sign(key: str, data: bytes) -> str:
    """The signature of ``data`` by the private key in a file; raises Refused where there is none."""
    done = _keygen(["sign", "-q", "-f", key, "-n", NAMESPACE], data)
    if done is None or done.returncode:
        why = done.stderr.decode(errors="replace").strip().split("\n")[-1] if done else ""
        fix = "--sign 写私钥文件的路径；要有 ssh-keygen，私钥没有口令或者口令在 ssh-agent 里"
        raise refused.Refused(f"签不了名：{why or '没有 ssh-keygen'} → {fix}", refused.ENVIRONMENT)
    return done.stdout.decode()


def unsigned(signature: str, data: bytes, signers: str) -> Iterator[Fault]:
    """Why ``data`` is not signed by one of ``signers``, a file as ssh-keygen's ``allowed_signers``."""
    if not signature:
        yield Fault(addresses.FACTS, Kind.SIGNATURE, "没有签名")
        return
    with tempfile.NamedTemporaryFile(suffix=".sig") as file:
        file.write(signature.encode())
        file.flush()
        given = ["-f", signers, "-s", file.name]
        found = _keygen(["find-principals", *given], b"")
        names = found.stdout.decode(errors="replace").split("\n") if found else []
        who = next((name for line in names for name in line.split(",") if name), "")
        if not who:
            yield Fault(addresses.FACTS, Kind.SIGNATURE, f"签名的不是 {signers} 里的人")
            return
        done = _keygen(["verify", *given, "-I", who, "-n", NAMESPACE], data)
    if done is None or done.returncode:
        yield Fault(addresses.FACTS, Kind.SIGNATURE, f"签名与 {addresses.SUMS} 不符")


def _keygen(words: Sequence[str], data: bytes) -> subprocess.CompletedProcess[bytes] | None:
    command = ["ssh-keygen", "-Y", *words]
    try:
        return subprocess.run(command, input=data, capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
