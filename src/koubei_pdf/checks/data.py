"""A file's bytes: in memory, or mapped, so that a large file takes none of it."""

from __future__ import annotations

import io
import mmap
from pathlib import Path
from typing import Any, BinaryIO, cast

Data = bytes | mmap.mmap


def mapped(path: Path) -> Data:
    """The bytes of a file. Raises OSError where it cannot be read."""
    with path.open("rb") as file:
        # An empty file cannot be mapped.
        size = file.seek(0, io.SEEK_END)
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) if size else b""


def stream(data: Data) -> BinaryIO:
    """The bytes as a file that is open for reading."""
    if isinstance(data, bytes):
        return io.BytesIO(data)
    return cast(BinaryIO, io.BufferedReader(_Mapping(data)))


class _Mapping(io.RawIOBase):
    """Reads a mapped file from a place of its own."""

    def __init__(self, data: mmap.mmap) -> None:
        self._data = data
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: len(self._data)}[whence]
        self._at = base + offset
        return self._at

    def readinto(self, buffer: Any) -> int:
        target = memoryview(buffer)
        part = self._data[self._at : self._at + len(target)]
        target[: len(part)] = part
        self._at += len(part)
        return len(part)
