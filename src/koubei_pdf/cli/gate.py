"""The gate of the press edition: preflight judges a file before it takes its place.

What has errors is kept beside, as NAME.rejected.pdf, and the last good file stays.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from ..imaging import Cache
from ..model.diagnostics import Bilingual, Diagnostic, Lang
from ..model.press import PressProfile
from ..origins import Origins
from .findings import show_findings
from .targets import unfit

if TYPE_CHECKING:
    from ..checks.findings import Group
    from ..checks.judging import Judgement

_CLEAN = Bilingual("付印前检查没有问题，", "preflight found nothing, ")
_FOUND = Bilingual(
    "付印前检查有 {errors} 个错误、{warnings} 个警告{told}，",
    "preflight found {errors:error/errors} and {warnings:warning/warnings}{told}, ",
)
_AS = Bilingual(
    "（其中 {count} 个上面已经说了：{codes}）", " ({count} of them told above as {codes})"
)


#: Findings in a file that layout tells of too, with more to help: pictures of low resolution.
_TOLD = {"X131": "T021"}


def rejected_name(file: Path) -> Path:
    """Where a file is kept that preflight rejects."""
    return file.with_name(f"{file.stem}.rejected.pdf")


def pass_gate(
    file: Path,
    parts: Iterable[bytes],
    press: PressProfile,
    cache: Cache,
    numbers: Sequence[int] = (),
) -> tuple[Judgement, str]:
    """Write `parts` to `file`, or where they are rejected beside it. Raises OSError.

    numbers: of the pages, where they are not the whole issue. Gives the file's SHA-256 besides.
    cache: keeps what was measured of pages.
    """
    from ..checks.data import Data
    from ..checks.judging import judge_file
    from ..output import written_beside

    beside = rejected_name(file)
    with written_beside(file, parts) as written:
        judged = judge_file(
            written, press, only_doubtful=True, numbers=numbers, cache=cache
        ).closed()
        digest = Data(written).digest
        os.replace(written, beside if judged.errors else file)
    if not judged.errors and unfit(beside) is None:
        beside.unlink(missing_ok=True)
    return judged, digest


def untold(judged: Judgement, origins: Origins, told: Iterable[Diagnostic]) -> Judgement:
    """The judgement without what layout has told of the very same sources."""
    spans = {(found.rule.code, found.span) for found in told}

    def is_told(group: Group) -> bool:
        code = _TOLD.get(group.rule.code)
        sources = {origins.at(place.page, place.box) for place in group.places}
        return bool(sources) and all((code, source) in spans for source in sources)

    return replace(judged, groups=tuple(g for g in judged.groups if not is_told(g)))


def show_judgement(judged: Judgement, file: Path, origins: Origins, lang: Lang) -> list[Diagnostic]:
    """Print what was found in what was to be `file`; gives the finding that it was rejected."""
    from ..output import rejected
    from .judged import report

    shown = rejected_name(file) if judged.errors else file
    for group in judged.groups:
        text = report(group, str(shown), lang, sys.stderr.isatty(), origins.at, own=True)
        typer.echo(text + "\n", err=True)
    refused = [rejected(file, shown, judged.errors)] if judged.errors else []
    show_findings(refused, file.parent, lang)
    return refused


def counted(judged: Judgement, shown: Judgement, lang: Lang) -> str:
    """How much was found, as a part of a summary; shown: what of it layout has not told."""
    codes = {_TOLD[g.rule.code] for g in judged.groups if g not in shown.groups}
    count = len(judged.groups) - len(shown.groups)
    told = _AS.text(lang, {"count": count, "codes": ", ".join(sorted(codes))}) if count else ""
    warnings = len(judged.groups) - judged.errors
    facts = {"errors": judged.errors, "warnings": warnings, "told": told}
    return (_FOUND if judged.groups else _CLEAN).text(lang, facts)
