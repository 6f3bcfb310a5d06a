"""The way from a manifest to a Book, with all findings of all layers on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from . import shipped
from .fonts import FontShelf
from .imaging import NO_CACHE, Cache
from .model.book import Book
from .model.content import Issue
from .model.diagnostics import Diagnostic
from .pages import FILLERS, make_book
from .source import read_issue


@dataclass(frozen=True, slots=True)
class Build:
    """What came of a manifest. book and shelf are None where the sources have errors."""

    root: Path
    issue: Issue | None
    shelf: FontShelf | None
    book: Book | None
    diagnostics: tuple[Diagnostic, ...]

    @property
    def errors(self) -> int:
        return sum(d.is_error for d in self.diagnostics)


def build(
    manifest: Path,
    *,
    cache: Cache = NO_CACHE,
    progress: Callable[[int, int], None] | None = None,
) -> Build:
    """Read, check and lay out the issue of `manifest`; never raises for a user's mistake.

    cache: what is known of rasters that were read before. progress: called with the pages laid
    out so far and the pages of the issue.
    """
    root = manifest.parent
    kinds = {name: filler.options for name, filler in FILLERS.items()}
    issue, found = read_issue(manifest, kinds, cache=cache)
    if issue is None:
        return Build(root, None, None, None, tuple(found))
    folders = (root / "fonts", shipped.folder("fonts"))
    shelf, faults = FontShelf.load(issue.house.fonts, folders, issue.span)
    found.extend(faults)
    if any(fault.is_error for fault in faults):
        return Build(root, issue, shelf, None, tuple(found))
    book, faults = make_book(issue, shelf, progress=progress)
    return Build(root, issue, shelf, book, (*found, *faults))
