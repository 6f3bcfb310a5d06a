"""What has been worked out of a picture, kept on disk by content.

A cache is a help, never a need: without a folder, with one that cannot be written to or with
broken entries all is worked out anew.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import file_digest, sha256
from pathlib import Path

#: Bytes that the folder holds at most, besides what this run needs; the entries that were used
#: longest ago go first.
MOST_BYTES = 1 << 30

_SUFFIX = ".bin"
_PART = 1 << 20


@dataclass(frozen=True, slots=True)
class Stored:
    """A line of text and data: in memory, or in a file from byte `start` on.

    size: bytes of data. digest: SHA-256 of both in hexadecimal, wherever they are.
    """

    head: bytes
    source: bytes | Path
    start: int
    size: int
    digest: str

    def parts(self) -> Iterator[bytes]:
        """The data, part by part. Raises OSError if its file is not what it was."""
        if isinstance(self.source, bytes):
            yield self.source
            return
        left = self.size
        with self.source.open("rb") as file:
            file.seek(self.start)
            while part := file.read(min(left, _PART)):
                left -= len(part)
                yield part
        if left:
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(self.source))


class Cache:
    """Heads (a line without its end) and data by key, in a folder (None: nothing is kept)."""

    def __init__(self, folder: Path | None, most: int = MOST_BYTES) -> None:
        self._folder = folder
        self._most = most
        self._used: set[str] = set()

    def find(self, *key: object) -> Stored | None:
        """What was kept under `key`, if it is whole."""
        path = self._path(key)
        if path is None:
            return None
        try:
            with path.open("rb") as file:
                digest = file.readline()[:-1].decode("ascii", "replace")
                start = file.tell()
                if file_digest(file, "sha256").hexdigest() != digest:
                    return None
                end = file.tell()
                file.seek(start)
                head = file.readline()
            os.utime(path)
        except OSError:
            return None
        self._used.add(path.name)
        start += len(head)
        return Stored(head[:-1], path, start, end - start, digest)

    def keep(self, head: bytes, data: bytes, *key: object) -> Stored:
        """Keep them under `key`; they stay in memory only where they cannot be written."""
        sum_ = sha256(head + b"\n")
        sum_.update(data)
        digest = sum_.hexdigest()
        first = f"{digest}\n".encode() + head + b"\n"
        path = self._path(key)
        if path is None or not _written(path, first, data):
            return Stored(head, data, 0, len(data), digest)
        self._used.add(path.name)
        return Stored(head, path, len(first), len(data), digest)

    def trim(self) -> None:
        """Remove what is too much, and what a stopped run left unfinished.

        What was found or kept by this object stays: somebody may still read it.
        """
        if self._folder is None:
            return
        try:
            entries = [(e.stat().st_mtime_ns, e.name, e.stat().st_size) for e in self._entries()]
            over = sum(size for _, _, size in entries) - self._most
            for _, name, size in sorted(entries):
                if over <= 0:
                    break
                if name not in self._used:
                    (self._folder / name).unlink(missing_ok=True)
                    over -= size
        except OSError:
            return

    def _entries(self) -> list[os.DirEntry[str]]:
        if self._folder is None:
            return []
        with os.scandir(self._folder) as entries:
            return [entry for entry in entries if entry.name.endswith((_SUFFIX, ".tmp"))]

    def _path(self, key: tuple[object, ...]) -> Path | None:
        if self._folder is None:
            return None
        return self._folder / f"{sha256(repr(key).encode()).hexdigest()[:40]}{_SUFFIX}"


def _written(path: Path, *parts: bytes) -> bool:
    """Whether a file could be written, whole."""
    temporary = path.with_name(f".{os.urandom(6).hex()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("xb") as file:
            file.writelines(parts)
        os.replace(temporary, path)
    except OSError:
        with suppress(OSError):
            temporary.unlink()
        return False
    return True


#: For those who keep nothing.
NO_CACHE = Cache(None)
