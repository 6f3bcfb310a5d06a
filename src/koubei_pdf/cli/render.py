"""`render` and `check`: build the issue, tell what was found, write the file."""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import typer

from ..build import Build, build
from ..model.book import Link
from ..model.diagnostics import Bilingual, Lang
from .findings import show_findings
from .usage import WRONG_USAGE, wrong_usage

_LAID_OUT = Bilingual("{pages} 页，{stories} 篇，", "{pages:page/pages}, {stories:story/stories}, ")
_FOUND = Bilingual(
    "{errors} 个错误，{warnings} 个警告，{seconds} 秒：{file}",
    "{errors:error/errors}, {warnings:warning/warnings}, {seconds} s: {file}",
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
_NO_NAME = Bilingual("“{file}”不是文件名", "`{file}` is no file name")
_IS_FOLDER = Bilingual("{file} 是文件夹", "{file} is a folder")
_NO_FILE = Bilingual("{file} 不是普通文件", "{file} is no ordinary file")
_NO_PDF = Bilingual(
    "{file} 已经存在，却不是 PDF，不会覆盖它", "{file} exists and is no PDF, so it is left alone"
)
_NAME_A_PDF = Bilingual(
    "在 -o 后写 PDF 的文件名，如 -o out/issue.pdf",
    "give -o the name of a PDF, such as -o out/issue.pdf",
)


def run_render(issue: Path, output: Path | None, pages: str | None, lang: Lang) -> int:
    """Exit code of `render`."""
    start = time.perf_counter()
    manifest = find_manifest(issue, lang)
    if manifest is None:
        return WRONG_USAGE
    wanted = None if pages is None else _numbers(pages)
    if pages is not None and wanted is None:
        return wrong_usage(_NO_PAGES, _AS_THIS, lang, text=pages)
    file = output or manifest.parent / "out" / f"{manifest.stem}{_part(wanted)}.pdf"
    if os.path.islink(file):
        file = file.resolve()
    unfit = _unfit(file)
    if unfit is not None:
        return wrong_usage(unfit, _NAME_A_PDF, lang, file=file)
    with _progress() as advance:
        made = build(manifest, progress=advance)
        last = len(made.book.pages) if made.book else 0
        is_beyond = wanted is not None and made.book is not None and max(wanted) > last
        if not is_beyond:
            made = _written(_only(made, wanted), file)
    show_findings(made.diagnostics, made.root, lang)
    if is_beyond:
        return wrong_usage(_BEYOND, _WITHIN, lang, text=pages, last=last)
    if made.errors:
        kept = _KEPT if os.path.exists(file) else _NOT_WRITTEN
        _summary(made, start, kept.text(lang, {"file": file}), lang)
        return 1
    _summary(made, start, str(file), lang)
    return 0


def run_check(issue: Path, lang: Lang) -> int:
    """Exit code of `check`."""
    start = time.perf_counter()
    manifest = find_manifest(issue, lang)
    if manifest is None:
        return WRONG_USAGE
    with _progress() as advance:
        made = build(manifest, progress=advance, all_layouts=True)
    show_findings(made.diagnostics, made.root, lang)
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


def _unfit(file: Path) -> Bilingual | None:
    """Why `file` is not written to: doing so could destroy more than an earlier PDF."""
    if str(file) == "-":
        return _NO_NAME
    if os.path.isdir(file):
        return _IS_FOLDER
    if not os.path.exists(file):
        return None
    if not os.path.isfile(file):
        return _NO_FILE
    try:
        with file.open("rb") as existing:
            return None if existing.read(5) in (b"%PDF-", b"") else _NO_PDF
    except OSError:
        return None  # what may not be read is told when it cannot be written


def _written(made: Build, file: Path) -> Build:
    """Write the book, unless there are errors; with what kept it from being written, if any."""
    if made.errors or made.book is None or made.shelf is None:
        return made
    from ..output import not_written, write_atomically, write_pdf

    data = write_pdf(made.book, made.shelf)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(file, data)
    except OSError as error:
        return replace(made, diagnostics=(*made.diagnostics, not_written(file, error)))
    return made


def find_manifest(path: Path, lang: Lang) -> Path | None:
    """The manifest that `path`, a file or an issue's folder, means; None, and told, if missing."""
    manifest = path / "issue.yaml" if os.path.isdir(path) else path
    if os.path.exists(manifest):
        return manifest
    wrong_usage(_NO_MANIFEST, _NAME_ONE, lang, path=manifest)
    return None


def _summary(made: Build, start: float, file: str, lang: Lang) -> None:
    facts = {
        "pages": len(made.book.pages) if made.book else 0,
        "stories": len(made.issue.articles) if made.issue else 0,
        "errors": made.errors,
        "warnings": len(made.diagnostics) - made.errors,
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
    return replace(made, book=replace(book, pages=pages, bookmarks=marks))


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
