"""What has been worked out of a picture, kept on disk by content.

A cache is a help, never a need: without a folder, with one that cannot be written to or with
broken entries all is worked out anew.
"""

from __future__ import annotations

import os
import zlib
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

#: Bytes that the folder holds at most; the entries that were used longest ago go first.
MOST_BYTES = 1 << 30

_SUFFIX = ".bin"
_CHECK = 4


class Cache:
    """Bytes by key, in a folder (None: nothing is kept)."""

    def __init__(self, folder: Path | None, most: int = MOST_BYTES) -> None:
        self._folder = folder
        self._most = most

    def get(self, *key: object) -> bytes | None:
        """What was kept under `key`, if it is whole."""
        path = self._path(key)
        if path is None:
            return None
        try:
            data = path.read_bytes()
            if zlib.crc32(data[_CHECK:]).to_bytes(_CHECK, "big") != data[:_CHECK]:
                return None
            os.utime(path)
        except OSError:
            return None
        return data[_CHECK:]

    def put(self, data: bytes, *key: object) -> None:
        """Keep `data` under `key`."""
        path = self._path(key)
        if path is None:
            return
        temporary = path.with_name(f".{os.urandom(6).hex()}.tmp")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            temporary.write_bytes(zlib.crc32(data).to_bytes(_CHECK, "big") + data)
            os.replace(temporary, path)
        except OSError:
            with suppress(OSError):
                temporary.unlink()

    def trim(self) -> None:
        """Remove what is too much, and what a stopped run left unfinished."""
        if self._folder is None:
            return
        try:
            entries = [(e.stat().st_mtime_ns, e.name, e.stat().st_size) for e in self._entries()]
            over = sum(size for _, _, size in entries) - self._most
            for _, name, size in sorted(entries):
                if over <= 0:
                    break
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


#: For those who keep nothing.
NO_CACHE = Cache(None)
