"""The finding that a file is missing, with the one beside it that may be meant."""

from __future__ import annotations

import posixpath
from collections.abc import Collection
from os.path import isdir, isfile  # no name makes them raise, as Path.is_dir does for long ones
from pathlib import Path, PurePosixPath

from ..model.diagnostics import Diagnostic, Span
from ..model.names import nearest
from .faults.files import FILE_MISSING
from .findings import Findings

#: Endings by which files of a kind are known; what a file is, its content tells.
COPY = (".md",)
YAML = (".yaml", ".yml")
PICTURES = (".svg", ".jpg", ".jpeg", ".png", ".tif", ".tiff", ".gif", ".webp", ".bmp")


def missing_file(
    place: Path, path: str, named_at: Span, endings: Collection[str] = ()
) -> Diagnostic:
    """The finding that there is no file at `place`, which is `path` from the issue's folder.

    The help offers the file beside it with one of `endings` whose name is most like its own.
    """
    findings = Findings()
    findings.unknown(FILE_MISSING, named_at, path, _meant(place, path, endings))
    return findings.diagnostics[0]


def _meant(place: Path, path: str, endings: Collection[str]) -> list[str]:
    """That file's path, if there is one. Folder and ending are alike anyway: names decide."""
    with_slashes = path.replace("\\", "/")
    if with_slashes != path and isfile(str(place).replace("\\", "/")):
        return [with_slashes]
    if not endings or not isdir(place.parent):
        return []
    beside = sorted(file.name for file in place.parent.iterdir() if file.is_file())
    by_stem = {Path(name).stem: name for name in beside if Path(name).suffix.lower() in endings}
    near = nearest(PurePosixPath(path).stem, by_stem)
    return [] if near is None else [posixpath.join(posixpath.dirname(path), by_stem[near])]
