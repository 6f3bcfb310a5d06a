"""A file's bytes, in memory or on disk: read part by part, so that a large file takes little."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

import pikepdf

_PART = 1 << 20
#: The longest match that is found across the border of two parts.
_LONGEST = 256


@dataclass(frozen=True, slots=True)
class Data:
    """The bytes of a file, or a file with them, which must stay as it is."""

    source: bytes | Path

    def open(self) -> BinaryIO:
        """The bytes, open for reading."""
        source = self.source
        return io.BytesIO(source) if isinstance(source, bytes) else source.open("rb")

    def pdf(self, *, inherit: bool = True) -> pikepdf.Pdf:
        """The file as a PDF. inherit: see `inherit_page_attributes` of pikepdf."""
        source = self.source
        return pikepdf.open(
            io.BytesIO(source) if isinstance(source, bytes) else source,
            access_mode=pikepdf.AccessMode.stream,  # a mapped file would be in memory whole
            suppress_warnings=True,
            inherit_page_attributes=inherit,
        )

    def part(self, start: int, size: int) -> bytes:
        """At most `size` bytes from `start` on."""
        with self.open() as file:
            file.seek(start)
            return file.read(size)

    def ends(self, pattern: re.Pattern[bytes]) -> Iterator[int]:
        """Where matches of a pattern end, in their order; those of 256 bytes at most are found."""
        with self.open() as file:
            at, rest = 0, b""
            while part := file.read(_PART):
                window = rest + part
                settled = len(window) - _LONGEST if len(part) == _PART else len(window)
                for found in pattern.finditer(window):
                    if found.start() < settled:
                        yield at + found.end()
                rest = window[max(settled, 0) :]
                at += len(window) - len(rest)

    @property
    def digest(self) -> str:
        """SHA-256 in hexadecimal."""
        sha = sha256()
        with self.open() as file:
            while part := file.read(_PART):
                sha.update(part)
        return sha.hexdigest()
