"""What verifying finds in a copy, and the simplest tampering."""

from plugins.manifest.verify import verify


def faults(folder, known=None, previous=None):
    """What is found, as (path, kind)."""
    data = known.read_bytes() if known else None
    return {(f.path, f.kind) for f in verify(str(folder), data, previous and str(previous))}


def append(path):
    """One more byte at the end of a file."""
    path.write_bytes(path.read_bytes() + b" ")
