"""`explain-line`: why the lines of a paragraph end where they do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import typer

from ..build import build
from ..model.diagnostics import Bilingual, Lang, Severity, Span
from ..model.legible import legible
from ..model.names import DID_YOU_MEAN, nearest
from ..pages import SetParagraph
from ..text.breaking import BrokenLine
from ..text.breaktable import CUT_COST
from ..text.notes import Note, notes_of
from ..text.prepare import Prepared
from ..text.rivals import Rival, other_counts, rivals
from ..text.setting import Adjustment, justify
from .explain_title import DISPLAY, before, title_break
from .findings import show_findings
from .render import find_manifest
from .usage import WRONG_USAGE, wrong_usage

_BAD_PLACE = Bilingual("看不懂 --at {at}", "cannot read --at {at}")
_PLACE_FORM = Bilingual(
    "写成 articles/x.md:14，后面可再加 :列", "write articles/x.md:14; :COLUMN may follow"
)
_NOT_SET = Bilingual("{at} 没有排进任何一页", "nothing of {at} stands on a page")
_SET_LINES = Bilingual("这个文件里排了的行：{lines}", "lines of this file that are set: {lines}")
_SET_FILES = Bilingual("排了的文件：{files}", "files that are set: {files}")
_NO_FILE = Bilingual("这一期没有 {file}", "the issue has no {file}")

_HEAD = Bilingual(
    "{place} · 第 {pages} 页 · 样式 {style} · {count} 行 · 段落代价 {cost}",
    "{place} · page {pages} · style {style} · {count:line/lines} · the paragraph costs {cost}",
)
_TITLE_HEAD = Bilingual(
    "{place} · 第 {pages} 页 · 样式 {style} · {count} 行",
    "{place} · page {pages} · style {style} · {count:line/lines}",
)
_LINE = Bilingual(
    "自然宽 {natural}，行宽 {measure} 字 · {change} · 代价 {cost}",
    "natural width {natural} of {measure} em · {change} · costs {cost}",
)
_TITLE_LINE = Bilingual(
    "自然宽 {natural}，行宽 {measure} 字 · {change}",
    "natural width {natural} of {measure} em · {change}",
)
_AS_IT_IS = Bilingual("不必调整", "set as it is")
_LAST = Bilingual("末行，不撑满", "last line, not justified")
_RAGGED = Bilingual("不撑满的样式", "a style that is not justified")
_SQUEEZED = Bilingual("挤进 {amount} 字", "squeezed by {amount} em")
_WIDENED = Bilingual("放宽 {amount} 字", "widened by {amount} em")
_HANGS = Bilingual("行末标点悬挂 {amount} 字", "the last mark hangs by {amount} em")
_PER_PLACE = Bilingual("（每处 {amount}）", " ({amount} a place)")
_RIVAL = Bilingual(
    "断在 {text}｜：整段多 {extra}（这一行 {cost}）",
    "ending {text}｜ the paragraph costs {extra} more (this line {cost})",
)
_REFUSED = Bilingual("断在 {text}｜：不可，{reason}", "ending {text}｜ is not allowed: {reason}")
_TOO_LONG = Bilingual("断在 {text}｜：太长，排不下", "ending {text}｜ is too long for the line")
_TOO_LOOSE = Bilingual(
    "断在 {text}｜：这一行或下面的行拉得太松",
    "ending {text}｜ makes this line, or those below it, far too loose",
)
_OTHER_COUNT = Bilingual("排成 {count} 行：多 {extra}", "on {count:line/lines}: {extra} more")
_NO_COUNT = Bilingual("排成 {count} 行：不可能", "on {count:line/lines}: impossible")
_LOOSE_COUNT = Bilingual("排成 {count} 行：拉得太松", "on {count:line/lines}: far too loose")

_PLACE = re.compile(r"(?P<file>.+?):(?P<line>[1-9][0-9]{0,8})(?::(?P<column>[1-9][0-9]{0,8}))?")


def run_explain_line(issue: Path, at: str, lang: Lang) -> int:
    """Exit code of `explain-line`."""
    manifest = find_manifest(issue, lang)
    if manifest is None:
        return WRONG_USAGE
    match = _PLACE.fullmatch(at)
    if match is None:
        return wrong_usage(_BAD_PLACE, _PLACE_FORM, lang, at=at)
    place = Span(_in_issue(match["file"], manifest.parent), int(match["line"]))
    column = int(match["column"] or 0)
    trace: list[SetParagraph] = []
    made = build(manifest, trace=trace)
    source = _source_lines(manifest.parent / place.file)
    found = [(paragraph, _lines_at(paragraph, place, column, source)) for paragraph in trace]
    found = [(paragraph, numbers) for paragraph, numbers in found if numbers]
    if not found:
        # What has to do with it: errors keep pages from being set, and what is said of this line.
        told = [
            one
            for one in made.diagnostics
            if one.rule.severity is Severity.ERROR
            or (one.span.file, one.span.line) == (place.file, place.line)
        ]
        show_findings(told, made.root, lang)
        return _not_set(trace, manifest.parent, place, at, lang)
    reports = ("\n".join(_report(paragraph, numbers, lang)) for paragraph, numbers in found)
    typer.echo(legible("\n\n".join(reports)))
    return 0


def _in_issue(file: str, root: Path) -> str:
    """The file as findings name it: relative to the issue's folder."""
    path = Path(file)
    if not (root / path).exists() and path.exists():
        path = path.resolve()
    if path.is_absolute() and path.is_relative_to(root.resolve()):
        path = path.relative_to(root.resolve())
    return path.as_posix()


def _not_set(trace: list[SetParagraph], root: Path, place: Span, at: str, lang: Lang) -> int:
    pieces = [
        (paragraph.prepared.text[segment.start : segment.end], segment.span)
        for paragraph in trace
        for segment in paragraph.prepared.segments
    ]
    source = _source_lines(root / place.file)
    lines = {
        span.line
        for text, span in pieces
        if span.file == place.file and _is_written(text, span, source)
    }
    if lines:
        listed = ", ".join(map(str, sorted(lines)))
        return wrong_usage(_NOT_SET, _SET_LINES, lang, at=at, lines=listed)
    known = sorted({span.file for _, span in pieces})
    if (root / place.file).exists():
        return wrong_usage(_NOT_SET, _SET_FILES, lang, at=at, files=", ".join(known))
    near = nearest(place.file, known)
    help_text = DID_YOU_MEAN if near else _SET_FILES
    facts = {"nearest": near or "", "files": ", ".join(known)}
    return wrong_usage(_NO_FILE, help_text, lang, file=place.file, **facts)


def _source_lines(path: Path) -> list[str]:
    """The lines as they are written."""
    if not path.is_file():
        return []
    return path.read_text(encoding="utf-8-sig", errors="replace").split("\n")


def _is_written(text: str, span: Span, source: list[str]) -> bool:
    """Whether a text of this span stands in its source, and was not made for it (a folio).

    Single characters may have been changed in reading.
    """
    line = source[span.line - 1] if span.line <= len(source) else ""
    written = line[span.column - 1 : span.column - 1 + span.length]
    return any(a == b for a, b in zip(text, written, strict=False))


def _lines_at(paragraph: SetParagraph, place: Span, column: int, source: list[str]) -> list[int]:
    """The numbers (from 0) of the paragraph's lines that hold copy of a source line."""
    text = paragraph.prepared.text
    spans = [
        (segment.start, segment.end, segment.span)
        for segment in paragraph.prepared.segments
        if (segment.span.file, segment.span.line) == (place.file, place.line)
        and _is_written(text[segment.start : segment.end], segment.span, source)
    ]
    if column:
        spans = [
            (start + column - span.column, start + column - span.column + 1, span)
            for start, end, span in spans
            if span.column <= column < span.column + end - start
        ]
    return [
        number
        for number, line in enumerate(paragraph.lines)
        if any(start < line.end and end > line.start for start, end, _ in spans)
    ]


def _report(paragraph: SetParagraph, numbers: list[int], lang: Lang) -> Iterator[str]:
    lines, style = paragraph.lines, paragraph.style
    total = sum(line.cost for line in lines)
    first = paragraph.prepared.segments[0].span
    pages = ", ".join(str(page) for page in sorted(set(paragraph.pages)))
    head = _TITLE_HEAD if style.balance else _HEAD
    yield head.text(
        lang,
        {
            "place": f"{first.file}:{first.line}",
            "pages": pages,
            "style": style.name,
            "count": len(lines),
            "cost": f"{total:.0f}",
        },
    )
    # Beside an initial, lines have the whole measure and an indent of their own.
    measures = (lines[0].measure, *(line.measure - line.indent for line in lines[1:]))
    for number in numbers:
        yield from _line(paragraph, measures, number, lang)
    if style.balance:
        yield DISPLAY.text(lang)
        return
    indent = lines[0].indent
    for count, extra in other_counts(paragraph.prepared, measures, indent, lines).items():
        facts = {"count": count, "extra": "" if extra is None else f"{extra:.0f}"}
        if count:
            yield _count_text(extra).text(lang, facts)


def _count_text(extra: float | None) -> Bilingual:
    """How to say what another number of lines costs more; what no line may be has no figure."""
    if extra is None:
        return _NO_COUNT
    return _OTHER_COUNT if extra < CUT_COST else _LOOSE_COUNT


def _line(
    paragraph: SetParagraph, measures: tuple[float, ...], number: int, lang: Lang
) -> Iterator[str]:
    prepared, line, style = paragraph.prepared, paragraph.lines[number], paragraph.style
    is_ragged = style.balance or style.align != "justify"
    is_last = number == len(paragraph.lines) - 1
    if is_ragged:
        line = line._replace(last=True)
    adjustment = justify(prepared, line)
    yield f"\n{number + 1:3}  {prepared.text[line.start : line.end]}"
    facts = {
        "natural": f"{line.natural + line.indent:.2f}",
        "measure": f"{line.measure:.4g}",
        "change": _change(prepared, line, adjustment, _RAGGED if is_ragged else _LAST, lang),
        "cost": f"{line.cost:.0f}",
    }
    yield f"     {(_TITLE_LINE if style.balance else _LINE).text(lang, facts)}"
    for note in _gathered(notes_of(prepared, line, adjustment)):
        yield f"     · {note.text(lang)}"
    if style.balance and not is_last:
        yield from title_break(paragraph, number, lang)
    elif not is_last:
        for rival in rivals(prepared, measures, paragraph.lines[0].indent, paragraph.lines, number):
            yield f"     {_rival(paragraph, line, rival, lang)}"


def _gathered(notes: Sequence[Note]) -> list[Note]:
    """Notes of one rule as one, with all that it acted on."""
    subjects: dict[Note, list[str]] = {}
    for note in notes:
        subjects.setdefault(replace(note, subject=""), []).append(note.subject)
    return [replace(note, subject=" ".join(found)) for note, found in subjects.items()]


def _change(
    prepared: Prepared, line: BrokenLine, adjustment: Adjustment, unfilled: Bilingual, lang: Lang
) -> str:
    """What became of the line's spare width; `unfilled` is why one is not filled."""
    if adjustment.hangs:
        hang = prepared.hang[prepared.last_mark(line.end)]
        inside = line._replace(natural=line.natural - hang)
        rest = _change(prepared, inside, replace(adjustment, hangs=False), unfilled, lang)
        return f"{_HANGS.text(lang, {'amount': f'{hang:.2f}'})} · {rest}"
    spare = line.measure - line.indent - line.natural
    if abs(spare) < 0.005:
        return _AS_IT_IS.text(lang)
    if spare < 0:
        return _SQUEEZED.text(lang, {"amount": f"{-spare:.2f}"})
    if line.last:
        return unfilled.text(lang)
    spacing = adjustment.spacing
    each = _PER_PLACE.text(lang, {"amount": f"{spacing:.3f}"}) if spacing else ""
    return _WIDENED.text(lang, {"amount": f"{spare:.2f}"}) + each


def _rival(paragraph: SetParagraph, line: BrokenLine, rival: Rival, lang: Lang) -> str:
    text = before(paragraph, rival.end)
    if rival.reason is not None:
        return _REFUSED.text(lang, {"text": text, "reason": rival.reason.text(lang)})
    if rival.extra is None or rival.extra >= CUT_COST:
        message = _TOO_LONG if rival.end > line.end else _TOO_LOOSE
        return message.text(lang, {"text": text})
    return _RIVAL.text(
        lang, {"text": text, "extra": f"{rival.extra:.0f}", "cost": f"{rival.cost:.0f}"}
    )
