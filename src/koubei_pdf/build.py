"""The way from a manifest to a Book, with all findings of all layers on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from . import shipped
from .fonts import FontShelf
from .model.book import Book
from .model.content import Issue
from .model.diagnostics import Diagnostic
from .pages import FILLERS, SetParagraph, make_book
from .source import read_issue


@dataclass(frozen=True, slots=True)
class Build:
    """What came of a manifest. Without issue, shelf and book where the files have errors."""

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
    progress: Callable[[int, int], None] | None = None,
    trace: list[SetParagraph] | None = None,
    all_layouts: bool = False,
) -> Build:
    """Read, check and lay out the issue of `manifest`; never raises for a user's mistake.

    Where files have errors, the rest is laid out for its faults, so that they all come in one run.

    progress: called with the pages laid out so far and the pages of the issue; trace: takes
    every paragraph that is set; all_layouts: whether layouts that no page uses are checked too.
    """
    root = manifest.parent
    kinds = {name: filler.options for name, filler in FILLERS.items()}
    issue, found = read_issue(manifest, kinds, all_layouts=all_layouts)
    if issue is None:
        return Build(root, None, None, None, tuple(found))
    is_partial = any(fault.is_error for fault in found)
    folders = (root / "fonts", shipped.folder("fonts"))
    shelf, faults = FontShelf.load(issue.house.fonts, folders, issue.span)
    found.extend(faults)
    if any(fault.is_error for fault in faults):
        return Build(root, issue, shelf, None, tuple(found))
    book, faults = make_book(issue, shelf, progress=progress, trace=trace)
    if is_partial:
        return Build(root, None, None, None, (*found, *faults))
    return Build(root, issue, shelf, book, (*found, *faults))
