"""`package`: everything that a print shop gets of an issue, in one zip."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from ..build import Build, build
from ..imaging import PictureError, ProfileError
from ..model.diagnostics import Bilingual, Diagnostic, Lang
from ..origins import NO_ORIGINS, origins_of
from .findings import show_findings
from .judged import report
from .render import find_manifest, job, progress
from .targets import NAME_A_ZIP, ZIP, cache_of, unfit
from .usage import WRONG_USAGE, wrong_usage

if TYPE_CHECKING:
    from ..checks.judging import Judgement

_PACKED = Bilingual(
    "{pages} 页，{files} 个文件，{errors} 个错误，{warnings} 个警告，{seconds} 秒：{file}",
    "{pages:page/pages}, {files:file/files}, {errors:error/errors},"
    " {warnings:warning/warnings}, {seconds} s: {file}",
)
_KEPT = Bilingual("没有打包，{file} 还是上一次的", "not packed, {file} is still the last one")
_NOT_PACKED = Bilingual("没有打包", "not packed")


def run_package(issue: Path, output: Path | None, lang: Lang, paper_lang: Lang) -> int:
    """Exit code of `package`. paper_lang: of ticket and report, whatever messages are in."""
    start = time.perf_counter()
    manifest = find_manifest(issue, lang)
    if manifest is None:
        return WRONG_USAGE
    name = manifest.stem
    file = output or manifest.parent / "out" / f"{name}-package.zip"
    if os.path.islink(file):
        file = file.resolve()
    reason = unfit(file, ZIP)
    if reason is not None:
        return wrong_usage(reason, NAME_A_ZIP, lang, file=file)
    with progress() as advance:
        made = build(manifest, cache=cache_of(manifest.parent), progress=advance)
        made, judged, count = _packed(made, name, file, paper_lang)
    show_findings(made.diagnostics, made.root, lang)
    errors, warnings = made.errors, len(made.diagnostics) - made.errors
    if judged is not None:
        origins = origins_of(made.book, made.shelf) if made.book and made.shelf else NO_ORIGINS
        for group in judged.groups:
            text = report(group, f"{name}.pdf", lang, sys.stderr.isatty(), origins.at, own=True)
            typer.echo(text + "\n", err=True)
        errors += judged.errors
        warnings += len(judged.groups) - judged.errors
    where = str(file)
    if not count:
        where = (_KEPT if os.path.exists(file) else _NOT_PACKED).text(lang, {"file": file})
    facts = {
        "pages": len(made.book.pages) if made.book else 0,
        "files": count,
        "errors": errors,
        "warnings": warnings,
        "seconds": f"{time.perf_counter() - start:.1f}",
        "file": where,
    }
    typer.echo(_PACKED.text(lang, facts))
    return 0 if count else 1


def _packed(
    made: Build, name: str, file: Path, paper_lang: Lang
) -> tuple[Build, Judgement | None, int]:
    """Write the package; with the judgement of its press file, and how many files it holds.

    With errors of either kind nothing is written, and it holds 0.
    """
    issue, shelf, book = made.issue, made.shelf, made.book
    if made.errors or issue is None or shelf is None or book is None:
        return made, None, 0
    from ..checks.judging import judge
    from ..handoff.archive import archive
    from ..handoff.package import Source, package_files
    from ..output import no_profile, not_written, picture_gone, write_atomically, write_pdf

    judged: Judgement | None = None
    files: Mapping[str, bytes] = {}
    found: Sequence[Diagnostic] = ()
    try:
        edition = job(issue, cache=cache_of(made.root))
        press_file = b"".join(write_pdf(book, shelf, edition))
        judged = judge(press_file, issue.press)
        if not judged.errors:
            at = origins_of(book, shelf).at
            source = Source(made.root, name, issue, shelf, book, edition, press_file, judged, at)
            files, found = package_files(source, paper_lang)
        if files:
            file.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(file, [archive(f"{name}-package", files)])
    except PictureError as error:
        files, found = {}, [picture_gone(error)]
    except ProfileError as error:
        files, found = {}, [no_profile(error)]
    except OSError as error:
        files, found = {}, [not_written(file, error)]
    made = replace(made, diagnostics=(*made.diagnostics, *found))
    return made, judged, len(files)
