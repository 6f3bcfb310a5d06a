"""Files → one zip with its checksums, the same bytes for the same files."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Mapping

#: The first day that a zip can name (APPNOTE 4.4.6): nothing depends on a clock.
_DATE = (1980, 1, 1, 0, 0, 0)
#: A regular file that all may read, as Unix has it in the upper half (4.4.15).
_MODE = 0o100644 << 16
_UNIX = 3

SUMS = "SHA256SUMS"


def sums(files: Mapping[str, bytes]) -> bytes:
    """The list that `sha256sum -c` reads."""
    lines = (f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files))
    return "".join(lines).encode()


def archive(folder: str, files: Mapping[str, bytes]) -> bytes:
    """A zip of the files in a folder, with their checksums.

    Stored, not deflated: PDFs are compressed already, and deflate is not the same everywhere.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as made:
        for name, content in sorted({**files, SUMS: sums(files)}.items()):
            entry = zipfile.ZipInfo(f"{folder}/{name}", _DATE)
            entry.create_system, entry.external_attr = _UNIX, _MODE
            made.writestr(entry, content)
    return out.getvalue()
