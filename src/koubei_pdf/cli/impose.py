"""`impose`: a PDF of single pages laid on sheets; the file itself stays as it is."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typer

from ..imposition import SHEETS, SIGNATURES, Binding, Imposed, Job, impose, parse_sheet
from ..imposition.sheets import Size
from ..model.diagnostics import Bilingual, Diagnostic, Lang
from ..model.geometry import mm
from .findings import show_findings
from .targets import NAME_A_PDF, unfit
from .usage import wrong_usage

_NO_SOURCE = Bilingual("{path} 不存在", "{path} does not exist")
_NO_ORDINARY_FILE = Bilingual("{path} 不是文件", "{path} is no file")
_NAME_ONE = Bilingual("给出单页的 PDF 文件", "name a PDF of single pages")
_WHICH_BINDING = Bilingual(
    "要指明一种装订方式：骑马订还是胶订", "one way of binding is needed: saddle stitch or perfect"
)
_ONE_BINDING = Bilingual("写 --saddle 或 --perfect", "write --saddle or --perfect")
_NO_SHEET = Bilingual("没有纸张“{text}”", "there is no sheet `{text}`")
_SHEETS = Bilingual(
    "写 {names} 之一，或“宽x高mm”，如 700x500mm",
    "write one of {names}, or WIDTHxHEIGHTmm such as 700x500mm",
)
_NO_LENGTH = Bilingual("{option} 不能是“{text}”", "{option} cannot be `{text}`")
_MILLIMETRES = Bilingual(
    "写 {least} 到 {most} 之间的毫米数，如 {example}",
    "write millimetres from {least} to {most}, such as {example}",
)
_NO_SIGNATURE = Bilingual("--signature 不能是“{text}”", "--signature cannot be `{text}`")
_SIGNATURES = Bilingual("写 {sizes} 之一", "write one of {sizes}")
_NOT_TOGETHER = Bilingual("{one} 和 {other} 不能同时写", "{one} and {other} do not go together")
_LEAVE_OUT = Bilingual("去掉其中一个", "leave one of them out")
_ITSELF = Bilingual(
    "{file} 是要拼的文件，不会覆盖它", "{file} is the file to be imposed, so it is left alone"
)
_MADE = Bilingual(
    "{pages} 页，{sheets} 张 {size} 毫米，",
    "{pages:page/pages}, {sheets:sheet/sheets} of {size} mm, ",
)
_FOUND = Bilingual(
    "{errors} 个错误，{warnings} 个警告，{seconds} 秒：{file}",
    "{errors:error/errors}, {warnings:warning/warnings}, {seconds} s: {file}",
)
_NOT_WRITTEN = Bilingual("没有写文件", "no file was written")
_KEPT = Bilingual("没有写文件，原来的 {file} 还在", "no file was written; {file} is as it was")

#: Greatest lengths in mm, and what one might write.
_LENGTHS = {"--gripper": (30, "10"), "--creep": (20, "0.8"), "--caliper": (1, "0.1")}


@dataclass(frozen=True, slots=True)
class Asked:
    """The options of `impose` as they were written."""

    saddle: bool
    perfect: bool
    sheet: str | None
    signature: str | None
    creep: str | None
    caliper: str | None
    gripper: str | None


class _UsageError(Exception):
    """An option that cannot be used: what is wrong, what to do, and the facts of both."""

    def __init__(self, message: Bilingual, remedy: Bilingual, **facts: object) -> None:
        super().__init__(message.en)
        self.message, self.remedy, self.facts = message, remedy, facts


def run_impose(source: Path, output: Path | None, asked: Asked, lang: Lang) -> int:
    """Exit code of `impose`."""
    start = time.perf_counter()
    try:
        _need_file(source)
        job = _job(asked)
        file = _target(source, output, job.binding)
    except _UsageError as error:
        return wrong_usage(error.message, error.remedy, lang, **error.facts)
    made = impose(source, job)
    found = list(made.diagnostics)
    is_written = False
    if made.data is not None:
        fault = _write(file, made.data)
        is_written = fault is None
        found += [fault] if fault else []
    show_findings(found, source.parent, lang)
    target = str(file)
    if not is_written:
        kept = _KEPT if os.path.exists(file) else _NOT_WRITTEN
        target = kept.text(lang, {"file": file})
    _summary(made, found, start, target, lang)
    return 0 if is_written else 1


def _need_file(source: Path) -> None:
    if not os.path.exists(source):
        raise _UsageError(_NO_SOURCE, _NAME_ONE, path=source)
    if not os.path.isfile(source):
        raise _UsageError(_NO_ORDINARY_FILE, _NAME_ONE, path=source)


def _job(asked: Asked) -> Job:
    """The job that was asked for."""
    if asked.saddle == asked.perfect:
        raise _UsageError(_WHICH_BINDING, _ONE_BINDING)
    exclusive = (
        ("--creep", asked.creep, "--caliper", asked.caliper),
        ("--perfect", asked.perfect, "--creep", asked.creep),
        ("--perfect", asked.perfect, "--caliper", asked.caliper),
        ("--saddle", asked.saddle, "--signature", asked.signature),
    )
    for one, first, other, second in exclusive:
        if first and second:
            raise _UsageError(_NOT_TOGETHER, _LEAVE_OUT, one=one, other=other)
    given: dict[str, Any] = {
        "sheets": None if asked.sheet is None else _sheet(asked.sheet),
        "signature": None if asked.signature is None else _signature(asked.signature),
        "gripper": _length("--gripper", asked.gripper),
        "creep": _length("--creep", asked.creep),
        "caliper": _length("--caliper", asked.caliper),
    }
    binding: Binding = "saddle" if asked.saddle else "perfect"
    return Job(binding, **{key: value for key, value in given.items() if value is not None})


def _sheet(text: str) -> tuple[Size, ...]:
    sheets = parse_sheet(text)
    if not sheets:
        raise _UsageError(_NO_SHEET, _SHEETS, text=text, names=", ".join(SHEETS))
    return sheets


def _signature(text: str) -> int:
    if text not in map(str, SIGNATURES):
        sizes = ", ".join(map(str, SIGNATURES))
        raise _UsageError(_NO_SIGNATURE, _SIGNATURES, text=text, sizes=sizes)
    return int(text)


def _length(option: str, text: str | None) -> float | None:
    """Millimetres as pt."""
    if text is None:
        return None
    most, example = _LENGTHS[option]
    match = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*(?:mm)?\s*", text, re.ASCII)
    if match is None or float(match[1]) > most:
        facts = {"option": option, "text": text, "least": 0, "most": most, "example": example}
        raise _UsageError(_NO_LENGTH, _MILLIMETRES, **facts)
    return mm(float(match[1]))


def _target(source: Path, output: Path | None, binding: Binding) -> Path:
    """The file to write, which is not the one to read."""
    file = output or source.with_name(f"{source.stem}-{binding}.pdf")
    if os.path.islink(file):
        file = file.resolve()
    reason = unfit(file)
    if reason is None and os.path.exists(file) and os.path.samefile(file, source):
        reason = _ITSELF
    if reason is not None:
        raise _UsageError(reason, NAME_A_PDF, file=file)
    return file


def _write(file: Path, data: bytes) -> Diagnostic | None:
    """What kept the file from being written, if anything did."""
    from ..output import not_written, write_atomically

    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(file, [data])
    except OSError as error:
        return not_written(file, error)
    return None


def _summary(
    made: Imposed, found: Sequence[Diagnostic], start: float, target: str, lang: Lang
) -> None:
    errors = sum(diagnostic.is_error for diagnostic in found)
    facts = {
        "pages": made.pages,
        "sheets": made.sheets,
        "size": made.size.text() if made.size else "",
        "errors": errors,
        "warnings": len(found) - errors,
        "seconds": f"{time.perf_counter() - start:.1f}",
        "file": target,
    }
    laid = _MADE.text(lang, facts) if made.data is not None else ""
    typer.echo(laid + _FOUND.text(lang, facts))
