"""What preflight found, as text."""

from __future__ import annotations

from collections.abc import Iterable

from ..checks.findings import Group, Place, page_list
from ..checks.summary import Source
from ..model.diagnostics import Bilingual, Lang, Severity
from ..model.legible import legible
from ..report import LABELS, listed, severity

#: Places of a finding that are shown.
_MOST_PLACES = 4

_PAGE = Bilingual("第 {pages} 页", "page {pages}")
_PAGES = Bilingual("第 {pages} 页", "pages {pages}")
_WHERE = Bilingual("位置：", "at: ")
_FROM = Bilingual("出处：", "from: ")
_PLACE = Bilingual("第 {page} 页 {x}, {y} 毫米", "page {page} {x}, {y} mm")
_MORE = Bilingual("等 {all} 处", "and {rest} more")


def report(group: Group, file: str, lang: Lang, colour: bool, source: Source, *, own: bool) -> str:
    """One finding as lines: severity and code, what, the pages, the first places, what to do.

    source: tells what put there what stands in these places. own: see `Group.help`.
    """
    labels = LABELS[lang]
    head = severity(group.rule, lang)
    if colour:
        head = f"\x1b[1;{31 if group.rule.severity is Severity.ERROR else 33}m{head}\x1b[0m"
    words = _PAGE if len(group.pages) == 1 else _PAGES
    pages = f": {words.text(lang, {'pages': page_list(group.pages)})}" if group.pages else ""
    lines = [f"{head}{labels['colon']}{group.message(lang)}", f" --> {legible(file)}{pages}"]
    if group.places:
        lines.append(f"  = {_WHERE.text(lang)}{_places(group.places, lang)}")
    spans = dict.fromkeys(source(place.page, place.box) for place in group.places)
    known = [span for span in spans if span is not None]
    if known:
        lines.append(f"  = {_FROM.text(lang)}{listed(known, lang)}")
    lines.append(f"  = {labels['help']}{group.help(lang, own)}")
    return "\n".join(lines)


def _places(places: Iterable[Place], lang: Lang) -> str:
    """The first places, in mm from the trim's upper left."""
    all_places = list(places)
    shown = [
        _PLACE.text(lang, {"page": place.page, "x": place.x, "y": place.y})
        for place in all_places[:_MOST_PLACES]
    ]
    rest = len(all_places) - len(shown)
    more = f" {_MORE.text(lang, {'all': len(all_places), 'rest': rest})}" if rest else ""
    return "; ".join(shown) + more
