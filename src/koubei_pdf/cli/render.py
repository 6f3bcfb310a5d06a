"""`render` and `check`: build the issue, tell what was found, write the file."""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from ..build import Build, build
from ..imaging import NO_CACHE, Cache, PictureError, ProfileError
from ..model.book import Item, Link, Page
from ..model.content import Issue
from ..model.diagnostics import Bilingual, Diagnostic, Lang
from ..model.press import Standard
from ..origins import NO_ORIGINS, Origins, keep, origins_of
from ..output.job import Edition, Job
from ..source.press import profiles
from .findings import show_findings
from .gate import counted, pass_gate, rejected_name, show_judgement, untold
from .moved import keep_lock, tell_moves
from .targets import NAME_A_PDF, cache_of, unfit
from .usage import WRONG_USAGE, wrong_usage

if TYPE_CHECKING:
    from ..checks.judging import Judgement

#: What a file of the edition is called after the issue, so that none replaces another.
_EDITION_NAMES: dict[Edition, str] = {"press": "", "proof": "-proof", "screen": "-screen"}

_LAID_OUT = Bilingual("{pages} 页，{stories} 篇，", "{pages:page/pages}, {stories:story/stories}, ")
_FOUND = Bilingual(
    "{errors} 个错误，{warnings} 个警告，{preflight}{seconds} 秒：{file}",
    "{errors:error/errors}, {warnings:warning/warnings}, {preflight}{seconds} s: {file}",
)
_NOT_WRITTEN = Bilingual("没有写文件", "no file was written")
_KEPT = Bilingual("没有写文件，原来的 {file} 还在", "no file was written; {file} is as it was")
_CHECKED = Bilingual("只检查，不写文件", "checked only, nothing written")

#: Two page numbers and any hyphen that people type between them.
_RANGE = re.compile("(\\d{1,5})\\s*(?:[-\uff0d\u2013\u2014]\\s*(\\d{1,5}))?")

_NO_MANIFEST = Bilingual("{path} 不存在", "{path} does not exist")
_NAME_ONE = Bilingual(
    "给出 issue.yaml 或放着它的文件夹", "name an issue.yaml or the folder that holds it"
)
_NO_PAGES = Bilingual("--pages 看不懂“{text}”", "--pages cannot be `{text}`")
_AS_THIS = Bilingual("写成 4-9 或 4,12-13，从 1 数起", "write 4-9 or 4,12-13, counted from 1")
_BEYOND = Bilingual(
    "--pages {text} 超出了范围：本期只有 {last} 页",
    "--pages {text} goes beyond the issue, which has {last:page/pages}",
)
_WITHIN = Bilingual("写 1 到 {last} 之间的页码", "write numbers from 1 to {last}")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What `render` is asked for. standard: in place of the press profile's own; refit: fit
    stories anew."""

    output: Path | None = None
    pages: str | None = None
    edition: Edition = "press"
    standard: Standard | None = None
    outline_text: bool = False
    refit: bool = False


_PLAIN = Wanted()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of writing: of a press edition the judgement and the origins of what it holds;
    what kept it from being written.
    """

    is_written: bool = False
    judged: Judgement | None = None
    origins: Origins = NO_ORIGINS
    faults: tuple[Diagnostic, ...] = ()


def run_render(issue: Path, asked: Wanted, lang: Lang) -> int:
    """Exit code of `render`."""
    pages = asked.pages
    start = time.perf_counter()
    manifest = find_manifest(issue, lang)
    if manifest is None:
        return WRONG_USAGE
    wanted = None if pages is None else _numbers(pages)
    if pages is not None and wanted is None:
        return wrong_usage(_NO_PAGES, _AS_THIS, lang, text=pages)
    name = f"{manifest.stem}{_EDITION_NAMES[asked.edition]}{_part(wanted)}.pdf"
    file = asked.output or manifest.parent / "out" / name
    if os.path.islink(file):
        file = file.resolve()
    places = (file, rejected_name(file)) if asked.edition == "press" else (file,)
    for place in places:
        reason = unfit(place)
        if reason is not None:
            return wrong_usage(reason, NAME_A_PDF, lang, file=place)
    came = Outcome()
    with progress() as advance:
        cache = cache_of(manifest.parent)
        made = build(manifest, cache=cache, progress=advance, refit=asked.refit)
        last = len(made.book.pages) if made.book else 0
        is_beyond = wanted is not None and made.book is not None and max(wanted) > last
        if not is_beyond:
            made = _only(made, wanted)
            came = _written(made, asked, file, sorted(wanted or ()))
            made = replace(made, diagnostics=(*made.diagnostics, *came.faults))
    # The lines that these point to may stand in the record, which is written anew.
    show_findings(made.diagnostics, made.root, lang)
    if came.is_written and not made.errors:
        fault = keep_lock(made, manifest)
        if fault:
            show_findings([fault], made.root, lang)
            made = replace(made, diagnostics=(*made.diagnostics, fault))
    if is_beyond:
        return wrong_usage(_BEYOND, _WITHIN, lang, text=pages, last=last)
    preflight = ""
    if came.judged is not None:
        judged = untold(came.judged, came.origins, made.diagnostics)
        refused = show_judgement(judged, file, came.origins, lang)
        made = replace(made, diagnostics=(*made.diagnostics, *refused))
        preflight = counted(came.judged, judged, lang)
    tell_moves(made, lang)
    what = str(file)
    if not came.is_written:
        kept = _KEPT if os.path.exists(file) else _NOT_WRITTEN
        what = kept.text(lang, {"file": file})
    _summary(made, start, what, lang, preflight)
    return 1 if made.errors else 0


def run_check(issue: Path, lang: Lang) -> int:
    """Exit code of `check`."""
    start = time.perf_counter()
    manifest = find_manifest(issue, lang)
    if manifest is None:
        return WRONG_USAGE
    with progress() as advance:
        made = build(manifest, cache=cache_of(manifest.parent), progress=advance, all_layouts=True)
    show_findings(made.diagnostics, made.root, lang)
    tell_moves(made, lang)
    _summary(made, start, _CHECKED.text(lang), lang)
    return 1 if made.errors else 0


def _part(wanted: set[int] | None) -> str:
    """What a file of some pages is called besides, so that it does not replace the whole issue."""
    if wanted is None:
        return ""
    numbers = sorted(wanted)
    firsts = [number for number in numbers if number - 1 not in wanted]
    lasts = [number for number in numbers if number + 1 not in wanted]
    ranges = zip(firsts, lasts, strict=True)
    return "-" + "+".join(f"{a}" if a == b else f"{a}-{b}" for a, b in ranges)


def _written(made: Build, asked: Wanted, file: Path, numbers: Sequence[int]) -> Outcome:
    """Write the book, unless there are errors; a press edition passes preflight first.

    A proof is written with its errors, which it shows, if the issue could be laid out at all.
    numbers: of the pages, where not all are written.
    """
    book, shelf, issue = made.book, made.shelf, made.issue
    if book is None or shelf is None or issue is None:
        return Outcome()
    is_proof = asked.edition == "proof"
    if made.errors and not is_proof:
        return Outcome()
    from ..output import (
        missing_alternates,
        no_profile,
        not_written,
        picture_gone,
        write_atomically,
        write_pdf,
    )

    try:
        edition = job(issue, asked, cache_of(made.root))
        if is_proof:
            edition = replace(edition, faults=made.diagnostics)
        told: list[Diagnostic] = []
        parts = write_pdf(book, shelf, edition, tell=told.append)
        file.parent.mkdir(parents=True, exist_ok=True)
        if asked.edition == "press":
            judged, digest = pass_gate(file, parts, edition.press, edition.cache, numbers)
            origins = replace(
                origins_of(book, shelf), press=edition.press.read_from, numbers=tuple(numbers)
            )
            keep(origins, digest, edition.cache)
            return Outcome(not judged.errors, judged, origins, tuple(told))
        write_atomically(file, parts)
    except PictureError as error:
        return Outcome(faults=(picture_gone(error),))
    except ProfileError as error:
        return Outcome(faults=(no_profile(error),))
    except OSError as error:
        return Outcome(faults=(not_written(file, error),))
    unread = tuple(missing_alternates(book)) if asked.edition == "screen" else ()
    return Outcome(True, faults=(*told, *unread))


def job(issue: Issue, asked: Wanted = _PLAIN, cache: Cache = NO_CACHE) -> Job:
    """What is to be written of an issue."""
    press = issue.press
    if asked.standard is not None:
        press = replace(press, standard=asked.standard)
    colours = issue.house.colours.values()
    twins = {colour.ink: colour.rgb for colour in colours if colour.rgb is not None}
    return Job(press, profiles(press), asked.edition, asked.outline_text, twins, cache)


def find_manifest(path: Path, lang: Lang) -> Path | None:
    """The manifest that `path`, a file or an issue's folder, means; None, and told, if missing."""
    manifest = path / "issue.yaml" if os.path.isdir(path) else path
    if os.path.exists(manifest):
        return manifest
    wrong_usage(_NO_MANIFEST, _NAME_ONE, lang, path=manifest)
    return None


def _summary(made: Build, start: float, file: str, lang: Lang, preflight: str = "") -> None:
    facts = {
        "pages": len(made.book.pages) if made.book else 0,
        "stories": len(made.issue.articles) if made.issue else 0,
        "errors": made.errors,
        "warnings": len(made.diagnostics) - made.errors,
        "preflight": preflight,
        "seconds": f"{time.perf_counter() - start:.1f}",
        "file": file,
    }
    laid_out = _LAID_OUT.text(lang, facts) if made.book else ""
    typer.echo(laid_out + _FOUND.text(lang, facts))


def _numbers(text: str) -> set[int] | None:
    """Page numbers of `4-9` or `4,12-13`, full-width ones too; None if not of that form."""
    numbers: set[int] = set()
    for part in re.split("[,，、]", text):
        match = _RANGE.fullmatch(part.strip())
        if not match:
            return None
        first, last = int(match[1]), int(match[2] or match[1])
        if not 0 < first <= last:
            return None
        numbers.update(range(first, last + 1))
    return numbers


def _only(made: Build, wanted: set[int] | None) -> Build:
    """With these pages alone (None: all); links and bookmarks to others are left out."""
    book = made.book
    if wanted is None or book is None:
        return made
    pages = tuple(_without_links(page, wanted) for page in book.pages if page.number in wanted)
    marks = tuple(mark for mark in book.bookmarks if mark.page in wanted)
    return replace(made, book=replace(book, pages=pages, bookmarks=marks))


def _without_links(page: Page, kept: set[int]) -> Page:
    """A page without its links to pages that are not kept."""
    start = len(page.items) - page.furniture

    def stays(item: Item) -> bool:
        return not isinstance(item, Link) or isinstance(item.target, str) or item.target in kept

    furniture = sum(map(stays, page.items[start:]))
    return replace(page, items=tuple(filter(stays, page.items)), furniture=furniture)


@contextmanager
def progress() -> Iterator[Callable[[int, int], None] | None]:
    """A progress bar on a terminal, nothing in a pipe."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("koubei-pdf"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
