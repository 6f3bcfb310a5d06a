"""Write a file whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path


def write_atomically(path: Path, parts: Iterable[bytes]) -> None:
    """Replace `path` by `parts` in one step; on an OSError the old file stays as it was."""
    with written_beside(path, parts) as temporary:
        os.replace(temporary, path)


@contextmanager
def written_beside(path: Path, parts: Iterable[bytes]) -> Iterator[Path]:
    """A file of `parts`, whole, to be moved to `path`; it is removed if it is not moved.

    It stands in the same folder, since a rename is atomic only within one file system, and is
    created like any other file, so that it gets the usual permissions.
    """
    temporary = path.with_name(f".{path.name}.{os.urandom(4).hex()}.tmp")
    try:
        with temporary.open("xb") as file:
            file.writelines(parts)
            file.flush()
            os.fsync(file.fileno())
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)
