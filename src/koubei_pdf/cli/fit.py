"""`fit`: how every story fits its pages, what was moved, and what would help."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import typer

from ..build import build
from ..model.diagnostics import Bilingual, Lang
from ..model.fitting import Chain, Cut, Fit
from ..model.legible import json_text, legible
from ..pages.faults.copy import OVERSET
from ..pages.faults.fitting import SHORT, WRITE, cutting, keeping
from ..report import LABELS, display_width
from .findings import show_findings
from .moved import moves_of, pages_of
from .render import find_manifest
from .targets import cache_of
from .usage import WRONG_USAGE

#: Cuts told in the table; JSON has all of them.
_MOST_CUTS = 20

_HEADS = (
    Bilingual("页", "pages"),
    Bilingual("文章", "story"),
    Bilingual("版式", "layout"),
    Bilingual("行数", "lines"),
    Bilingual("排得", "fit"),
    Bilingual("所用办法", "moved"),
)
_LINES = Bilingual("{lines}，可排 {room}", "{lines} of {room}")
_FITS = Bilingual("正好", "fits")
_FREE = Bilingual("空 {count} 行", "{count:line/lines} free")
_OVER = Bilingual("多 {count} 行", "{count:line/lines} over")
_SHORT = Bilingual("少 {count} 行", "{count:line/lines} short")
_OVERFULL = Bilingual("框“{frames}”放不下", "`{frames}` overset")
_NAMES, _AND = Bilingual("”“", "`, `"), Bilingual("，", ", ")
_GAP = "  "


def run_fit(issue: Path, as_json: bool, lang: Lang) -> int:
    """Exit code of `fit`: 1 if the issue has errors."""
    manifest = find_manifest(issue, lang)
    if manifest is None:
        return WRONG_USAGE
    made = build(manifest, cache=cache_of(manifest.parent))
    told = (OVERSET.code, SHORT.code)
    others = [
        fault
        for fault in made.diagnostics
        if fault.rule.code not in told
        or "frame" in fault.facts  # a sidebar is no line of the table
    ]
    show_findings(others, made.root, lang)
    if as_json:
        typer.echo(json_text([_record(fit) for fit in made.fits]))
    else:
        for line in _table(made.fits, lang):
            typer.echo(legible(line))
    return 1 if made.errors else 0


def _table(fits: Sequence[Fit], lang: Lang) -> list[str]:
    """Columns as wide as they need to be; below a story that does not fit, what would help."""
    rows = [[head.text(lang) for head in _HEADS], *(_row(fit, lang) for fit in fits)]
    widths = [max(map(display_width, column)) for column in zip(*rows, strict=True)]
    lines = []
    for row, fit in zip(rows, (None, *fits), strict=True):
        cells = (
            cell + " " * (width - display_width(cell))
            for cell, width in zip(row, widths, strict=True)
        )
        lines.append(_GAP.join(cells).rstrip())
        remedy = fit and _remedy(fit, lang)
        if remedy:
            lines.append(f"{_GAP}= {LABELS[lang]['help']}{remedy}")
    return lines


def _row(fit: Fit, lang: Lang) -> list[str]:
    lines = sum(chain.lines for chain in fit.chains)
    room = sum(chain.room for chain in fit.chains)
    return [
        pages_of(fit),
        fit.article,
        fit.layout,
        _LINES.text(lang, {"lines": lines, "room": room}),
        _verdict(fit, lang),
        moves_of(fit.choice, lang),
    ]


def _verdict(fit: Fit, lang: Lang) -> str:
    """What is over or short, of the copy and of frames beside it; else what is free."""
    said = []
    if fit.over:
        said.append(_OVER.text(lang, {"count": fit.over}))
    elif fit.short:
        said.append(_SHORT.text(lang, {"count": fit.short}))
    if fit.overfull:
        names = _NAMES.text(lang).join(one.frame for one in fit.overfull)
        said.append(_OVERFULL.text(lang, {"frames": names}))
    if said:
        return _AND.text(lang).join(said)
    free = sum(chain.free for chain in fit.chains)
    return _FREE.text(lang, {"count": free}) if free else _FITS.text(lang)


def _remedy(fit: Fit, lang: Lang) -> str:
    if fit.short:
        parts = fit.choice.left_out
        told = keeping(parts, fit.cuts, WRITE) if fit.cuts else WRITE
        return told.text(lang, {"chars": _lacking(fit)})
    return cutting(fit.cuts, _MOST_CUTS).text(lang, {"": ""}) if fit.cuts else ""


def _lacking(fit: Fit) -> int:
    """Characters that a story which is too short lacks."""
    return fit.short * max(chain.chars for chain in fit.chains)


def _record(fit: Fit) -> dict[str, object]:
    choice = fit.choice
    return {
        "pages": [fit.first, fit.last],
        "article": fit.article,
        "layout": fit.layout,
        "over": fit.over,
        "short": fit.short,
        "chains": [_chain(chain) for chain in fit.chains],
        "moved": {
            "layout": choice.layout or None,
            "lines": dict(choice.lines),
            "pictures": dict(choice.pictures),
            "left_out": list(choice.left_out),
            "put_in": list(choice.put_in),
            "headings": choice.headings / 2,
            "goes_on": choice.goes_on,
            "tracking": choice.tracking,
        },
        "locked": fit.is_locked,
        "lacking": {"characters": _lacking(fit)} if fit.short else None,
        "cuts": [_cut(cut) for cut in fit.cuts],
        "overset": [
            {"frame": one.frame, "cuts": [_cut(cut) for cut in one.cuts]} for one in fit.overfull
        ],
    }


def _cut(cut: Cut) -> dict[str, object]:
    return {
        "file": cut.span.file,
        "line": cut.span.line,
        "column": cut.span.column,
        "to": [cut.end.line, cut.end.column],
        "text": cut.text,
        "characters": len(cut.text),
        "lines": cut.lines or None,
    }


def _chain(chain: Chain) -> dict[str, object]:
    return {
        "frame": chain.frame,
        "page": chain.page,
        "lines": chain.lines,
        "room": chain.room,
        "over": chain.over,
        "free": chain.free,
        "carried": chain.carried,
        "onward": chain.onward or None,
    }
