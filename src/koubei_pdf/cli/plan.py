"""`plan`: the flatplan of an issue (联络图), as HTML and PDF, whatever is there of its copy."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import typer

from ..build import Build, build
from ..imaging import PictureError, ProfileError
from ..model.diagnostics import Bilingual, Diagnostic, Lang
from .findings import show_findings
from .render import find_manifest, job, progress
from .targets import HTML, NAME_A_FOLDER, PDF, cache_of, unfit
from .usage import WRONG_USAGE, wrong_usage

_PLANNED = Bilingual(
    "{pages} 页，{stories} 篇，{errors} 个错误，{warnings} 个警告：{files}",
    "{pages:page/pages}, {stories:story/stories}, {errors:error/errors},"
    " {warnings:warning/warnings}: {files}",
)
_NOT_WRITTEN = Bilingual("没有写文件", "no file was written")
_KEPT = Bilingual("没有写文件，原来的还在", "no file was written; the last ones are as they were")
_AND = Bilingual("、", " and ")
_NO_FOLDER = Bilingual("{file} 不是文件夹", "{file} is no folder")


def run_plan(issue: Path, output: Path | None, lang: Lang, paper_lang: Lang) -> int:
    """Exit code of `plan`. paper_lang: of the flatplan, whatever messages are in."""
    manifest = find_manifest(issue, lang)
    if manifest is None:
        return WRONG_USAGE
    folder = output or manifest.parent / "out"
    if os.path.exists(folder) and not os.path.isdir(folder):
        return wrong_usage(_NO_FOLDER, NAME_A_FOLDER, lang, file=folder)
    name = f"{manifest.stem}-plan"
    kinds = {folder / f"{name}.html": HTML, folder / f"{name}.pdf": PDF}
    for file, kind in kinds.items():
        reason = unfit(file, kind)
        if reason is not None:
            return wrong_usage(reason, NAME_A_FOLDER, lang, file=file)
    with progress() as advance:
        cache = cache_of(manifest.parent)
        made = build(manifest, cache=cache, progress=advance, drafts=True)
        written, found = _written(made, folder, name, paper_lang)
    made = replace(made, diagnostics=(*made.diagnostics, *found))
    show_findings(made.diagnostics, made.root, lang)
    kept = _KEPT if any(map(os.path.exists, kinds)) else _NOT_WRITTEN
    files = _AND.text(lang).join(map(str, kinds)) if written else kept.text(lang)
    planned = made.issue.planned if made.issue else ()
    facts = {
        "pages": max((slot.last for slot in planned), default=0),
        "stories": sum(slot.article is not None for slot in planned),
        "errors": made.errors,
        "warnings": len(made.diagnostics) - made.errors,
        "files": files,
    }
    typer.echo(_PLANNED.text(lang, facts))
    return 1 if made.errors else 0


def _written(
    made: Build, folder: Path, name: str, lang: Lang
) -> tuple[bool, tuple[Diagnostic, ...]]:
    """Write both files, once both are made; whether that was done, and what kept it from it."""
    if made.issue is None or made.shelf is None or made.book is None:
        return False, ()
    from ..output import no_profile, not_written, picture_gone, write_atomically

    file = folder
    try:
        files = _files(made, name, lang)
        folder.mkdir(parents=True, exist_ok=True)
        for file_name, data in files.items():
            file = folder / file_name
            write_atomically(file, [data])
    except PictureError as error:
        return False, (picture_gone(error),)
    except ProfileError as error:
        return False, (no_profile(error),)
    except OSError as error:
        return False, (not_written(file, error),)
    return True, ()


def _files(made: Build, name: str, lang: Lang) -> Mapping[str, bytes]:
    """The flatplan as HTML and as PDF, by file name."""
    from ..flatplan import html
    from ..flatplan.plan import in_effect, plan_of
    from ..flatplan.sheets import flatplan_pdf
    from ..flatplan.thumbnails import page_pictures
    from ..handoff.look import Typesetter
    from ..output import write_pdf
    from ..pages.planning import slip_of

    issue, shelf, book = made.issue, made.shelf, made.book
    assert issue is not None
    assert shelf is not None
    assert book is not None
    slips = [slip_of(issue, in_effect(slot, made.fits), shelf) for slot in issue.planned]
    plan = plan_of(issue, book, slips, made.fits, made.diagnostics)
    screen = replace(job(issue, cache=cache_of(made.root)), edition="screen")
    setter = Typesetter(issue.house, made.root)
    drawn = page_pictures(b"".join(write_pdf(book, shelf, screen))) if book.pages else []
    pictures = {page.number: data for page, data in zip(book.pages, drawn, strict=True)}
    return {
        f"{name}.html": html.page(plan, pictures, lang).encode(),
        f"{name}.pdf": flatplan_pdf(plan, setter, screen, lang),
    }
