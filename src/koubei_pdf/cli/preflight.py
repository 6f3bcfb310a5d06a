"""`preflight`: whether a print shop can take a PDF."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import typer

from ..checks.data import Data
from ..checks.judging import Judgement, judge_file
from ..checks.summary import summary
from ..imaging import ProfileError
from ..model.diagnostics import Bilingual, Lang, Span
from ..model.legible import json_text
from ..model.press import PressProfile
from ..origins import NO_ORIGINS, Origins, kept
from ..pdf import limits
from ..pdf.conversion import Conversion
from ..source.press import DEFAULT
from .findings import show_findings
from .judged import report
from .targets import cache_beside
from .usage import wrong_usage

_NO_FILE = Bilingual("{path} 不存在", "{path} does not exist")
_NAME_ONE = Bilingual("给出要检查的 PDF 文件", "name the PDF that is to be judged")
_NO_PROFILE = Bilingual("没有叫“{name}”的印刷条件", "there is no press profile `{name}`")
_NAME_PROFILE = Bilingual(
    "写 {known} 之一，或一个 .yaml 文件的路径", "write one of {known}, or the path of a .yaml file"
)
_DONE = Bilingual(
    "{pages} 页，{standard}，{errors} 个错误，{warnings} 个警告，按 {profile} 检查，"
    "{seconds} 秒：{file}",
    "{pages:page/pages}, {standard}, {errors:error/errors}, {warnings:warning/warnings},"
    " judged by {profile}, {seconds} s: {file}",
)
_NOT_PDFX = Bilingual("不是 PDF/X", "not PDF/X")
_INK = Bilingual("总墨量最高 {total}%（第 {page} 页）", "total ink {total} % at most (page {page})")


def run_preflight(
    file: Path, profile: str | None, ink: bool, heat_maps: Path | None, as_json: bool, lang: Lang
) -> int:
    """Exit code of `preflight`: 1 if any error was found, 0 with warnings alone.

    profile: None for that of the issue where `render` wrote the file, else for the default.
    """
    start = time.perf_counter()
    if not file.exists():
        return wrong_usage(_NO_FILE, _NAME_ONE, lang, path=file)
    origins = _known(file)
    press = _own_press(origins) if profile is None else None
    press = press or _press(profile or DEFAULT, lang)
    if press is None:
        return 2
    try:
        if profile is not None:  # one that cannot be used is told even where nothing needs it
            Conversion(press.condition.icc, press.condition.info)("RGB", (1, 0, 0))
        judged = judge_file(file, press, ink=ink, numbers=origins.numbers)
    except ProfileError as error:
        from ..output.faults import no_profile

        show_findings([no_profile(error)], Path(), lang)
        return 2
    if heat_maps is not None and judged.ink is not None:
        code = _write_maps(judged.ink.heat_maps, heat_maps, file, lang)
        if code:
            return code
    own = origins is not NO_ORIGINS
    if as_json:
        typer.echo(json_text(summary(judged, str(file), lang, origins.at, own=own)))
    else:
        for group in judged.groups:
            text = report(group, str(file), lang, sys.stdout.isatty(), origins.at, own=own)
            typer.echo(text + "\n")
        _summary(judged, file, press, time.perf_counter() - start, lang)
    return 1 if judged.errors else 0


def _known(file: Path) -> Origins:
    """What is known of a file that `render` wrote into the folder where it keeps its cache."""
    try:
        is_judged = file.is_file() and file.stat().st_size <= limits.FILE
        return kept(Data(file).digest, cache_beside(file)) if is_judged else NO_ORIGINS
    except OSError:
        return NO_ORIGINS


def _own_press(origins: Origins) -> PressProfile | None:
    """The profile that a file was made for; None where it is unknown, or not there any more."""
    from ..source.desk import Desk
    from ..source.press import read_press

    root, path = origins.press
    return read_press(Desk(Path(root)), path, Span(path)) if path else None


def _press(name: str, lang: Lang) -> PressProfile | None:
    """A profile by its name or path; None where it cannot be used, which has been told."""
    from ..source.desk import Desk
    from ..source.press import named_press, read_press, shipped_names

    path = Path(name)
    is_path = path.suffix in (".yaml", ".yml")
    desk = Desk(path.parent if is_path else Path())
    if is_path:
        profile = read_press(desk, path.name, Span(path.name))
    elif name in shipped_names():
        profile = named_press(name, Span(name), "layouts", desk)
    else:
        known = ", ".join(shipped_names())
        wrong_usage(_NO_PROFILE, _NAME_PROFILE, lang, name=name, known=known)
        return None
    if profile is None:
        show_findings(desk.findings.diagnostics, desk.root, lang)
    return profile


def _write_maps(maps: dict[int, bytes], folder: Path, file: Path, lang: Lang) -> int:
    """Write FILE-ink-NNN.png for each page over the limit."""
    from ..output import not_written, write_atomically

    for page, picture in maps.items():
        path = folder / f"{file.stem}-ink-{page:03}.png"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            write_atomically(path, [picture])
        except OSError as error:
            show_findings([not_written(path, error)], folder, lang)
            return 1
    return 0


def _summary(
    judged: Judgement, file: Path, press: PressProfile, seconds: float, lang: Lang
) -> None:
    document = judged.document
    if judged.ink is not None and judged.ink.pages:
        most = max(judged.ink.pages, key=lambda page: page.total)
        typer.echo(_INK.text(lang, {"total": f"{most.total:.0f}", "page": most.page}))
    facts = {
        "pages": document.all_pages if document else 0,
        "standard": document.claim if document and document.claim else _NOT_PDFX.text(lang),
        "errors": judged.errors,
        "warnings": len(judged.groups) - judged.errors,
        "profile": press.name,
        "seconds": f"{seconds:.1f}",
        "file": file,
    }
    typer.echo(_DONE.text(lang, facts))
