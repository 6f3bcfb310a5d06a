"""Text files of an issue: found, kept within the issue's folder, and decoded from UTF-8."""

from __future__ import annotations

import bisect
import os
import posixpath
import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path, PurePosixPath, PureWindowsPath

from ..model.diagnostics import Diagnostic, Span
from ..model.names import shown
from .encodings import guess_encoding
from .faults import files as faults
from .findings import Findings
from .missing import missing_file

#: Largest text file that is read (bytes).
LARGEST = 8 * 1024 * 1024

#: Controls and zero-width characters that no copy needs. A tab counts only after other text.
_INVISIBLE = re.compile(
    "(?<=[^ \t\n])\t|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffd\U000e0000-\U000e007f]"
)
#: What makes one emoji of several is needed.
_EMOJI_JOINER = re.compile(
    "(?<=[\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])\u200d(?=[\u2190-\u2bff\U0001f000-\U0001faff])"
)


@dataclass(frozen=True, slots=True)
class SourceText:
    """A decoded text file: `file` as spans name it, the text with LF line ends, its lines."""

    file: str
    text: str
    lines: tuple[str, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, file: str, text: str) -> SourceText:
        """Of decoded text; a byte-order mark is dropped, CR LF and CR become LF."""
        text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        lines = tuple(text.split("\n"))
        starts = tuple(accumulate((len(line) + 1 for line in lines[:-1]), initial=0))
        return cls(file, text, lines, starts)

    def span(self, index: int, length: int = 1) -> Span:
        """The place of the character at `index` of the text."""
        line = bisect.bisect_right(self.starts, index)
        return Span(self.file, line, index - self.starts[line - 1] + 1, length)


def path_inside(root: Path, folder: str, written: str) -> str | None:
    """A path as written in a file of `folder`, relative to `root`; None where it leads outside.

    Links are followed: what they lead to must lie inside as well.
    """
    windows = PureWindowsPath(written)
    if PurePosixPath(written).is_absolute() or windows.drive or windows.root:
        return None
    path = posixpath.normpath(posixpath.join(folder, written))
    if path == ".." or path.startswith("../"):
        return None
    try:
        real, real_root = os.path.realpath(root / path), os.path.realpath(root)
    except ValueError:  # a NUL in the path: there is no such file, which the reading reports
        return path
    return path if os.path.commonpath((real, real_root)) == real_root else None


def read_text(
    root: Path, path: str, named_at: Span, findings: Findings, endings: Collection[str] = ()
) -> SourceText | None:
    """The text file at `path` (relative to `root`), or None with its faults reported.

    Faults of the file as a whole are reported at `named_at`, the place that names it; those of
    its bytes within it. endings: of files that may be meant where it is missing.
    """
    data = _read_bytes(root / path, path, named_at, findings, endings)
    if data is None:
        return None
    try:
        return SourceText.of(path, data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        _report_encoding(error, path, findings)
        return None


def warn_of_invisible(source: SourceText, start: int, end: int, findings: Findings) -> None:
    """Point out characters of the text from index `start` to `end` that do not show."""
    for match in _INVISIBLE.finditer(source.text, start, end):
        if _EMOJI_JOINER.match(source.text, match.start()):
            continue
        findings.add(_invisible(match[0], source.span(match.start())))


def warn_of_invisible_entity(text: str, span: Span, findings: Findings) -> None:
    """Point out the characters of an entity, written at `span`, that do not show."""
    for match in _INVISIBLE.finditer(text):
        findings.add(_invisible(match[0], span))


def _invisible(character: str, span: Span) -> Diagnostic:
    return faults.INVISIBLE.at(span, code=f"U+{ord(character):04X}")


def line_reader(root: Path) -> Callable[[str, int], str | None]:
    """Reads single source lines for a report: (file, line from 1) → text, None if unreadable."""
    files: dict[str, tuple[str, ...]] = {}

    def read_line(file: str, line: int) -> str | None:
        if file not in files:
            try:
                files[file] = SourceText.of(file, _legible((root / file).read_bytes())).lines
            except (OSError, ValueError):
                files[file] = ()
        lines = files[file]
        return lines[line - 1] if 1 <= line <= len(lines) else None

    return read_line


def _legible(data: bytes) -> str:
    """The text of a file in any encoding, as far as it can be told."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode(guess_encoding(data) or "utf-8", "replace")


def _read_bytes(
    place: Path, path: str, named_at: Span, findings: Findings, endings: Collection[str]
) -> bytes | None:
    """The bytes of a regular file of bearable size, or None with the fault reported."""
    try:
        if not place.is_file():
            if place.exists():
                findings.add(faults.NOT_A_FILE.at(named_at, path=shown(path)))
            else:
                findings.add(missing_file(place, path, named_at, endings))
        elif (size := place.stat().st_size) > LARGEST:
            limit, size_in_mb = LARGEST >> 20, f"{size / 2**20:.1f}"
            findings.add(
                faults.TOO_LARGE.at(named_at, path=shown(path), size=size_in_mb, limit=limit)
            )
        else:
            return place.read_bytes()
    except ValueError:  # a path that no file system has, as with a NUL in it
        findings.add(missing_file(place, path, named_at))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        findings.add(faults.UNREADABLE.at(named_at, path=shown(path), reason=reason))
    return None


def _report_encoding(error: UnicodeDecodeError, path: str, findings: Findings) -> None:
    """Say which encoding the bytes seem to have, at the first byte that is not UTF-8."""
    data = error.object
    encoding = guess_encoding(data)
    if encoding is not None:
        at = Span(path) if encoding.startswith("UTF") else _place_of_byte(data, error.start, path)
        findings.add(faults.OTHER_ENCODING.at(at, path=path, encoding=encoding))
    else:
        at = _place_of_byte(data, error.start, path)
        findings.add(faults.NOT_TEXT.at(at, path=path, byte=f"{data[error.start]:02X}"))


def _place_of_byte(data: bytes, offset: int, path: str) -> Span:
    """Line and column of a byte before which all is UTF-8."""
    before = data[:offset].decode("utf-8")
    return SourceText.of(path, before + "?").span(len(before.replace("\r\n", "\n")))
