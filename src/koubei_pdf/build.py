"""The way from a manifest to a Book, with all findings of all layers on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from . import shipped
from .fonts import MISSING_GLYPH, FontShelf, told_once
from .imaging import NO_CACHE, Cache
from .model.art import PdfPage
from .model.book import Book
from .model.content import Issue
from .model.diagnostics import Bilingual, Diagnostic, Rule, Severity
from .model.fitting import Fit
from .pages import FILLERS, SetParagraph, make_book
from .source import read_issue
from .source.faults.files import INVISIBLE
from .source.picture_faults import DOUBTFUL_PDF, UNFIT_PDF
from .source.placed import placed_pages

if TYPE_CHECKING:
    from .checks.findings import Group

#: Findings in a placed page that its fault tells.
_MOST_FOUND = 3


@dataclass(frozen=True, slots=True)
class Build:
    """What came of a manifest. Without issue, shelf and book where the files have errors.

    fits: how the stories were fitted, in the order of their pages.
    """

    root: Path
    issue: Issue | None
    shelf: FontShelf | None
    book: Book | None
    diagnostics: tuple[Diagnostic, ...]
    fits: tuple[Fit, ...] = ()

    @property
    def errors(self) -> int:
        return sum(d.is_error for d in self.diagnostics)


def build(
    manifest: Path,
    *,
    cache: Cache = NO_CACHE,
    progress: Callable[[int, int], None] | None = None,
    trace: list[SetParagraph] | None = None,
    all_layouts: bool = False,
    refit: bool = False,
    drafts: bool = False,
) -> Build:
    """Read, check and lay out the issue of `manifest`; never raises for a user's mistake.

    Where files have errors, the rest is laid out for its faults, so that they all come in one run.

    cache: what is known of rasters that were read before. progress: called with the pages laid
    out so far and the pages of the issue. trace: takes every paragraph that is set. all_layouts:
    whether layouts that no page uses are checked too. refit: whether stories are fitted anew, in
    spite of what the lock beside the manifest says. drafts: whether articles may be unwritten, and
    what could be read and laid out is given in spite of errors: to plan by, not to print.
    """
    root = manifest.parent
    kinds = {name: filler.options for name, filler in FILLERS.items()}
    issue, found = read_issue(
        manifest, kinds, cache=cache, all_layouts=all_layouts, refit=refit, drafts=drafts
    )
    if issue is None:
        return Build(root, None, None, None, tuple(found))
    is_partial = any(fault.is_error for fault in found)
    found.extend(_unfit_pages(issue))
    folders = (root / "fonts", shipped.folder("fonts"))
    shelf, faults = FontShelf.load(issue.house.fonts, folders, issue.span)
    found.extend(faults)
    if any(fault.is_error for fault in faults):
        return Build(root, issue, shelf, None, tuple(found))
    fits: list[Fit] = []
    book, faults = make_book(issue, shelf, progress=progress, trace=trace, fits=fits)
    fits.sort(key=lambda fit: fit.first)
    faults = told_once(faults)
    found = _without_glyphless(found, faults)
    if is_partial and not drafts:
        return Build(root, None, None, None, (*found, *faults), tuple(fits))
    return Build(root, issue, shelf, book, (*found, *faults), tuple(fits))


def _without_glyphless(found: list[Diagnostic], faults: list[Diagnostic]) -> list[Diagnostic]:
    """What was found, but that characters are invisible which no face has, as `faults` tell."""
    glyphless = {one.span for one in faults if one.rule.code == MISSING_GLYPH.code}
    return [one for one in found if one.rule is not INVISIBLE or one.span not in glyphless]


def _unfit_pages(issue: Issue) -> Iterator[Diagnostic]:
    """What the press would not take of placed pages of other PDFs; each page is judged once."""
    judged: dict[PdfPage, list[Rule]] = {}
    for picture, art in placed_pages(issue.articles.values(), issue.pages):
        if art not in judged:
            judged[art] = _judged(art, issue)
        file = picture.key.partition("#")[0]
        for rule in judged[art]:
            yield rule.at(picture.span, path=file, page=art.page)


def _judged(page: PdfPage, issue: Issue) -> list[Rule]:
    """The rules that a placed page breaks, by severity, saying what was found in it."""
    from .checks.placing import judge_page

    groups = judge_page(Path(page.path), page.page, issue.press)
    found = []
    for severity, rule in ((Severity.ERROR, UNFIT_PDF), (Severity.WARNING, DOUBTFUL_PDF)):
        some = [group for group in groups if group.rule.severity is severity]
        if some:
            found.append(rule.saying(found=_listed(some)))
    return found


def _listed(groups: Sequence[Group]) -> Bilingual:
    """What was found, in words: of each rule the first, of many rules the first ones."""
    firsts = {group.rule.code: group for group in reversed(groups)}
    shown = [firsts[code] for code in sorted(firsts)[:_MOST_FOUND]]
    more = len(groups) - len(shown)
    zh = "；".join(f"{group.message('zh')}（{group.rule.code}）" for group in shown)
    en = "; ".join(f"{group.message('en')} ({group.rule.code})" for group in shown)
    if more:
        return Bilingual(f"{zh}；另有 {more} 项", f"{en}; and {more} more")
    return Bilingual(zh, en)
