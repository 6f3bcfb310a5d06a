"""`render` and `check`: build the issue, tell what was found, write the file."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import typer

from ..build import Build, build
from ..model.book import Book, Link
from ..model.diagnostics import Bilingual, Lang
from .findings import show_findings

_WROTE = Bilingual(
    "{pages} 页，{stories} 篇，{errors} 个错误，{warnings} 个警告，{seconds} 秒：{file}",
    "{pages} pages, {stories} stories, {errors} errors, {warnings} warnings, {seconds} s: {file}",
)
_NOT_WRITTEN = Bilingual("没有写文件", "no file was written")
_KEPT = Bilingual("没有写文件，原来的 {file} 还在", "no file was written; {file} is as it was")
_CHECKED = Bilingual("只检查，不写文件", "checked only, nothing written")
_NO_MANIFEST = Bilingual(
    "{path} 不存在；请给出 issue.yaml 或放着它的文件夹",
    "{path} does not exist; name an issue.yaml or the folder that holds it",
)
_BAD_PAGES = Bilingual(
    "--pages {text}：请写成 4-9 或 4,12-13，页码在 1 到 {last} 之间",
    "--pages {text}: write 4-9 or 4,12-13, with pages from 1 to {last}",
)
_CANNOT_WRITE = Bilingual("写不了 {file}:{reason}", "cannot write {file}: {reason}")
_IS_FOLDER = Bilingual(
    "{file} 不是普通文件；请在 -o 后写一个 PDF 文件名",
    "{file} is no ordinary file; give -o the name of a PDF",
)


_NOT_A_PDF = Bilingual(
    "{file} 已经存在，却不是 PDF，不会覆盖它；请在 -o 后写别的文件名",
    "{file} exists and is no PDF, so it is left alone; give -o another name",
)


def run_render(issue: Path, output: Path | None, pages: str | None, lang: Lang) -> int:
    """Exit code of `render`."""
    start = time.perf_counter()
    manifest = _manifest(issue, lang)
    if manifest is None:
        return 2
    file = output or manifest.parent / "out" / f"{manifest.stem}{_part(pages)}.pdf"
    if file.is_symlink():
        file = file.resolve()
    if file.exists() and not file.is_file():
        return _usage(_IS_FOLDER.text(lang, {"file": file}))
    if not _is_pdf_or_new(file):
        return _usage(_NOT_A_PDF.text(lang, {"file": file}))
    if pages is not None and _numbers(pages) is None:
        return _usage(_BAD_PAGES.text(lang, {"text": pages, "last": "…"}))
    with _progress() as advance:
        made = build(manifest, progress=advance)
        show_findings(made, lang)
        if made.errors or made.book is None or made.shelf is None:
            kept = _KEPT if file.exists() else _NOT_WRITTEN
            _summary(made, start, kept.text(lang, {"file": file}), lang)
            return 1
        book = made.book
        if pages is not None:
            wanted = _numbers(pages) or set()
            if not wanted <= {page.number for page in book.pages}:
                last = len(book.pages)
                return _usage(_BAD_PAGES.text(lang, {"text": pages, "last": last}))
            book = _only(book, wanted)
        from ..output import write_atomically, write_pdf

        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(file, write_pdf(book, made.shelf))
        except OSError as error:
            typer.echo(_CANNOT_WRITE.text(lang, {"file": file, "reason": error}), err=True)
            return 1
    _summary(replace(made, book=book), start, str(file), lang)
    return 0


def run_check(issue: Path, lang: Lang) -> int:
    """Exit code of `check`."""
    start = time.perf_counter()
    manifest = _manifest(issue, lang)
    if manifest is None:
        return 2
    with _progress() as advance:
        made = build(manifest, progress=advance)
    show_findings(made, lang)
    _summary(made, start, _CHECKED.text(lang), lang)
    return 1 if made.errors else 0


def _part(pages: str | None) -> str:
    """What a file of some pages is called besides, so that it does not replace the whole issue."""
    return "" if pages is None else "-" + pages.replace(" ", "").replace(",", "+")


def _is_pdf_or_new(file: Path) -> bool:
    """Whether writing `file` can destroy nothing but an earlier PDF."""
    try:
        with file.open("rb") as existing:
            return existing.read(5) in (b"%PDF-", b"")
    except OSError:
        return True


def _manifest(path: Path, lang: Lang) -> Path | None:
    found = path / "issue.yaml" if path.is_dir() else path
    if found.exists():
        return found
    _usage(_NO_MANIFEST.text(lang, {"path": found}))
    return None


def _usage(text: str) -> int:
    typer.echo(text, err=True)
    return 2


def _summary(made: Build, start: float, file: str, lang: Lang) -> None:
    facts = {
        "pages": len(made.book.pages) if made.book else 0,
        "stories": len(made.issue.articles) if made.issue else 0,
        "errors": made.errors,
        "warnings": len(made.diagnostics) - made.errors,
        "seconds": f"{time.perf_counter() - start:.1f}",
        "file": file,
    }
    typer.echo(_WROTE.text(lang, facts))


def _numbers(text: str) -> set[int] | None:
    """Page numbers of `4-9` or `4,12-13`; None where the text is not of that form."""
    numbers: set[int] = set()
    for part in text.split(","):
        match = re.fullmatch(r"\s*(\d{1,5})(?:-(\d{1,5}))?\s*", part)
        if not match:
            return None
        first, last = int(match[1]), int(match[2] or match[1])
        if not 0 < first <= last:
            return None
        numbers.update(range(first, last + 1))
    return numbers


def _only(book: Book, wanted: set[int]) -> Book:
    """The book with these pages alone; links and bookmarks to others are left out."""
    pages = tuple(
        replace(
            page,
            items=tuple(
                i for i in page.items if not (isinstance(i, Link) and i.page not in wanted)
            ),
        )
        for page in book.pages
        if page.number in wanted
    )
    marks = tuple(mark for mark in book.bookmarks if mark.page in wanted)
    return replace(book, pages=pages, bookmarks=marks)


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None] | None]:
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
